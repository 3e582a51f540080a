import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { terms } from '#db/schema/organisation.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { progressOf, serviceNames, writtenBy } from './list-postmortems.server.ts'
import { referenceOf } from './reference.ts'

export interface OwnDraft {
  id: string
  reference: string
  title: string
  severity: string | null
  services: string[]
  editedAt: Date
  progress: ('empty' | 'part' | 'done')[]
  noteCount: number
}

/** The drafts a viewer writes, last edited first, at most `limit`, and how many there are in all. */
export async function findDrafts(
  db: Database,
  viewer: Viewer,
  limit: number,
): Promise<{ drafts: OwnDraft[]; total: number }> {
  const own = and(writtenBy(viewer), inArray(postmortems.state, ['draft', 'in_review']), isNull(postmortems.trashedAt))
  const rows = await db
    .select({
      id: postmortems.id,
      number: postmortems.number,
      title: postmortems.title,
      severity: terms.name,
      editedAt: postmortems.editedAt,
      progress: postmortems.progress,
      noteCount: postmortems.noteCount,
    })
    .from(postmortems)
    .leftJoin(terms, eq(terms.id, postmortems.severityId))
    .where(own)
    .orderBy(desc(postmortems.editedAt), desc(postmortems.number))
    .limit(limit)
  const [all] = await db
    .select({ count: count(sql`*`) })
    .from(postmortems)
    .where(own)
  const names = await serviceNames(
    db,
    rows.map((row) => row.id),
  )
  return {
    total: all?.count ?? 0,
    drafts: rows.map(({ number, progress, ...row }) => ({
      ...row,
      reference: referenceOf(number),
      services: names.get(row.id) ?? [],
      progress: progressOf(progress),
    })),
  }
}
