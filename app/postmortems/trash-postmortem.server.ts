import { eq, lt } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { trashDays } from './trash-days.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'
import { writeEvent } from './write-event.server.ts'

/** Puts a post-mortem into the trash: its owner alone still finds it, for thirty days. */
export async function trashPostmortem(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
): Promise<{ ok: true } | Refused<LockRefusal | 'not-now'>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'manage', async (tx, row) => {
    if (row.trashedAt) return { ok: false, reason: 'not-now' } as const
    await tx
      .update(postmortems)
      .set({ trashedAt: new Date(), trashedById: viewer.id })
      .where(eq(postmortems.id, postmortemId))
    await writeEvent(tx, 'trashed', { postmortemId, personId: viewer.id })
    return { ok: true } as const
  })
}

/** Takes it out again, to the state and the readers it had. */
export async function restorePostmortem(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
): Promise<{ ok: true } | Refused<LockRefusal | 'not-now'>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'manage', async (tx, row) => {
    if (!row.trashedAt) return { ok: false, reason: 'not-now' } as const
    await tx.update(postmortems).set({ trashedAt: null, trashedById: null }).where(eq(postmortems.id, postmortemId))
    await writeEvent(tx, 'restored', { postmortemId, personId: viewer.id })
    return { ok: true } as const
  })
}

/** Deletes for good what has been in the trash for thirty days, with everything that belongs to it; returns how many. */
export async function emptyOldTrash(db: Database, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - trashDays * 86_400_000)
  const gone = await db.delete(postmortems).where(lt(postmortems.trashedAt, before)).returning({ id: postmortems.id })
  return gone.length
}
