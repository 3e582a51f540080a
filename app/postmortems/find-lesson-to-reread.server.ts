import { and, eq, sql } from 'drizzle-orm'
import { publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { referenceOf } from './reference.ts'

export interface RereadLesson {
  itemId: string
  reference: string
  text: string
  startedAt: Date | null
  /** It is from this week of an earlier year; otherwise it is simply today's. */
  yearsAgo: number | null
}

/**
 * One published lesson for a day: one whose incident began in this week of an earlier year, else any, the same for everyone
 * who may read the same ones and another one tomorrow. Null where nothing was published yet.
 */
export async function findLessonToReread(db: Database, viewer: Viewer, now: Date): Promise<RereadLesson | null> {
  const day = now.toISOString().slice(0, 10)
  const years = sql<number>`extract(year from ${day}::date)::int - extract(year from ${postmortems.startedAt})::int`
  const thisWeek = sql<boolean>`coalesce(${years} > 0 and abs(extract(epoch from
    ${postmortems.startedAt} + make_interval(years => ${years}) - ${day}::timestamptz)) < 4 * 86400, false)`
  const [row] = await db
    .select({
      itemId: libraryRows.itemId,
      number: postmortems.number,
      text: libraryRows.text,
      startedAt: postmortems.startedAt,
      years,
      thisWeek,
    })
    .from(libraryRows)
    .innerJoin(postmortems, eq(postmortems.id, libraryRows.postmortemId))
    .where(
      and(
        eq(libraryRows.kind, 'lesson'),
        eq(libraryRows.versionId, postmortems.publishedVersionId),
        publishedReadableBy(viewer),
      ),
    )
    .orderBy(sql`${thisWeek} desc`, sql`md5(${libraryRows.itemId} || ${day}::text)`)
    .limit(1)
  if (!row) return null
  const { number, years: ago, thisWeek: isThisWeek, ...lesson } = row
  return { ...lesson, reference: referenceOf(number), yearsAgo: isThisWeek ? ago : null }
}
