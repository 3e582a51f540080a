import { Hocuspocus, type WebSocketLike } from '@hocuspocus/server'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { LiveEditing } from '#app/postmortems/live-editing.ts'
import { loadDocument } from '#app/postmortems/load-document.server.ts'
import { saveDocument } from '#app/postmortems/save-document.server.ts'
import type { OpenDatabase } from '#db/open-database.ts'
import type { Door } from './admit-socket.ts'
import { documentsAhead } from './documents-ahead.server.ts'
import { liveHooks } from './live-hooks.server.ts'
import { type CloseEvent, closings, type LiveContext, LiveSocket } from './live-socket.ts'
import { OpenDocuments } from './open-documents.server.ts'
import { OpenSockets } from './open-sockets.ts'
import { createPace, type Pace } from './person-limits.ts'
import { type Append, createUpdateLog } from './update-log.server.ts'

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

export interface LiveEditingOptions extends Pick<Door, 'sessionOf' | 'readRight'> {
  opened: Pick<OpenDatabase, 'db' | 'logUpdates'>
  log: Pick<Logger, 'error' | 'warn' | 'info'>
  /** In place of the write-ahead log: the kill test hands in one that writes nothing, and has to fail. */
  append?: Append
  save?: typeof saveDocument
  pace?: Pace
}

/** How often sockets are looked at whose session has ended by itself, in milliseconds. */
const sweep = 30_000

/**
 * Shared documents, served by Hocuspocus: an edit is checked, brought to the log, acknowledged and applied, in this
 * order. Snapshots and rows follow every few seconds; one that fails is harmless and is tried again.
 */
export function createLiveEditing({
  opened,
  log,
  sessionOf,
  readRight,
  append = createUpdateLog(opened),
  save = saveDocument,
  pace = createPace(),
}: LiveEditingOptions): RunningLiveEditing {
  const { db } = opened
  const sockets = new OpenSockets()
  const hocuspocus = new Hocuspocus<LiveContext>()
  const open = new OpenDocuments({ hocuspocus, db, log, append, save })
  hocuspocus.configure(liveHooks({ open, log, append, pace, door: { db, sockets, sessionOf, readRight } }))
  const sweeping = setInterval(() => sockets.closeOver(), sweep).unref()
  let isStopping = false

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
      await open.with(postmortemId, (document) => open.edit(postmortemId, document, change))
    },

    async read(postmortemId, look) {
      const document = open.get(postmortemId)
      if (document) return look(document)
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

    store: (postmortemId) => open.store(postmortemId),

    close: (whose) => sockets.close(whose),

    async recover() {
      const ahead = await documentsAhead(db)
      for (const id of ahead) {
        if (isStopping) break
        await open.store(id).catch((error) => log.error({ err: error, postmortemId: id }, 'rows could not be derived'))
      }
      return ahead.length
    },

    async shutdown(deadlineMs) {
      isStopping = true
      clearInterval(sweeping)
      const late = new Promise<void>((resolve) => setTimeout(resolve, deadlineMs).unref())
      sockets.closeAll(closings.restart)
      await open.flush(late)
      const { dirty } = open
      if (dirty > 0) log.error({ dirty }, 'stopped before everything was stored; the log has every edit')
      return { dirty }
    },
  }
}
