import { isLoopback } from './is-loopback.ts'

/**
 * What to read before a form is filled in that the origin gate would refuse: the server is reached from elsewhere and does
 * not know by which address. Null where forms work.
 */
export function addressProblem(settings: { PUBLIC_URL?: string }, request: Request): string | null {
  const { hostname, origin } = new URL(request.url)
  if (settings.PUBLIC_URL || isLoopback(hostname)) return null
  return `This server does not know yet that people reach it as ${origin}, so it takes no forms from there. Start it again with PUBLIC_URL=${origin}, or with the https address that is in front of it.`
}
