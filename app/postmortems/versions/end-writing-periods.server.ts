import { and, asc, eq, gt, lte } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Database } from '#db/client.ts'
import { documentSnapshots, documentUpdates } from '#db/schema/postmortems.ts'
import { takeVersion } from './take-version.server.ts'
import { type Writing, writingPeriods } from './writing-periods.ts'

/**
 * Keeps a version of every writing period that ended between the stored snapshot and `seq` of the log, and resolves to where
 * the writing stands now. Called in the transaction that stores the snapshot and drops the log: what a period is follows
 * from the log, so a server that is killed finds the same ones later. No time runs that could be lost.
 */
export async function endWritingPeriods(
  tx: Database,
  postmortemId: string,
  stored: (Writing & { seq: number }) | undefined,
  seq: number,
): Promise<Writing | undefined> {
  const since = and(
    eq(documentUpdates.postmortemId, postmortemId),
    gt(documentUpdates.seq, stored?.seq ?? 0),
    lte(documentUpdates.seq, seq),
  )
  const edits = await tx
    .select({ seq: documentUpdates.seq, at: documentUpdates.createdAt })
    .from(documentUpdates)
    .where(since)
    .orderBy(asc(documentUpdates.seq))
  const periods = writingPeriods(stored ?? null, edits)
  if (!periods) return undefined
  for (const { seq: last, at } of periods.ended) {
    const shared = await stateAt(tx, postmortemId, last)
    if (!shared) continue
    await takeVersion(tx, postmortemId, shared, at)
    shared.destroy()
  }
  return periods.now
}

/** The document at a place of the log; without one as the snapshot has it. Null when damage on the disk makes it unreadable. */
async function stateAt(tx: Database, postmortemId: string, seq: number | null): Promise<Y.Doc | null> {
  const snapshots = await tx
    .select({ update: documentSnapshots.state })
    .from(documentSnapshots)
    .where(eq(documentSnapshots.postmortemId, postmortemId))
  const logged =
    seq === null
      ? []
      : await tx
          .select({ update: documentUpdates.update })
          .from(documentUpdates)
          .where(and(eq(documentUpdates.postmortemId, postmortemId), lte(documentUpdates.seq, seq)))
          .orderBy(asc(documentUpdates.seq))
  const shared = new Y.Doc()
  try {
    for (const { update } of [...snapshots, ...logged]) Y.applyUpdate(shared, update)
    return shared
  } catch {
    // The edits themselves are being saved; only this look back is not possible.
    return null
  }
}
