import type { OpenDatabase } from '#db/open-database.ts'

/** What one edit waits for. `committed` is told the edit's place before anyone who waits for the same commit goes on. */
interface Waiting {
  postmortemId: string
  update: Uint8Array
  committed(seq: number): void
  resolve(seq: number): void
  reject(error: unknown): void
}

export type Append = (postmortemId: string, update: Uint8Array, committed?: (seq: number) => void) => Promise<number>

const largestBatch = 500

/**
 * The write-ahead log of all documents. One writer: what arrives while a commit is under way is written by the next one,
 * in one statement, so that many people typing cost few commits. Resolves to the edit's place when it is durable.
 */
export function createUpdateLog({ logUpdates }: Pick<OpenDatabase, 'logUpdates'>): Append {
  const waiting: Waiting[] = []
  let writing = false

  return (postmortemId, update, committed = () => {}) =>
    new Promise((resolve, reject) => {
      waiting.push({ postmortemId, update, committed, resolve, reject })
      if (!writing) void write()
    })

  async function write(): Promise<void> {
    writing = true
    while (waiting.length > 0) await commit(waiting.splice(0, largestBatch))
    writing = false
  }

  async function commit(batch: Waiting[]): Promise<void> {
    try {
      const seqs = await logUpdates(batch.map(({ postmortemId, update }) => ({ postmortemId, update })))
      batch.forEach((one, index) => {
        one.committed(seqs[index]!)
      })
      batch.forEach((one, index) => {
        one.resolve(seqs[index]!)
      })
    } catch (error) {
      // One row that is refused (its post-mortem was just deleted) must not take the others' edits with it.
      if (batch.length === 1) batch[0]!.reject(error)
      else for (const one of batch) await commit([one])
    }
  }
}
