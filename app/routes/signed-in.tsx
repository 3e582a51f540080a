import { Outlet, redirect, useMatches } from 'react-router'
import { viewerContext } from '#app/context.ts'
import { safeReturnPath } from '#app/people/safe-return-path.ts'
import { PageFrame } from '#app/ui/page-frame.tsx'
import type { Route } from './+types/signed-in.ts'

/** Stands before every page that is not for everyone, and brings people back to it after signing in. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    if (context.get(viewerContext)) return
    const { pathname, search } = new URL(request.url)
    const to = safeReturnPath(`${pathname}${search}`)
    throw redirect(to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`)
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const { name, timeZone } = context.get(viewerContext)!
  return { viewer: { name, timeZone } }
}

/** A page asks for the wide frame by `export const handle = { wide: true }`. */
export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const wide = useMatches().some((match) => (match.handle as { wide?: boolean } | undefined)?.wide)
  return (
    <PageFrame viewer={loaderData.viewer} wide={wide}>
      <Outlet />
    </PageFrame>
  )
}
