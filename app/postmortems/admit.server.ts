import { may } from '#app/people/permissions.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'

export type Admission = { ok: true; mayWrite: boolean } | { ok: false; reason: 'signed-out' | 'not-found' }

/** Whether somebody may open a post-mortem's shared document, and write in it. Forbidden and missing look the same. */
export async function admit(db: Database, viewer: Viewer | null, postmortemId: string): Promise<Admission> {
  if (!viewer) return { ok: false, reason: 'signed-out' }
  const standing = await standingOf(db, viewer, postmortemId)
  if (standing && may(viewer, 'edit', standing)) return { ok: true, mayWrite: true }
  if (standing && may(viewer, 'read-draft', standing)) return { ok: true, mayWrite: false }
  return { ok: false, reason: 'not-found' }
}
