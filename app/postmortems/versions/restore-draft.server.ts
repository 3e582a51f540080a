import * as Y from 'yjs'
import { type RestoreChoice, restoreVersion } from '#app/document/restore/restore-version.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import type { LiveEditing } from '../live-editing.ts'
import { readShared } from '../read-shared.server.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from '../with-locked-postmortem.server.ts'
import { noteContributor } from './contributors.server.ts'
import { findVersion } from './find-version.server.ts'
import { takeVersion } from './take-version.server.ts'

export type RestoreRefusal = LockRefusal | 'no-such-version' | 'no-such-part'

/**
 * Brings a version back as an edit of the server: it is logged before anyone sees it and reaches everyone who has the draft
 * open. The draft as it stood just before is kept as a version, `before`, so that it can be brought back the same way.
 */
export async function restoreDraft(
  db: Database,
  live: LiveEditing,
  viewer: Viewer,
  postmortemId: string,
  versionId: string,
  choice: RestoreChoice,
): Promise<{ ok: true; before: string } | Refused<RestoreRefusal>> {
  const keep = (state?: Uint8Array) =>
    withLockedPostmortem(db, viewer, postmortemId, 'edit', async (tx) => {
      const shared = state ? sharedOf(state) : (await readShared(tx, postmortemId)).shared
      return { ok: true, id: await takeVersion(tx, postmortemId, shared, new Date()) } as const
    })
  const version = await findVersion(db, postmortemId, versionId)
  const kept = await keep()
  if (!kept.ok) return kept
  if (!version) return { ok: false, reason: 'no-such-version' }

  let before: Uint8Array | undefined
  let hasPart = false
  await live.edit(postmortemId, (shared) => {
    before = Y.encodeStateAsUpdate(shared)
    hasPart = restoreVersion(shared, version, choice)
  })
  if (!hasPart) return { ok: false, reason: 'no-such-part' }
  // Somebody may have typed between the two: then this is how it stood.
  const exactly = before ? await keep(before) : kept
  await noteContributor(db, postmortemId, viewer.id)
  await live.store(postmortemId)
  return { ok: true, before: exactly.ok ? exactly.id : kept.id }
}

function sharedOf(state: Uint8Array): Y.Doc {
  const shared = new Y.Doc()
  Y.applyUpdate(shared, state)
  return shared
}
