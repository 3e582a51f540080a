import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { invitedTo, publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { hasWords } from '#db/has-words.ts'
import { libraryRows } from '#db/schema/library.ts'
import { postmortems } from '#db/schema/postmortems.ts'

export interface LinkedPostmortem {
  id: string
  reference: string
  /** As it is called now; of a published one, as its published version is called. */
  title: string
  isDraft: boolean
}

/** More links than this in one text would be no reading any more. */
const most = 500

/** Those of these post-mortems that the viewer may open. The others are left out, as if there were none. */
export async function linkedPostmortems(
  db: Database,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<LinkedPostmortem[]> {
  if (!viewer || ids.length === 0) return []
  return readable(db, viewer, inArray(postmortems.id, ids.slice(0, most)), most)
}

/** What can be linked to: by number, as `12` or `PM-12`, or by words of the title; the newest first. Never itself. */
export async function findLinkable(
  db: Database,
  viewer: Viewer,
  words: string,
  exceptId: string,
): Promise<LinkedPostmortem[]> {
  const number = /^(?:pm-?)?(\d{1,9})$/i.exec(words.trim())?.[1]
  const byWords = hasWords(titleFor(viewer), words)
  const byNumber = sql`${postmortems.number}::text like ${`${number}%`}`
  const where = number ? sql`(${byNumber} or ${byWords})` : byWords
  return readable(db, viewer, sql`${postmortems.id} <> ${exceptId} and ${where}`, 8, number)
}

async function readable(
  db: Database,
  viewer: Viewer,
  where: SQL,
  limit: number,
  number = '',
): Promise<LinkedPostmortem[]> {
  const found = await db
    .select({
      id: postmortems.id,
      number: postmortems.number,
      title: titleFor(viewer),
      isDraft: sql<boolean>`${postmortems.publishedVersionId} is null`,
    })
    .from(postmortems)
    // One row at most: a post-mortem has one published version in the library.
    .leftJoin(
      libraryRows,
      and(
        eq(libraryRows.postmortemId, postmortems.id),
        isNotNull(libraryRows.versionId),
        eq(libraryRows.kind, 'postmortem'),
      ),
    )
    .where(
      sql`${where} and ${postmortems.trashedAt} is null and (${publishedReadableBy(viewer)} or ${invitedTo(viewer)})`,
    )
    .orderBy(sql`${postmortems.number}::text = ${number} desc`, desc(postmortems.number))
    .limit(limit)
  return found.map(({ number: given, title, ...row }) => ({
    ...row,
    reference: `PM-${given}`,
    title: title || 'Untitled',
  }))
}

/** SQL: what is published goes by its published title; a draft's is for those invited. */
function titleFor(viewer: Viewer): SQL<string> {
  return sql<string>`coalesce(${libraryRows.text}, case when ${invitedTo(viewer)} then ${postmortems.title} end, '')`
}
