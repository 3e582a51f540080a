import { eq } from 'drizzle-orm'
import { updateRowAccess } from '#app/library/index-postmortem.server.ts'
import type { Standing } from '#app/people/permissions.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'
import { writeEvent } from './write-event.server.ts'

/** Says who reads it once it is published; for one that is published already, from this moment on. */
export async function setVisibility(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  next: Pick<Standing, 'visibility' | 'restricted'>,
): Promise<{ ok: true } | Refused<LockRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'share', async (tx, row) => {
    if (row.visibility === next.visibility && row.restricted === next.restricted) return { ok: true } as const
    const { visibility, restricted } = next
    await tx.update(postmortems).set({ visibility, restricted }).where(eq(postmortems.id, postmortemId))
    await updateRowAccess(tx, postmortemId)
    await writeEvent(tx, 'visibility-changed', { postmortemId, personId: viewer.id, data: { visibility, restricted } })
    return { ok: true } as const
  })
}
