import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { changeProgress } from '#db/schema/postmortems.ts'
import type { ChangeProgressForm } from './change-progress-form.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'

export type ChangeProgress = Omit<ChangeProgressForm, 'itemId'>

/** Sets due date, tracker link and state of one change, also after publishing; it makes no new version. Asks for `edit`. */
export async function setChangeProgress(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  { itemId, ...progress }: ChangeProgressForm,
): Promise<{ ok: true; progress: ChangeProgress } | Refused<LockRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'edit', async (tx) => {
    const set = { ...progress, updatedAt: new Date() }
    await tx
      .insert(changeProgress)
      .values({ postmortemId, itemId, ...set })
      .onConflictDoUpdate({ target: [changeProgress.postmortemId, changeProgress.itemId], set })
    return { ok: true, progress }
  })
}
