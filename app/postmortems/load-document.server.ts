import { asc, eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Database } from '#db/client.ts'
import { documentSnapshots, documentUpdates } from '#db/schema/postmortems.ts'

export interface StoredDocument {
  /** The last snapshot, or null when there is none yet. */
  snapshot: Uint8Array | null
  /** What was logged since, in order. Some of it may be in the snapshot already; applying it twice changes nothing. */
  updates: Uint8Array[]
  /** The place in the log up to which both stand. */
  seq: number
}

/** Reads a document's snapshot and log, or null when nothing was ever written: a missing document is never an empty one. */
export async function readStoredDocument(db: Database, postmortemId: string): Promise<StoredDocument | null> {
  // The log first: a save between the two reads moves rows into the snapshot, never out of it.
  const logged = await db
    .select({ seq: documentUpdates.seq, update: documentUpdates.update })
    .from(documentUpdates)
    .where(eq(documentUpdates.postmortemId, postmortemId))
    .orderBy(asc(documentUpdates.seq))
  const [saved] = await db
    .select({ state: documentSnapshots.state, seq: documentSnapshots.seq })
    .from(documentSnapshots)
    .where(eq(documentSnapshots.postmortemId, postmortemId))
  if (!saved && logged.length === 0) return null
  return {
    snapshot: saved?.state ?? null,
    updates: logged.map((row) => row.update),
    seq: Math.max(saved?.seq ?? 0, logged.at(-1)?.seq ?? 0),
  }
}

/** The latest logged state of a document as one Yjs update, with its place in the log; null when there is none. */
export async function loadDocument(
  db: Database,
  postmortemId: string,
): Promise<{ state: Uint8Array; seq: number } | null> {
  const stored = await readStoredDocument(db, postmortemId)
  if (!stored) return null
  const parts = [...(stored.snapshot ? [stored.snapshot] : []), ...stored.updates]
  return { state: parts.length === 1 ? parts[0]! : Y.mergeUpdates(parts), seq: stored.seq }
}
