import { data, type RouterContextProvider } from 'react-router'
import { databaseContext, viewerContext } from '#app/context.ts'
import { type Act, may } from '#app/people/permissions.ts'
import { type FoundPostmortem, findPostmortem } from '#app/postmortems/find-postmortem.server.ts'

/** The post-mortem of an address for someone who may do `act` with it; everything else is the same 404. */
export async function foundOr404(
  context: Readonly<RouterContextProvider>,
  reference: string,
  act: Act,
): Promise<FoundPostmortem> {
  const viewer = context.get(viewerContext)
  const found = await findPostmortem(context.get(databaseContext), viewer, reference)
  if (!found || !may(viewer, act, found.standing)) throw data(null, { status: 404 })
  return found
}
