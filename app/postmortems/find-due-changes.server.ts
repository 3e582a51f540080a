import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Strength } from '#app/document/items.ts'
import { publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { nameNow } from '#db/name-now.ts'
import { libraryRows } from '#db/schema/library.ts'
import { teams } from '#db/schema/organisation.ts'
import { changeProgress, postmortems } from '#db/schema/postmortems.ts'
import { referenceOf } from './reference.ts'

export interface DueChange {
  itemId: string
  reference: string
  text: string
  /** The team it belongs to; changes are never anybody's own. */
  team: string
  strength: Strength | null
  /** A day, `2026-12-04`, or null where none was set. */
  dueOn: string | null
}

/** Published changes of the viewer's teams that are not done, those with a day first, soonest first. */
export async function findDueChanges(db: Database, viewer: Viewer, limit: number): Promise<DueChange[]> {
  if (viewer.teamIds.length === 0) return []
  const teamId = sql`${libraryRows.attributes}->>'teamId'`
  const rows = await db
    .select({
      itemId: libraryRows.itemId,
      number: postmortems.number,
      text: libraryRows.text,
      team: nameNow(teams),
      strength: sql<Strength | null>`${libraryRows.attributes}->>'strength'`,
      dueOn: changeProgress.dueOn,
    })
    .from(changeProgress)
    .innerJoin(postmortems, eq(postmortems.id, changeProgress.postmortemId))
    .innerJoin(
      libraryRows,
      and(
        eq(libraryRows.postmortemId, changeProgress.postmortemId),
        eq(libraryRows.itemId, changeProgress.itemId),
        eq(libraryRows.versionId, postmortems.publishedVersionId),
        eq(libraryRows.kind, 'change'),
      ),
    )
    .innerJoin(teams, eq(teams.id, teamId))
    .where(
      and(
        publishedReadableBy(viewer),
        inArray(changeProgress.state, ['open', 'in_progress']),
        inArray(sql`coalesce(${teams.mergedIntoId}, ${teams.id})`, viewer.teamIds),
      ),
    )
    .orderBy(sql`${changeProgress.dueOn} asc nulls last`, asc(postmortems.number))
    .limit(limit)
  return rows.map(({ number, ...row }) => ({ ...row, reference: referenceOf(number) }))
}
