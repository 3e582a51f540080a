import * as Y from 'yjs'
import type { Database } from '#db/client.ts'
import { loadDocument } from './load-document.server.ts'

/** The shared document at its latest acknowledged edit, as a copy of its own, with its place in the log. */
export async function readShared(db: Database, postmortemId: string): Promise<{ shared: Y.Doc; seq: number }> {
  const stored = await loadDocument(db, postmortemId)
  // The first state is written in the transaction that makes the row, so a row without one is damage, not a case.
  if (!stored) throw new Error(`Post-mortem ${postmortemId} has no document.`)
  const shared = new Y.Doc()
  Y.applyUpdate(shared, stored.state)
  return { shared, seq: stored.seq }
}
