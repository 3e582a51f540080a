import type { beforeSyncPayload } from '@hocuspocus/server'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import { largestDocument } from '#app/document/live-limits.ts'
import { noteContributor } from '#app/postmortems/versions/contributors.server.ts'
import type { Database } from '#db/client.ts'
import { Authors } from './authors.ts'
import type { LiveContext } from './live-socket.ts'
import type { OpenDocuments } from './open-documents.server.ts'
import type { Pace } from './person-limits.ts'
import { problemInDocument } from './problem-in-document.ts'
import { isEmptyUpdate, problemOfUpdate, type UpdateProblem } from './problem-of-update.ts'
import { Refusal } from './refusal.ts'
import type { Append } from './update-log.server.ts'

/** Types of sync messages: the first asks for the state, the others carry an update. */
const ASK = 0
const ANSWER = 1
/** From this size on, in bytes, it is worth looking whether an edit says anything new: a copy kept offline comes as one. */
const large = 64 * 1024

type Message = beforeSyncPayload<LiveContext>

interface Options {
  db: Database
  open: OpenDocuments
  log: Pick<Logger, 'error' | 'warn'>
  append: Append
  pace: Pace
}

/**
 * Takes an edit that came over a socket: checked, slowed where one person sends more than anyone can make, and in the log
 * before it is acknowledged, and then applied. What may not enter the document is refused with its reason, and harms nobody else.
 */
export function createEditTaker({ db, open, log, append, pace }: Options) {
  const authors = new Authors()

  function problemHere(update: Uint8Array, { document, documentName, connection, context }: Message) {
    if (open.ledgerOf(documentName).size + update.byteLength > largestDocument) return 'full'
    const decoded = Y.decodeUpdate(update)
    const problem = problemInDocument(decoded, document)
    if (problem) return problem
    return authors.take(document, decoded, context.viewer!.id, document.getClients(connection)) ? null : 'malformed'
  }

  /** Once for each person: who wrote is known as soon as their first edit is acknowledged. */
  async function contributed(postmortemId: string, personId: string): Promise<void> {
    try {
      await noteContributor(db, postmortemId, personId)
      open.ledgerOf(postmortemId).contributors.add(personId)
    } catch (error) {
      // Their edit is logged, and that is what counts; their next one tries again.
      log.warn({ err: error, postmortemId }, 'it could not be noted who wrote')
    }
  }

  return async (message: Message): Promise<void> => {
    const { documentName, document, type, payload, connection, context } = message
    // A read-only connection sees its edit refused by Hocuspocus, without us.
    if (type === ASK || connection.readOnly) return
    if (context.socket.isClosed || open.get(documentName) !== document) throw new Refusal('not-open')
    const update = payload.slice()
    if (isEmptyUpdate(update)) return
    const refuse = (reason: UpdateProblem | 'unavailable'): never => {
      connection.sendStateless(JSON.stringify({ refused: reason }))
      throw new Refusal(reason)
    }
    const problem = problemOfUpdate(update)
    // The first answer of a client names everything that was ever deleted; mostly there is nothing new in it.
    const mayBeKnown = type === ANSWER || update.byteLength > large
    if (!problem && mayBeKnown && Y.snapshotContainsUpdate(Y.snapshot(document), update)) return
    const why = problem ?? problemHere(update, message)
    if (why) {
      log.warn({ postmortemId: documentName, problem: why, bytes: update.byteLength }, 'an edit was refused')
      return refuse(why)
    }
    const ledger = open.ledgerOf(documentName)
    const { id: personId } = context.viewer!
    ledger.onTheirWay++
    try {
      await pace.edit(personId, update.byteLength, (wait) => connection.sendStateless(JSON.stringify({ slowed: wait })))
      // Who was shown out while waiting has nothing to add.
      if (context.socket.isClosed) throw new Refusal('not-open')
      const seq = await append(documentName, update, (place) => ledger.logged(place))
      if (!ledger.contributors.has(personId)) await contributed(documentName, personId)
      context.socket.acknowledge(connection)
      ledger.size += update.byteLength
      open.applying.set(connection, { update, seq })
    } catch (error) {
      ledger.onTheirWay--
      if (error instanceof Refusal) throw error
      log.error({ err: error, postmortemId: documentName }, 'an edit could not be logged; it is not acknowledged')
      refuse('unavailable')
    }
  }
}
