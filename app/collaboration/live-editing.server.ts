import { type Connection, type Document, Hocuspocus, type WebSocketLike } from '@hocuspocus/server'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { Viewer } from '#app/people/viewer.ts'
import type { LiveEditing } from '#app/postmortems/live-editing.ts'
import { loadDocument, readStoredDocument } from '#app/postmortems/load-document.server.ts'
import { saveDocument } from '#app/postmortems/save-document.server.ts'
import { noteContributor } from '#app/postmortems/versions/contributors.server.ts'
import type { OpenDatabase } from '#db/open-database.ts'
import { admit } from './admit.server.ts'
import { documentsAhead } from './documents-ahead.server.ts'
import { createStoreKeeper } from './keep-stored.server.ts'
import { Ledger } from './ledger.ts'
import { type CloseEvent, closings, type LiveContext, LiveSocket } from './live-socket.ts'
import { createPersonThrottle } from './person-throttle.ts'
import { isEmptyUpdate, problemOfUpdate } from './problem-of-update.ts'
import { orUnavailable, Refusal } from './refusal.ts'
import { mayForget } from './rescue-text.ts'
import { showWhoItIs } from './show-who-it-is.ts'
import { soundUpdates } from './sound-updates.ts'
import { type Append, createUpdateLog } from './update-log.server.ts'
import { updateOfChange } from './update-of-change.ts'
import { watchMerges } from './watch-merges.ts'

/** Bytes of a document's whole state. A 10,000-word post-mortem after 50,000 edits has one megabyte. */
const largestDocument = 24 * 1024 * 1024

export interface RunningLiveEditing extends LiveEditing {
  /** Takes over a socket that was just opened; what arrives on it is to be handed to the answer. */
  accept(
    socket: WebSocketLike,
    request: Request,
  ): { receive(message: Uint8Array): void; closed(event: CloseEvent): void }
  /** Whether the server is stopping and takes no new sockets. */
  readonly isStopping: boolean
  /** Derives the rows of documents whose log is ahead of them, as a killed server leaves them. Resolves to how many. */
  recover(): Promise<number>
  /**
   * Closes every socket with a code that asks to come back, and stores what is open. `dirty` is how many documents could
   * not be stored in time; their edits are in the log.
   */
  shutdown(deadlineMs: number): Promise<{ dirty: number }>
}

export interface LiveEditingOptions {
  opened: Pick<OpenDatabase, 'db' | 'logUpdates'>
  log: Pick<Logger, 'error' | 'warn' | 'info'>
  /** Who is signed in, from the session cookie of the request that opened the socket. */
  viewerOf(request: Request): Promise<Viewer | null>
  /** In place of the write-ahead log: the kill test hands in one that writes nothing, and has to fail. */
  append?: Append
  save?: typeof saveDocument
}

/** The origin of a transaction that the server itself makes, with the update that it applies. */
interface ServerOrigin {
  source: 'local'
  skipStoreHooks?: boolean
  update: Uint8Array
}

/**
 * Shared documents, served by Hocuspocus: an edit is checked, committed to the log, applied and acknowledged, in this
 * order. Snapshots and rows follow every few seconds; one that fails is harmless and is tried again.
 */
