import { data } from 'react-router'
import { databaseContext } from '#app/context.ts'
import { findVersion } from '#app/postmortems/versions/find-version.server.ts'
import type { Route } from './+types/history-document.ts'
import { foundOr404 } from './found-or-404.server.ts'

/** A version's text and facts as they are stored, for the editor of whoever brings it back there. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { id } = await foundOr404(context, params.postmortem, 'edit')
  const version = await findVersion(context.get(databaseContext), id, params.version)
  if (!version) throw data(null, { status: 404 })
  const { document, facts } = version
  return Response.json({ document, facts }, { headers: { 'Cache-Control': 'private, no-store' } })
}
