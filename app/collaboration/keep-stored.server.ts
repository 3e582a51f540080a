import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { saveDocument } from '#app/postmortems/save-document.server.ts'
import type { Database } from '#db/client.ts'
import type { Ledger } from './ledger.ts'

const firstRetry = 1_000
const longestRetry = 60_000

export interface StoreKeeper {
  /** Stores the snapshot and the rows now; rejects when that fails. Two saves of one document never overlap. */
  save(postmortemId: string): Promise<void>
  /** Stores it if it has changed; a failure is logged and tried again, later each time. */
  keep(postmortemId: string): Promise<void>
  stop(): void
}

interface Options {
  db: Database
  log: Pick<Logger, 'error'>
  store: typeof saveDocument
  documentOf(postmortemId: string): Y.Doc | undefined
  ledgerOf(postmortemId: string): Ledger
  /** Called after each save that a retry made, when nobody else waits for it. */
  saved(postmortemId: string): void
}

/** Saves open documents. The log has every edit already, so a save that fails loses nothing; it only has to be repeated. */
export function createStoreKeeper({ db, log, store, documentOf, ledgerOf, saved }: Options): StoreKeeper {
  const running = new Map<string, Promise<void>>()
  const retries = new Map<string, { attempt: number; timer: NodeJS.Timeout }>()
  let isStopped = false

  function save(postmortemId: string, isWanted = () => true): Promise<void> {
    const before = running.get(postmortemId) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(() => (isWanted() ? saveOnce(postmortemId) : undefined))
    running.set(postmortemId, mine)
    const done = () => {
      if (running.get(postmortemId) === mine) running.delete(postmortemId)
    }
    mine.then(done, done)
    return mine
  }

  async function saveOnce(postmortemId: string): Promise<void> {
    const document = documentOf(postmortemId)
    if (!document) return
    const ledger = ledgerOf(postmortemId)
    // Read in one go, without waiting in between: state, place and count belong together.
    const { changes, appliedUpTo: seq } = ledger
    const state = Y.encodeStateAsUpdate(document)
    ledger.size = state.byteLength
    await store(db, postmortemId, { state, seq })
    ledger.saved(changes)
    clearTimeout(retries.get(postmortemId)?.timer)
    retries.delete(postmortemId)
  }

  async function keep(postmortemId: string): Promise<void> {
    // Asked again when its turn comes: a save that runs now may store all there is.
    const isWanted = () => !isStopped && ledgerOf(postmortemId).isDirty
    if (!isWanted()) return
    try {
      await save(postmortemId, isWanted)
    } catch (error) {
      if (!isStopped) retryLater(postmortemId, error)
    }
  }

  function retryLater(postmortemId: string, error: unknown): void {
    const attempt = (retries.get(postmortemId)?.attempt ?? 0) + 1
    clearTimeout(retries.get(postmortemId)?.timer)
    const delay = Math.min(longestRetry, firstRetry * 2 ** (attempt - 1))
    log.error({ err: error, postmortemId, attempt, delay }, 'a snapshot could not be stored; its edits are in the log')
    const timer = setTimeout(() => void keep(postmortemId).then(() => saved(postmortemId)), delay)
    retries.set(postmortemId, { attempt, timer: timer.unref() })
  }

  return {
    save,
    keep,
    stop() {
      isStopped = true
      for (const { timer } of retries.values()) clearTimeout(timer)
      retries.clear()
    },
  }
}