export function createLiveEditing({
  opened,
  log,
  viewerOf,
  append = createUpdateLog(opened),
  save = saveDocument,
}: LiveEditingOptions): RunningLiveEditing {
  const { db } = opened
  const sockets = new Set<LiveSocket>()
  const ledgers = new Map<string, Ledger>()
  const applying = new WeakMap<Connection, { update: Uint8Array; seq: number }>()
  const slowDown = createPersonThrottle()
  let rightsChanged = 0
  let isStopping = false

  const hocuspocus: Hocuspocus<LiveContext> = new Hocuspocus<LiveContext>({
    quiet: true,
    yDocOptions: { gc: true, gcFilter: mayForget as () => boolean },
    maxPendingDocuments: 4,

    async onAuthenticate({ documentName, request, connectionConfig, context: { socket } }) {
      socket.postmortemId = documentName
      for (;;) {
        const before = rightsChanged
        const viewer = await orUnavailable(socket, viewerOf(request))
        socket.personId = viewer?.id
        const admission = await orUnavailable(socket, admit(db, viewer, documentName))
        // Rights that changed while they were read are read again: `close` may not have known yet whose socket this is.
        if (before !== rightsChanged) continue
        if (!admission.ok) throw new Refusal(admission.reason)
        connectionConfig.readOnly = admission.readOnly
        return { viewer }
      }
    },

    async onLoadDocument({ documentName, document, context }) {
      const load = loadInto(document, documentName)
      await (context.socket ? orUnavailable(context.socket, load) : load)
    },

    async connected({ documentName, connection, context }) {
      // A document that was let go while this connection was made is nobody's any more.
      if (hocuspocus.documents.get(documentName) !== connection.document) context.socket.close(closings.askAgain)
    },

    async beforeSync({ documentName, document, type, payload, connection, context }) {
      // 0 asks for the state; 1 and 2 carry an update, which a read-only connection sees refused without it.
      if (type === 0 || connection.readOnly) return
      if (context.socket.isClosed || hocuspocus.documents.get(documentName) !== document) throw new Refusal('not-open')
      const update = payload.slice()
      if (isEmptyUpdate(update)) return
      // The first answer of a client names everything that was ever deleted; mostly there is nothing new in it.
      if (type === 1 && Y.snapshotContainsUpdate(Y.snapshot(document), update)) return
      const ledger = ledgerOf(documentName)
      const problem =
        problemOfUpdate(update) ?? (ledger.size + update.byteLength > largestDocument ? 'too-large' : null)
      if (problem) {
        log.warn({ postmortemId: documentName, problem, bytes: update.byteLength }, 'an edit was refused')
        connection.sendStateless(JSON.stringify({ refused: problem }))
        throw new Refusal(problem)
      }
      ledger.onTheirWay++
      try {
        const { id: personId } = context.viewer!
        await slowDown(personId)
        const seq = await append(documentName, update, (place) => ledger.logged(place))
        if (!ledger.contributors.has(personId)) await contributed(documentName, personId)
        ledger.size += update.byteLength
        applying.set(connection, { update, seq })
      } catch (error) {
        ledger.onTheirWay--
        log.error({ err: error, postmortemId: documentName }, 'an edit could not be logged; it is not acknowledged')
        connection.sendStateless(JSON.stringify({ refused: 'unavailable' }))
        throw new Refusal('unavailable')
      }
    },

    async afterHandleMessage({ documentName, connection, context, update: message }) {
      context.socket.handled(message)
      const applied = applying.get(connection)
      if (!applied) return
      applying.delete(connection)
      arrived(documentName, applied.seq)
    },

    async beforeHandleAwareness({ document, states, connection, context }) {
      if (!connection || !context?.viewer) return
      const { viewer } = context
      const others = document.getConnections().filter((other) => other.context.viewer?.id !== viewer.id)
      showWhoItIs(states, viewer, (id) => others.some((other) => document.getClients(other).has(id)))
    },

    // Also when the server ends a connection after a refusal: the client comes back only when its socket closes.
    async onDisconnect({ context }) {
      context.socket?.close(closings.askAgain)
    },

    async onStoreDocument({ documentName }) {
      await keeper.keep(documentName)
    },

    async beforeUnloadDocument({ documentName }) {
      const ledger = ledgerOf(documentName)
      if (ledger.isDirty || ledger.onTheirWay > 0) throw new Refusal('not-stored')
    },

    async afterUnloadDocument({ documentName }) {
      const isBack = hocuspocus.documents.has(documentName) || hocuspocus.loadingDocuments.has(documentName)
      if (!isBack && ledgerOf(documentName).onTheirWay === 0) ledgers.delete(documentName)
    },
  })

  const keeper = createStoreKeeper({
    db,
    log,
    store: save,
    documentOf: (postmortemId) => hocuspocus.documents.get(postmortemId),
    ledgerOf,
    saved: letGo,
  })

  function ledgerOf(postmortemId: string): Ledger {
    const known = ledgers.get(postmortemId)
    if (known) return known
    const ledger = new Ledger()
    ledgers.set(postmortemId, ledger)
    return ledger
  }

  /** Snapshot, then the log; never rebuilt from anything else. Whoever asked is refused when this fails. */
  async function loadInto(document: Document, postmortemId: string): Promise<void> {
    const ledger = ledgerOf(postmortemId)
    await ledger.nothingOnItsWay()
    const stored = await readStoredDocument(db, postmortemId)
    if (!stored) throw new Refusal('not-found')
    const updates = soundUpdates(stored.snapshot, stored.updates)
    if (updates.length < stored.updates.length) {
      log.error({ postmortemId, left: stored.updates.length - updates.length }, 'logged edits that cannot be applied')
    }
    if (stored.snapshot) Y.applyUpdate(document, stored.snapshot, { source: 'local', skipStoreHooks: true })
    watchMerges(document, updateApplied, (settlement) => {
      void editOpen(postmortemId, document, settlement).catch((error) => {
        log.error({ err: error, postmortemId }, 'a merge could not be settled; it will be when the log is read again')
      })
    })
    for (const update of updates) {
      Y.applyUpdate(document, update, { source: 'local', skipStoreHooks: true, update } satisfies ServerOrigin)
    }
    document.on('update', () => ledger.changed())
    const size = stored.updates.reduce((bytes, update) => bytes + update.byteLength, stored.snapshot?.byteLength ?? 0)
    ledger.loaded(stored.seq, size, stored.updates.length > 0)
  }

  /** Once for each person: who wrote is known as soon as their first edit is acknowledged. */
  async function contributed(postmortemId: string, personId: string): Promise<void> {
    try {
      await noteContributor(db, postmortemId, personId)
      ledgerOf(postmortemId).contributors.add(personId)
    } catch (error) {
      // Their edit is logged, and that is what counts; their next one tries again.
      log.warn({ err: error, postmortemId }, 'it could not be noted who wrote')
    }
  }

  function updateApplied(origin: unknown): Uint8Array | undefined {
    if (typeof origin !== 'object' || origin === null) return undefined
    if ('connection' in origin) return applying.get(origin.connection as Connection)?.update
    return (origin as Partial<ServerOrigin>).update
  }

  /** An edit by the server: logged before anyone sees it, as everybody's. */
  async function editOpen(postmortemId: string, document: Document, change: (shared: Y.Doc) => void): Promise<void> {
    const ledger = ledgerOf(postmortemId)
    ledger.onTheirWay++
    let seq = 0
    try {
      const update = updateOfChange(document, change)
      if (!update) return
      seq = await append(postmortemId, update, (place) => ledger.logged(place))
      Y.applyUpdate(document, update, { source: 'local', update } satisfies ServerOrigin)
    } finally {
      arrived(postmortemId, seq)
    }
  }

  function arrived(postmortemId: string, seq: number): void {
    const ledger = ledgerOf(postmortemId)
    ledger.applied(seq)
    ledger.onTheirWay--
    letGo(postmortemId)
  }

  /** Lets a document go that nobody has open and that is stored; Hocuspocus asks only once, when the last one leaves. */
  function letGo(postmortemId: string): void {
    const document = hocuspocus.documents.get(postmortemId)
    if (document && document.getConnectionsCount() === 0) void hocuspocus.unloadDocument(document)
  }

  async function withOpen<T>(postmortemId: string, work: (document: Document) => Promise<T>): Promise<T> {
    let direct = await hocuspocus.openDirectConnection(postmortemId)
    // It may have been let go between being found and being held.
    while (direct.document !== hocuspocus.documents.get(postmortemId)) {
      direct = await hocuspocus.openDirectConnection(postmortemId)
    }
    const document = direct.document as Document
    try {
      return await work(document)
    } finally {
      await direct.disconnect({ unloadImmediately: document.getConnectionsCount() === 1 })
    }
  }

  const store = (postmortemId: string) => withOpen(postmortemId, () => keeper.save(postmortemId))

  return {
    get isStopping() {
      return isStopping
    },

    accept(webSocket, request) {
      const socket = new LiveSocket(hocuspocus, webSocket, request)
      if (isStopping) socket.close(closings.restart)
      else sockets.add(socket)
      return {
        receive: (message) => socket.receive(message),
        closed: (event) => {
          sockets.delete(socket)
          socket.closed(event)
        },
      }
    },

    async edit(postmortemId, change) {
      await withOpen(postmortemId, (document) => editOpen(postmortemId, document, change))
    },

    async read(postmortemId, look) {
      const open = hocuspocus.documents.get(postmortemId)
      if (open) return look(open)
      const stored = await loadDocument(db, postmortemId)
      if (!stored) throw new Error(`There is no document of post-mortem ${postmortemId}.`)
      const shared = new Y.Doc()
      try {
        Y.applyUpdate(shared, stored.state)
        return look(shared)
      } finally {
        shared.destroy()
      }
    },

    store,

    close({ personId, postmortemId }) {
      rightsChanged++
      for (const socket of sockets) {
        if (personId !== undefined && socket.personId !== personId) continue
        if (postmortemId !== undefined && socket.postmortemId !== postmortemId) continue
        socket.close(closings.askAgain)
      }
    },

    async recover() {
      const ahead = await documentsAhead(db)
      for (const id of ahead) {
        if (isStopping) break
        await store(id).catch((error) => log.error({ err: error, postmortemId: id }, 'rows could not be derived'))
      }
      return ahead.length
    },

    async shutdown(deadlineMs) {
      isStopping = true
      const late = new Promise<void>((resolve) => setTimeout(resolve, deadlineMs).unref())
      for (const socket of sockets) socket.close(closings.restart)
      const open = [...hocuspocus.documents.keys()]
      const flush = async (postmortemId: string) => {
        await ledgerOf(postmortemId).nothingOnItsWay()
        if (ledgerOf(postmortemId).isDirty) await keeper.save(postmortemId)
      }
      const flushed = open.map((id) =>
        flush(id).catch((error) => log.error({ err: error, postmortemId: id }, 'not stored when stopping')),
      )
      await Promise.race([Promise.all(flushed), late])
      keeper.stop()
      const dirty = [...ledgers.values()].filter((ledger) => ledger.isDirty).length
      if (dirty > 0) log.error({ dirty }, 'stopped before everything was stored; the log has every edit')
      return { dirty }
    },
  }
}
