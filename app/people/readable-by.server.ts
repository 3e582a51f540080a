import { type SQL, sql } from 'drizzle-orm'
import { access, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import type { Viewer } from './viewer.ts'

/** SQL: the viewer or a team of theirs is invited to this post-mortem. The list form of the policy. */
export function invitedTo(viewer: Viewer): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${access} where ${access.postmortemId} = ${postmortems.id} and (
    (${access.subjectKind} = 'person' and ${access.subjectId} = ${viewer.id})
    or (${access.subjectKind} = 'team' and ${access.subjectId} in ${teamsOf(viewer)})))`
}

/** SQL: the published version may be read by the viewer; the same rule as `may(viewer, 'read-published', …)`. */
export function publishedReadableBy(viewer: Viewer): SQL<boolean> {
  return sql<boolean>`(${postmortems.publishedVersionId} is not null and ${postmortems.trashedAt} is null and (
    ${invitedTo(viewer)} or (${postmortems.visibleFrom} <= now() and not ${postmortems.restricted} and (
      ${postmortems.visibility} = 'members' or (${postmortems.visibility} = 'teams' and exists (
        select 1 from ${postmortemTeams} where ${postmortemTeams.postmortemId} = ${postmortems.id}
        and ${postmortemTeams.teamId} in ${teamsOf(viewer)}))))))`
}

function teamsOf(viewer: Viewer): SQL {
  return sql`(${sql.join(
    (viewer.teamIds.length > 0 ? viewer.teamIds : ['']).map((id) => sql`${id}`),
    sql`, `,
  )})`
}
