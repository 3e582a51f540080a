import { type SQL, sql } from 'drizzle-orm'
import type { Standing } from '#app/people/permissions.ts'
import type { Database } from '#db/client.ts'
import { rows } from '#db/rows.ts'
import { teamMembers } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { access, postmortemTeams } from '#db/schema/postmortems.ts'

/**
 * How many people could read a post-mortem once it is published with this visibility: a number, never who. Suspended
 * people are none of them; invitation links that nobody has used yet neither.
 */
export async function countReaders(
  db: Database,
  postmortemId: string,
  { visibility, restricted }: Pick<Standing, 'visibility' | 'restricted'>,
): Promise<number> {
  const [counted] = await rows<{ count: number | string }>(
    db,
    sql`select count(*) as count from ${people} where ${people.suspendedAt} is null and (
      ${invited(postmortemId)} or ${restricted ? sql`false` : byVisibility(postmortemId, visibility)})`,
  )
  return Number(counted?.count ?? 0)
}

function invited(postmortemId: string): SQL {
  return sql`exists (select 1 from ${access} where ${access.postmortemId} = ${postmortemId} and (
    (${access.subjectKind} = 'person' and ${access.subjectId} = ${people.id})
    or (${access.subjectKind} = 'team' and ${access.subjectId} in (
      select ${teamMembers.teamId} from ${teamMembers} where ${teamMembers.personId} = ${people.id}))))`
}

function byVisibility(postmortemId: string, visibility: Standing['visibility']): SQL {
  if (visibility === 'members') return sql`true`
  if (visibility === 'invited') return sql`false`
  return sql`exists (select 1 from ${teamMembers} join ${postmortemTeams}
    on ${postmortemTeams.teamId} = ${teamMembers.teamId} and ${postmortemTeams.postmortemId} = ${postmortemId}
    where ${teamMembers.personId} = ${people.id})`
}
