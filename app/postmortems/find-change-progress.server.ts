import { eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { changeProgress } from '#db/schema/postmortems.ts'
import type { ChangeProgress } from './set-change-progress.server.ts'

/** Due date, tracker link and state of the changes of a post-mortem, by item id. The caller has asked the policy. */
export async function findChangeProgress(db: Database, postmortemId: string): Promise<Record<string, ChangeProgress>> {
  const rows = await db
    .select({
      itemId: changeProgress.itemId,
      state: changeProgress.state,
      dueOn: changeProgress.dueOn,
      trackerUrl: changeProgress.trackerUrl,
    })
    .from(changeProgress)
    .where(eq(changeProgress.postmortemId, postmortemId))
  return Object.fromEntries(rows.map(({ itemId, ...progress }) => [itemId, progress]))
}
