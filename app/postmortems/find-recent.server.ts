import { desc, eq, sql } from 'drizzle-orm'
import { publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { terms } from '#db/schema/organisation.ts'
import { postmortems, versions } from '#db/schema/postmortems.ts'
import { serviceNames } from './list-postmortems.server.ts'
import { referenceOf } from './reference.ts'

export interface RecentPostmortem {
  id: string
  reference: string
  title: string
  severity: string | null
  kind: string | null
  services: string[]
  publishedAt: Date
}

/** What was published for the viewer last, newest first. */
export async function findRecent(db: Database, viewer: Viewer, limit: number): Promise<RecentPostmortem[]> {
  const rows = await db
    .select({
      id: postmortems.id,
      number: postmortems.number,
      title: sql<string>`coalesce(${versions.facts}->>'title', '')`,
      severity: terms.name,
      kind: sql<string | null>`(select name from terms kind where kind.id = ${postmortems.kindId})`,
      publishedAt: postmortems.publishedAt,
    })
    .from(postmortems)
    .innerJoin(versions, eq(versions.id, postmortems.publishedVersionId))
    .leftJoin(terms, eq(terms.id, postmortems.severityId))
    .where(publishedReadableBy(viewer))
    .orderBy(desc(postmortems.publishedAt), desc(postmortems.number))
    .limit(limit)
  const names = await serviceNames(
    db,
    rows.map((row) => row.id),
  )
  return rows.map(({ number, publishedAt, ...row }) => ({
    ...row,
    reference: referenceOf(number),
    services: names.get(row.id) ?? [],
    publishedAt: publishedAt!,
  }))
}
