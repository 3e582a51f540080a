import { eq } from 'drizzle-orm'
import { type Act, may, type Standing } from '#app/people/permissions.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { postmortems } from '#db/schema/postmortems.ts'

/** `no-such-postmortem`: none, or the viewer may see nothing of it. `not-allowed`: seen, but this is for others to do. */
export type LockRefusal = 'no-such-postmortem' | 'not-allowed'
export type Refused<Reason extends string> = { ok: false; reason: Reason }
export type LockedRow = typeof postmortems.$inferSelect

/** Asks the policy and makes a change to one post-mortem, in one transaction that holds its row from before the asking. */
export async function withLockedPostmortem<Outcome>(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  act: Act,
  change: (tx: Database, row: LockedRow, standing: Standing) => Promise<Outcome>,
): Promise<Outcome | Refused<LockRefusal>> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(postmortems).where(eq(postmortems.id, postmortemId)).for('update')
    const standing = row && (await standingOf(tx, viewer, postmortemId))
    if (!standing) return { ok: false, reason: 'no-such-postmortem' }
    if (may(viewer, act, standing)) return change(tx, row, standing)
    const seen = may(viewer, 'read-draft', standing) || may(viewer, 'read-published', standing)
    return { ok: false, reason: seen ? 'not-allowed' : 'no-such-postmortem' }
  })
}
