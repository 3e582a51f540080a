import type { ComponentType } from 'react'
import { Outlet, redirect, useMatches } from 'react-router'
import { viewerContext } from '#app/context.ts'
import { pagePathOf, safeReturnPath } from '#app/people/safe-return-path.ts'
import { PageFrame } from '#app/ui/page-frame.tsx'
import type { Route } from './+types/signed-in.ts'

/** Stands before every page that is not for everyone, and brings people back to it after signing in. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    if (context.get(viewerContext)) return
    const to = safeReturnPath(pagePathOf(request))
    throw redirect(to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`)
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const { name, timeZone } = context.get(viewerContext)!
  return { viewer: { name, timeZone } }
}

/** What a page asks of its frame, by `export const handle`: the wide frame, and what stands in the header while it is shown. */
interface FrameHandle {
  wide?: boolean
  Actions?: ComponentType
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const handles = useMatches().map((match) => match.handle as FrameHandle | undefined)
  const Actions = handles.findLast((handle) => handle?.Actions)?.Actions
  return (
    <PageFrame
      viewer={loaderData.viewer}
      wide={handles.some((handle) => handle?.wide)}
      actions={Actions && <Actions />}
    >
      <Outlet />
    </PageFrame>
  )
}
