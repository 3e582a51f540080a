import * as Y from 'yjs'
import { largestUpdate } from '#app/document/live-limits.ts'
import { updateMessage } from './update-message.ts'
import { withoutUndone } from './without-undone.ts'

/** Types of messages of Hocuspocus, and of sign-in and Yjs's sync inside them. */
const SYNC = 0
const SIGN_IN = 2
const LET_IN = 2
const SYNC_STATUS = 8
const TAKEN = 1
const ANSWER = 1
const UPDATE = 2

/** What was sent and is not answered: some edits as they were typed, or an answer, which is none. */
interface Sent {
  updates: Uint8Array[]
}

export interface Acknowledgements {
  /** A WebSocket that counts, to be handed to the provider as `WebSocketPolyfill`. */
  Socket: typeof WebSocket
  /** An edit that was made here. It is sent now, or first thing on the next connection. */
  typed(update: Uint8Array): void
  /** Whether the server has committed everything that was typed in this tab. */
  isSaved(): boolean
  /** How many edits were ever acknowledged; the server does so in the order in which they were typed. */
  acknowledged(): number
  /** How many are not acknowledged. */
  outstanding(): number
  /**
   * The server does not take what was sent: it is not sent again as it was. What the document still holds of it goes with
   * the answer on the next connection, after an undo that is little or nothing.
   */
  forget(): void
}

interface Options {
  documentName: string
  shared: Y.Doc
  Base?: typeof WebSocket
  /** Called when an edit was held back because the server takes none of this size. */
  tooLarge?: () => void
}

/** Bytes of the largest message: an edit in its envelope, which has the document's name and three numbers. */
const largestMessage = largestUpdate + 1024
/** Bytes that edits which have waited are put together to. */
const together = 512 * 1024
/** Messages without an answer from which on edits wait here: a server that is behind is then sent few larger ones. */
const mostUnanswered = 64

/**
 * Knows whether everything is saved: on one socket the server answers each edit in turn, once it is in its log. The
 * provider's own count starts again with each connection and then falls to zero too early, and its queue is emptied by some
 * failed attempts to connect. So edits are sent from here, in the order in which they were typed, and those that are not
 * answered when a connection breaks, or were typed while there was none, go first thing on the next one, as they were typed: by
 * the time of the first sync their place may be deleted here, and then only the edit itself still holds the text. `changed` is
 * called after every edit and answer. What follows an edit that is held back builds on it: all of it goes with the next answer,
 * which says what the document holds then.
 */
export function acknowledgements(
  changed: (saved: boolean) => void,
  { documentName, shared, Base = WebSocket, tooLarge = () => {} }: Options,
): Acknowledgements {
  let current: CountingSocket | null = null
  let unanswered: Sent[] = []
  let refused: Sent[] = []
  let waiting: Uint8Array[] = []
  let hasAnswered = false
  let isHolding = false
  let wasRefused = false
  let isLetIn = false
  let accepted = 0
  const editsIn = (list: Sent[]) => list.reduce((count, { updates }) => count + updates.length, 0)
  const outstanding = () => editsIn(unanswered) + editsIn(refused) + waiting.length
  const isSaved = () =>
    current?.readyState === 1 && hasAnswered && !isHolding && waiting.length + refused.length + unanswered.length === 0
  const tell = () => changed(isSaved())
  const mayGo = (socket: CountingSocket) =>
    socket === current && isLetIn && socket.readyState === 1 && unanswered.length < mostUnanswered

  class CountingSocket extends Base {
    constructor(url: string | URL) {
      super(url)
      waiting = [...[...refused, ...unanswered].flatMap(({ updates }) => updates), ...waiting]
      refused = []
      unanswered = []
      hasAnswered = false
      isLetIn = false
      current = this
      this.addEventListener('message', ({ data }) => {
        if (current === this && data instanceof ArrayBuffer) this.#hear(new Uint8Array(data))
      })
      this.addEventListener('close', () => {
        if (current === this) tell()
      })
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      const { type, inner, body } = data instanceof Uint8Array ? partsOf(data) : {}
      // Edits are sent from `typed`: the provider's copy of them would be one too many.
      if (type === SYNC && inner === UPDATE) return
      if (type !== SYNC || inner !== ANSWER) super.send(data as ArrayBuffer)
      else if (current === this) this.#answer(data as Uint8Array<ArrayBuffer>, body!)
    }

    #answer(message: Uint8Array<ArrayBuffer>, update: () => Uint8Array): void {
      const isPlain = !wasRefused && message.byteLength <= largestMessage
      const answer = isPlain ? message : updateMessage(documentName, withoutUndone(shared, update()))
      isHolding = answer.byteLength > largestMessage
      if (isHolding) tooLarge()
      else {
        hasAnswered = true
        this.#put(answer, [])
      }
    }

    /** Sends what was typed; where it is much, put together in few messages, with every letter that was typed and deleted. */
    sendEdits(edits: Uint8Array[]): void {
      for (let from = 0, to = 1; from < edits.length; from = to, to++) {
        for (let bytes = edits[from]!.byteLength; to < edits.length; to++) {
          bytes += edits[to]!.byteLength
          if (bytes > together) break
        }
        const part = edits.slice(from, to)
        const message = updateMessage(documentName, merged(part))
        if (message.byteLength > largestMessage) {
          isHolding = true
          wasRefused = true
          // Before the answer it is not known whether the document still holds it.
          if (hasAnswered) tooLarge()
          return
        }
        this.#put(message, part)
      }
    }

    #put(message: Uint8Array<ArrayBuffer>, updates: Uint8Array[]): void {
      super.send(message)
      unanswered.push({ updates })
      tell()
    }

    #hear(message: Uint8Array): void {
      const { type, inner } = partsOf(message)
      // Before the server has let this tab in, an edit would have to be refused.
      if (type === SIGN_IN && inner === LET_IN) {
        isLetIn = true
        this.sendEdits(waiting.splice(0))
      }
      if (type !== SYNC_STATUS) return
      const answered = unanswered.shift()
      if (inner === TAKEN) accepted += answered?.updates.length ?? 0
      else if (answered) refused.push(answered)
      if (mayGo(this)) this.sendEdits(waiting.splice(0))
      tell()
    }
  }
  return {
    Socket: CountingSocket as unknown as typeof WebSocket,
    typed(update) {
      if (!isHolding) waiting.push(update)
      if (current && mayGo(current)) current.sendEdits(waiting.splice(0))
      else tell()
    },
    isSaved,
    acknowledged: () => accepted,
    outstanding,
    forget() {
      unanswered = []
      refused = []
      waiting = []
      hasAnswered = false
      isHolding = true
      wasRefused = true
    },
  }
}

/** Merging takes the square of how many there are, so it is done a few at a time. */
const few = 32

function merged(updates: Uint8Array[]): Uint8Array {
  if (updates.length === 1) return updates[0]!
  if (updates.length <= few) return Y.mergeUpdates(updates)
  const groups = Array.from({ length: Math.ceil(updates.length / few) }, (_, place) =>
    merged(updates.slice(place * few, (place + 1) * few)),
  )
  return merged(groups)
}

/** What stands in a message behind the document's name: two numbers below 128, a byte each, and mostly bytes with their length. */
function partsOf(message: Uint8Array) {
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; at < message.length; shift += 7) {
      const byte = message[at++]!
      value |= (byte & 127) << shift
      if (byte < 128) break
    }
    return value
  }
  const name = varint()
  at += name
  const [type, inner] = [message[at++], message[at++]]
  const body = () => {
    const length = varint()
    return message.subarray(at, at + length)
  }
  return { type, inner, body }
}
