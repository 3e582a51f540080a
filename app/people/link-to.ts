/**
 * A full address for a mail or for copying: under PUBLIC_URL, and without one under the address the request came to,
 * which the origin gate has found to be loopback before anything was changed.
 */
export function linkTo(settings: { PUBLIC_URL?: string }, request: Request, path: string): string {
  return new URL(path, settings.PUBLIC_URL ?? request.url).href
}
