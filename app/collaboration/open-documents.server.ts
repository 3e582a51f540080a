import type { Connection, Document, Hocuspocus } from '@hocuspocus/server'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import { readStoredDocument } from '#app/postmortems/load-document.server.ts'
import type { saveDocument } from '#app/postmortems/save-document.server.ts'
import type { Database } from '#db/client.ts'
import { createStoreKeeper, type StoreKeeper } from './keep-stored.server.ts'
import { Ledger } from './ledger.ts'
import type { LiveContext } from './live-socket.ts'
import { Refusal } from './refusal.ts'
import { soundUpdates } from './sound-updates.ts'
import type { Append } from './update-log.server.ts'
import { updateOfChange } from './update-of-change.ts'
import { watchMerges } from './watch-merges.ts'

/** The origin of a transaction that the server itself makes, with the update that it applies. */
interface ServerOrigin {
  source: 'local'
  skipStoreHooks?: boolean
  update: Uint8Array
}

interface Options {
  hocuspocus: Hocuspocus<LiveContext>
  db: Database
  log: Pick<Logger, 'error'>
  append: Append
  save: typeof saveDocument
}

/** The documents in memory, each with its ledger: read from snapshot and log, edited through the log, stored again. */
export class OpenDocuments {
  /** What is being applied of a connection: its edit is in the log, and not yet in the document. */
  readonly applying = new WeakMap<Connection, { update: Uint8Array; seq: number }>()
  readonly keeper: StoreKeeper
  readonly #ledgers = new Map<string, Ledger>()
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
    this.keeper = createStoreKeeper({
      db: options.db,
      log: options.log,
      store: options.save,
      documentOf: (postmortemId) => this.get(postmortemId),
      ledgerOf: (postmortemId) => this.ledgerOf(postmortemId),
      saved: (postmortemId) => this.letGo(postmortemId),
    })
  }

  get(postmortemId: string): Document | undefined {
    return this.#options.hocuspocus.documents.get(postmortemId)
  }

  get ids(): string[] {
    return [...this.#options.hocuspocus.documents.keys()]
  }

  get dirty(): number {
    return [...this.#ledgers.values()].filter((ledger) => ledger.isDirty).length
  }

  ledgerOf(postmortemId: string): Ledger {
    const known = this.#ledgers.get(postmortemId)
    if (known) return known
    const ledger = new Ledger()
    this.#ledgers.set(postmortemId, ledger)
    return ledger
  }

  /** Snapshot, then the log; never rebuilt from anything else. Whoever asked is refused when this fails. */
  async load(document: Document, postmortemId: string): Promise<void> {
    const { db, log } = this.#options
    const ledger = this.ledgerOf(postmortemId)
    await ledger.nothingOnItsWay()
    const stored = await readStoredDocument(db, postmortemId)
    if (!stored) throw new Refusal('not-found')
    const updates = soundUpdates(stored.snapshot, stored.updates)
    if (updates.length < stored.updates.length) {
      log.error({ postmortemId, left: stored.updates.length - updates.length }, 'logged edits that cannot be applied')
    }
    if (stored.snapshot) Y.applyUpdate(document, stored.snapshot, { source: 'local', skipStoreHooks: true })
    watchMerges(
      document,
      (origin) => this.#updateApplied(origin),
      (settlement) => {
        void this.edit(postmortemId, document, settlement).catch((error) => {
          log.error({ err: error, postmortemId }, 'a merge could not be settled; it will be when the log is read again')
        })
      },
    )
    for (const update of updates) {
      Y.applyUpdate(document, update, { source: 'local', skipStoreHooks: true, update } satisfies ServerOrigin)
    }
    document.on('update', () => ledger.changed())
    const size = stored.updates.reduce((bytes, update) => bytes + update.byteLength, stored.snapshot?.byteLength ?? 0)
    ledger.loaded(stored.seq, size, stored.updates.length > 0)
  }

  #updateApplied(origin: unknown): Uint8Array | undefined {
    if (typeof origin !== 'object' || origin === null) return undefined
    if ('connection' in origin) return this.applying.get(origin.connection as Connection)?.update
    return (origin as Partial<ServerOrigin>).update
  }

  /** An edit by the server: logged before anyone sees it, as everybody's. */
  async edit(postmortemId: string, document: Document, change: (shared: Y.Doc) => void): Promise<void> {
    const ledger = this.ledgerOf(postmortemId)
    ledger.onTheirWay++
    let seq = 0
    try {
      const update = updateOfChange(document, change)
      if (!update) return
      seq = await this.#options.append(postmortemId, update, (place) => ledger.logged(place))
      Y.applyUpdate(document, update, { source: 'local', update } satisfies ServerOrigin)
    } finally {
      this.arrived(postmortemId, seq)
    }
  }

  /** The edit at this place of the log is in the document. */
  arrived(postmortemId: string, seq: number): void {
    const ledger = this.ledgerOf(postmortemId)
    ledger.applied(seq)
    ledger.onTheirWay--
    this.letGo(postmortemId)
  }

  /** Lets a document go that nobody has open and that is stored; Hocuspocus asks only once, when the last one leaves. */
  letGo(postmortemId: string): void {
    const document = this.get(postmortemId)
    if (document && document.getConnectionsCount() === 0) void this.#options.hocuspocus.unloadDocument(document)
  }

  /** Called when a document has left memory: its ledger goes with it, unless it is coming back. */
  unloaded(postmortemId: string): void {
    const { documents, loadingDocuments } = this.#options.hocuspocus
    const isBack = documents.has(postmortemId) || loadingDocuments.has(postmortemId)
    if (!isBack && this.ledgerOf(postmortemId).onTheirWay === 0) this.#ledgers.delete(postmortemId)
  }

  /** Keeps a document in memory while `work` goes on with it. */
  async with<T>(postmortemId: string, work: (document: Document) => Promise<T>): Promise<T> {
    const { hocuspocus } = this.#options
    let direct = await hocuspocus.openDirectConnection(postmortemId)
    // It may have been let go between being found and being held.
    while (direct.document !== this.get(postmortemId)) direct = await hocuspocus.openDirectConnection(postmortemId)
    const document = direct.document as Document
    try {
      return await work(document)
    } finally {
      await direct.disconnect({ unloadImmediately: document.getConnectionsCount() === 1 })
    }
  }

  store(postmortemId: string): Promise<void> {
    return this.with(postmortemId, () => this.keeper.save(postmortemId))
  }

  /** Stores what is open and not stored, as far as the time reaches. */
  async flush(until: Promise<void>): Promise<void> {
    const flushed = this.ids.map(async (postmortemId) => {
      try {
        await this.ledgerOf(postmortemId).nothingOnItsWay()
        if (this.ledgerOf(postmortemId).isDirty) await this.keeper.save(postmortemId)
      } catch (error) {
        this.#options.log.error({ err: error, postmortemId }, 'not stored when stopping')
      }
    })
    await Promise.race([Promise.all(flushed), until])
    this.keeper.stop()
  }
}
