import { and, eq } from 'drizzle-orm'
import { may } from '#app/people/permissions.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { files } from '#db/schema/files.ts'
import type { KeptFiles } from './file-storage.ts'

/**
 * Takes the bytes of a file away for good, from the text, from every version and from readers; the row says that there was
 * one. Bytes that a copy of the post-mortem refers to stay, for the copy.
 */
export async function removeFile(
  db: Database,
  storage: KeptFiles,
  viewer: Viewer,
  postmortemId: string,
  fileId: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-shared' | 'not-there' }> {
  const standing = await standingOf(db, viewer, postmortemId)
  if (!standing || !may(viewer, 'edit', standing)) return { ok: false, reason: 'not-shared' }
  const [removed] = await db
    .update(files)
    .set({ state: 'removed' })
    .where(and(eq(files.id, fileId), eq(files.postmortemId, postmortemId), eq(files.state, 'kept')))
    .returning({ key: files.storedAs })
  if (!removed) return { ok: false, reason: 'not-there' }
  const others = await db.$count(files, and(eq(files.storedAs, removed.key), eq(files.state, 'kept')))
  if (others === 0) await storage.remove(removed.key)
  return { ok: true }
}
