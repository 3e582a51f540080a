import { type SQL, sql } from 'drizzle-orm'
import { invitedTo, publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { rows } from '#db/rows.ts'
import { libraryRows } from '#db/schema/library.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { everyWordQuery, wordQuery } from './word-query.ts'

export interface FoundAnywhere {
  id: string
  number: number
  text: string
  /** Of the same version: whoever reads a published lesson does not see what the draft is called now. */
  title: string
}

/** What `Ctrl K` finds: published post-mortems and lessons that the viewer may read, and drafts they are invited to. */
export async function findAnywhere(db: Database, viewer: Viewer, words: string) {
  const query = wordQuery(words)
  const find = (where: SQL, newest: SQL) => best(db, words, query, where, newest)
  const published = sql`${libraryRows.versionId} is not null and ${publishedReadableBy(viewer)}`
  const newest = sql`${postmortems.publishedAt} desc`
  return {
    postmortems: await find(sql`${published} and ${libraryRows.kind} = 'postmortem'`, newest),
    lessons: query ? await find(sql`${published} and ${libraryRows.kind} = 'lesson'`, newest) : [],
    drafts: await find(
      sql`${libraryRows.versionId} is null and ${libraryRows.kind} = 'postmortem' and ${invitedTo(viewer)}
        and ${postmortems.state} in ('draft', 'in_review') and ${postmortems.trashedAt} is null`,
      sql`${postmortems.editedAt} desc`,
    ),
  }
}

function best(db: Database, words: string, query: SQL | null, where: SQL, newest: SQL): Promise<FoundAnywhere[]> {
  return rows<FoundAnywhere>(
    db,
    sql`select ${libraryRows.itemId} as id, ${postmortems.number} as number, ${libraryRows.text} as text, (
      select r.text from library_rows r where r.postmortem_id = ${postmortems.id}
      and r.version_id is not distinct from ${libraryRows.versionId} and r.kind = 'postmortem') as title
      from ${libraryRows} join ${postmortems} on ${postmortems.id} = ${libraryRows.postmortemId}
      where ${where} ${query ? sql`and ${libraryRows.search} @@ ${query}` : sql``}
      order by ${query ? sql`(${libraryRows.search} @@ ${everyWordQuery(words)}) desc, ts_rank(${libraryRows.search}, ${query}) desc,` : sql``} ${newest}
      limit 6`,
  )
}
