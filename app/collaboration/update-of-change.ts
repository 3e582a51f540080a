import * as Y from 'yjs'

/**
 * What a change would do to a document, as an update, without touching it: the update can be logged before it is applied.
 * Null when it changes nothing.
 */
export function updateOfChange(shared: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array | null {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared))
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    copy.transact(() => change(copy))
    return updates.length === 0 ? null : Y.mergeUpdates(updates)
  } finally {
    copy.destroy()
  }
}
