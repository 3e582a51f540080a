import { redirect } from 'react-router'
import { databaseContext, environmentContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { signOut } from '#app/people/auth.server.ts'
import type { Route } from './+types/sign-out.ts'

/** A link here ends nothing: signing out is a form, so that no other page can do it by an image. */
export function loader() {
  throw redirect('/')
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = context.get(viewerContext)
  const { headers } = await signOut(context.get(databaseContext), context.get(environmentContext), request)
  // Other browsers of this person come back by themselves, with the sessions they have.
  if (viewer) context.get(liveEditingContext).close({ personId: viewer.id })
  throw redirect('/sign-in', { headers })
}
