import { lazy, Suspense } from 'react'
import { Form, redirect } from 'react-router'
import { databaseContext, environmentContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { signOut } from '#app/people/auth.server.ts'
import { Button } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import type { Route } from './+types/sign-out.ts'
import { EntryPage } from './entry-page.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Sign out · Candor' }]

/**
 * A link here ends nothing: signing out is a form, so that no other page can do it by an image. A browser that may keep
 * copies of drafts says so by a cookie; it removes them on this page before the session ends.
 */
export function loader({ request, context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext)
  if (!viewer || !mayKeepCopies(request)) throw redirect('/')
  return { personId: viewer.id }
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = context.get(viewerContext)
  const confirmed = (await request.formData()).has('confirmed')
  if (viewer && !confirmed && mayKeepCopies(request)) throw redirect('/sign-out')
  const { headers } = await signOut(context.get(databaseContext), context.get(environmentContext), request)
  // Other browsers of this person come back by themselves, with the sessions they have.
  if (viewer) context.get(liveEditingContext).close({ personId: viewer.id })
  throw redirect('/sign-in', { headers })
}

function mayKeepCopies(request: Request): boolean {
  return /(^|;\s*)candor\.copies=1/.test(request.headers.get('Cookie') ?? '')
}

const SignOutCheck = lazy(() => import('#app/editor/on-this-device/sign-out-check.tsx'))

export default function SignOut({ loaderData }: Route.ComponentProps) {
  const hydrated = useHydrated()
  return (
    <EntryPage title="Sign out">
      {hydrated ? (
        <Suspense fallback={null}>
          <SignOutCheck personId={loaderData.personId} />
        </Suspense>
      ) : (
        <Form method="post">
          <input type="hidden" name="confirmed" value="1" />
          <Button type="submit" variant="primary">
            Sign out
          </Button>
        </Form>
      )}
    </EntryPage>
  )
}
