import * as Y from 'yjs'

/**
 * The updates of a log that Yjs can apply. One that it stumbles over, although it was checked before it was logged, is
 * left out rather than making the whole document unreadable for good. Throws when the snapshot itself cannot be read.
 */
export function soundUpdates(snapshot: Uint8Array | null, updates: Uint8Array[]): Uint8Array[] {
  const trial = new Y.Doc()
  try {
    if (snapshot) Y.applyUpdate(trial, snapshot)
    for (const [index, update] of updates.entries()) {
      try {
        Y.applyUpdate(trial, update)
      } catch {
        // What was applied of it is in the trial now, so the others are tried again without it.
        return soundUpdates(snapshot, updates.toSpliced(index, 1))
      }
    }
    return updates
  } finally {
    trial.destroy()
  }
}
