import * as Y from 'yjs'

/**
 * What an update of this document says, without the content of what was taken back: the history keeps that, to be made again,
 * and an edit that the server does not take would go along with everything that follows.
 */
export function withoutUndone(shared: Y.Doc, update: Uint8Array): Uint8Array {
  const known = Y.decodeStateVector(Y.encodeStateVector(shared))
  for (const [client, clock] of Y.parseUpdateMeta(update).from) known.set(client, clock)
  const copy = new Y.Doc()
  try {
    // A document that keeps no history forgets what is deleted as soon as it is read.
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared))
    return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(known))
  } finally {
    copy.destroy()
  }
}
