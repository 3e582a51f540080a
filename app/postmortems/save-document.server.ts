import { and, eq, lte, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Database } from '#db/client.ts'
import { documentSnapshots, documentUpdates, postmortems } from '#db/schema/postmortems.ts'
import { projectDocument } from './project-document.server.ts'
import { endWritingPeriods } from './versions/end-writing-periods.server.ts'

/**
 * Stores a document's whole state as of `seq` of its log: the snapshot, the rows derived from it, a version of every writing
 * period that ended, and then the log up to there is dropped, in one transaction. An older state than the stored one changes nothing. Resolves to whether it was
 * stored: false also when the post-mortem is gone.
 */
export async function saveDocument(
  db: Database,
  postmortemId: string,
  { state, seq }: { state: Uint8Array; seq: number },
  project: typeof projectDocument = projectDocument,
): Promise<boolean> {
  const shared = new Y.Doc()
  try {
    Y.applyUpdate(shared, state)
    return await db.transaction(async (tx) => {
      // Not the strongest lock: that one would hold back the log, whose rows refer to this one.
      const [found] = await tx
        .select({ id: postmortems.id })
        .from(postmortems)
        .where(eq(postmortems.id, postmortemId))
        .for('no key update')
      if (!found) return false
      const [stored] = await tx
        .select({
          seq: documentSnapshots.seq,
          editedAt: documentSnapshots.editedAt,
          periodFrom: documentSnapshots.periodFrom,
        })
        .from(documentSnapshots)
        .where(eq(documentSnapshots.postmortemId, postmortemId))
      if (stored && stored.seq > seq) return false

      const writing = await endWritingPeriods(tx, postmortemId, stored, seq)
      await tx
        .insert(documentSnapshots)
        .values({ postmortemId, state, seq, ...writing })
        .onConflictDoUpdate({
          target: documentSnapshots.postmortemId,
          set: { state, seq, ...writing, savedAt: sql`now()` },
        })
      await project(tx, postmortemId, shared, seq)
      await tx
        .delete(documentUpdates)
        .where(and(eq(documentUpdates.postmortemId, postmortemId), lte(documentUpdates.seq, seq)))
      return true
    })
  } finally {
    shared.destroy()
  }
}
