import type { ReactNode } from 'react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  redirect,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import {
  clientAddressContext,
  databaseContext,
  environmentContext,
  filesContext,
  liveEditingContext,
  viewerContext,
} from '#app/context.ts'
import { sessionOf } from '#app/people/auth.server.ts'
import { accountExists } from '#app/people/first-admin.server.ts'
import { getRuntime } from '#app/server/runtime.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { fontPreloads } from '#app/ui/font-preloads.ts'
import { PageFrame } from '#app/ui/page-frame.tsx'
import { ServerAway } from '#app/ui/server-away.tsx'
import type { Route } from './+types/root.ts'
import './app.css'

export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }, next) => {
    const { db, environment, live, files, request: current } = getRuntime()
    context.set(databaseContext, db)
    context.set(environmentContext, environment)
    context.set(liveEditingContext, live)
    context.set(filesContext, files)
    context.set(clientAddressContext, current.getStore()?.address ?? '')
    const session = await sessionOf(db, environment, request)
    context.set(viewerContext, session?.viewer ?? null)
    // Until someone can sign in, every page leads to setup; what a supervisor asks is answered.
    // A navigation inside the page asks for the same address with `.data`.
    const pathname = new URL(request.url).pathname.replace(/\.data$/, '')
    if (!session && !['/setup', '/health'].includes(pathname) && !(await accountExists(db))) throw redirect('/setup')
    const response = await next()
    // A session that was prolonged has a new cookie, unless the page has just set another one: signing out, or in.
    if (!response.headers.has('Set-Cookie')) {
      for (const cookie of session?.headers.getSetCookie() ?? []) response.headers.append('Set-Cookie', cookie)
    }
    return response
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext)
  return { viewer: viewer && { name: viewer.name, timeZone: viewer.timeZone, theme: viewer.theme } }
}

export const links: Route.LinksFunction = () => [
  ...fontPreloads,
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: Route.MetaFunction = () => [{ title: 'Candor' }]

export function Layout({ children }: { children: ReactNode }) {
  const theme = useRouteLoaderData<typeof loader>('root')?.viewer?.theme ?? 'auto'
  return (
    <html lang="en" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return (
    <>
      <Outlet />
      <ServerAway />
    </>
  )
}

/** The same page for an unknown address and for one that is not shared with the viewer. */
export function ErrorBoundary() {
  const error = useRouteError()
  const viewer = useRouteLoaderData<typeof loader>('root')?.viewer ?? null
  const missing = isRouteErrorResponse(error) && error.status === 404
  return (
    <PageFrame viewer={viewer}>
      <title>{missing ? 'Not found · Candor' : 'Something went wrong · Candor'}</title>
      <EmptyState
        as="h1"
        title={missing ? 'Nothing here that is shared with you' : 'This page could not be shown'}
        action={<ButtonLink to="/">Go to the first page</ButtonLink>}
      >
        {missing
          ? 'The address may be mistyped, or what stands there is not shared with you. Whoever sent it can invite you.'
          : 'Nothing that was saved is lost. Try again in a moment; if it stays, the server’s log says more.'}
      </EmptyState>
    </PageFrame>
  )
}
