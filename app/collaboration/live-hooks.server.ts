import type { Configuration } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { admitSocket, type Door } from './admit-socket.ts'
import { closings, type LiveContext } from './live-socket.ts'
import type { OpenDocuments } from './open-documents.server.ts'
import type { Pace } from './person-limits.ts'
import { orUnavailable, Refusal } from './refusal.ts'
import { mayForget } from './rescue-text.ts'
import { showWhoItIs } from './show-who-it-is.ts'
import { createEditTaker } from './take-edit.server.ts'
import type { Append } from './update-log.server.ts'

interface Parts {
  open: OpenDocuments
  door: Door
  log: Pick<Logger, 'error' | 'warn'>
  append: Append
  pace: Pace
}

/** What happens at each step of Hocuspocus: who is let in, what an edit has to pass, when a document may leave memory. */
export function liveHooks({ open, door, log, append, pace }: Parts): Partial<Configuration<LiveContext>> {
  const takeEdit = createEditTaker({ db: door.db, open, log, append, pace })
  return {
    quiet: true,
    yDocOptions: { gc: true, gcFilter: mayForget as () => boolean },
    maxPendingDocuments: 4,

    async onAuthenticate({ documentName, request, token, connectionConfig, context: { socket } }) {
      const { viewer, mayWrite } = await admitSocket(door, socket, { request, postmortemId: documentName, token })
      connectionConfig.readOnly = !mayWrite
      return { viewer }
    },

    async onLoadDocument({ documentName, document, context }) {
      const load = open.load(document, documentName)
      await (context.socket ? orUnavailable(context.socket, load) : load)
    },

    async connected({ documentName, connection, context }) {
      // A document that was let go while this connection was made is nobody's any more.
      if (open.get(documentName) !== connection.document) context.socket.close(closings.askAgain)
    },

    beforeSync: takeEdit,

    async afterHandleMessage({ documentName, connection, context, update: message }) {
      context.socket.handled(message)
      const applied = open.applying.get(connection)
      if (!applied) return
      open.applying.delete(connection)
      open.arrived(documentName, applied.seq)
    },

    async beforeHandleAwareness({ document, states, connection, context }) {
      if (!connection || !context?.viewer) return
      const { viewer } = context
      await pace.presence(viewer.id)
      const others = document.getConnections().filter((other) => other !== connection)
      const isOthers = (id: number) =>
        others.some((other) => other.context.viewer?.id !== viewer.id && document.getClients(other).has(id))
      showWhoItIs(states, viewer, { isOthers, own: document.getClients(connection) })
    },

    // Also when the server ends a connection after a refusal: the client comes back only when its socket closes.
    async onDisconnect({ context }) {
      context.socket?.close(closings.askAgain)
    },

    async onStoreDocument({ documentName }) {
      await open.keeper.keep(documentName)
    },

    async beforeUnloadDocument({ documentName }) {
      const ledger = open.ledgerOf(documentName)
      if (ledger.isDirty || ledger.onTheirWay > 0) throw new Refusal('not-stored')
    },

    async afterUnloadDocument({ documentName }) {
      open.unloaded(documentName)
    },
  }
}
