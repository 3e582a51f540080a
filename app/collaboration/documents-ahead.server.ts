import { eq, gt, max } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { documentUpdates, postmortems } from '#db/schema/postmortems.ts'

/** Ids of post-mortems whose log is ahead of their rows, as a killed server leaves them. */
export async function documentsAhead(db: Database): Promise<string[]> {
  const ahead = await db
    .select({ id: postmortems.id })
    .from(documentUpdates)
    .innerJoin(postmortems, eq(postmortems.id, documentUpdates.postmortemId))
    .groupBy(postmortems.id)
    .having(gt(max(documentUpdates.seq), postmortems.projectedSeq))
  return ahead.map((row) => row.id)
}
