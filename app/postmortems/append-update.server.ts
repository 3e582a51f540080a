import type { Database } from '#db/client.ts'
import { documentUpdates } from '#db/schema/postmortems.ts'

/**
 * Writes one update to the log of a post-mortem and resolves to its place there. For the first state of a new document;
 * edits of one that exists go through LiveEditing, which logs, applies and tells everyone who has it open.
 */
export async function appendUpdate(db: Database, postmortemId: string, update: Uint8Array): Promise<number> {
  const [seq] = await appendUpdates(db, [{ postmortemId, update }])
  return seq!
}

/** Writes updates in one statement; the places come back in the order given and grow. */
export async function appendUpdates(
  db: Database,
  updates: { postmortemId: string; update: Uint8Array }[],
): Promise<number[]> {
  const written = await db.insert(documentUpdates).values(updates).returning({ seq: documentUpdates.seq })
  // Places are drawn row by row in the order of VALUES; the order in which they are returned is promised by nobody.
  return written.map((row) => row.seq).sort((a, b) => a - b)
}
