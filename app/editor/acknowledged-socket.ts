import { largestUpdate } from '#app/document/live-limits.ts'
import { updateMessage } from './update-message.ts'

/** Types of messages of Hocuspocus, and of sign-in and Yjs's sync inside them. */
const SYNC = 0
const SIGN_IN = 2
const LET_IN = 2
const SYNC_STATUS = 8
const ANSWER = 1
const UPDATE = 2

type Message = Uint8Array<ArrayBuffer>

export interface Acknowledgements {
  /** A WebSocket that counts, to be handed to the provider as `WebSocketPolyfill`. */
  Socket: typeof WebSocket
  /** Whether the server has committed everything that was typed in this tab. */
  isSaved(): boolean
  /** How many edits and answers were ever acknowledged; the server does so in the order of sending. */
  acknowledged(): number
  /** How many were sent and are not acknowledged. */
  outstanding(): number
  /**
   * The server does not take what was sent: it is not sent again as it was. What the document still holds of it goes with
   * the answer on the next connection, after an undo that is little or nothing.
   */
  forget(): void
  /**
   * Sends an update that was kept elsewhere, as it was typed. The document itself would send what is left of it after the
   * merge: where its place was deleted meanwhile, that is nothing.
   */
  resend(documentName: string, update: Uint8Array): void
}

/** Bytes of the envelope around an edit: the document's name and three numbers. */
const envelope = 1024

/**
 * Knows whether everything is saved: on one socket the server answers each edit in turn, once it is in its log. The
 * provider's own count starts again with each connection and then falls to zero too early. What was sent and not
 * answered when a connection broke is sent again first thing on the next one, as it was typed: by the time of the first
 * sync its place may be deleted here, and then only the edit itself still holds the text. `changed` is called after
 * every edit and answer; `tooLarge` when an edit was held back because the server takes none of this size. What follows a
 * held edit builds on it and is held too, until the next connection.
 */
export function acknowledgements(
  changed: (saved: boolean) => void,
  { Base = WebSocket, tooLarge = () => {} }: { Base?: typeof WebSocket; tooLarge?: () => void } = {},
): Acknowledgements {
  let current: CountingSocket | null = null
  let unanswered: Message[] = []
  let refused: Message[] = []
  let toSendAgain: Message[] = []
  let hasAnswered = false
  let isHolding = false
  let isLetIn = false
  let accepted = 0
  const outstanding = () => unanswered.length + refused.length + toSendAgain.length
  const isSaved = () => current?.readyState === 1 && hasAnswered && !isHolding && outstanding() === 0
  const tell = () => changed(isSaved())

  class CountingSocket extends Base {
    constructor(url: string | URL) {
      super(url)
      toSendAgain = [...toSendAgain, ...refused, ...unanswered]
      refused = []
      unanswered = []
      hasAnswered = false
      isHolding = false
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
      const [type, inner] = data instanceof Uint8Array ? typesOf(data) : []
      if (current !== this || type !== SYNC || (inner !== ANSWER && inner !== UPDATE)) {
        super.send(data as ArrayBuffer)
        return
      }
      // What the provider held back while the line was gone comes before the server knows who this is. It waits behind what
      // is older: an edit that arrives before one it builds on is not taken.
      if (!isLetIn) {
        toSendAgain.push(data as Message)
        tell()
        return
      }
      if (isHolding || (data as Message).byteLength > largestUpdate + envelope) {
        isHolding = true
        tooLarge()
        return
      }
      super.send(data as ArrayBuffer)
      if (inner === ANSWER) hasAnswered = true
      unanswered.push(data as Message)
      tell()
    }

    #hear(message: Uint8Array): void {
      const [type, applied] = typesOf(message)
      // Before the server has let this tab in, what is sent again would have to be refused.
      if (type === SIGN_IN && applied === LET_IN) {
        isLetIn = true
        for (const again of toSendAgain.splice(0)) this.send(again)
      }
      if (type !== SYNC_STATUS) return
      const answered = unanswered.shift()
      if (applied === 1) accepted++
      else if (answered) refused.push(answered)
      tell()
    }
  }
  return {
    Socket: CountingSocket as unknown as typeof WebSocket,
    isSaved,
    acknowledged: () => accepted,
    outstanding,
    forget() {
      unanswered = []
      refused = []
      toSendAgain = []
      hasAnswered = false
    },
    resend(documentName, update) {
      const message = updateMessage(documentName, update)
      if (isLetIn && current?.readyState === 1) current.send(message)
      else toSendAgain.push(message)
    },
  }
}

/** The two numbers after the address at the start of a message. They are below 128, so a byte each. */
function typesOf(message: Uint8Array): [number | undefined, number | undefined] {
  let at = 0
  let length = 0
  for (let shift = 0; at < message.length; shift += 7) {
    const byte = message[at++]!
    length |= (byte & 127) << shift
    if (byte < 128) break
  }
  return [message[at + length], message[at + length + 1]]
}
