/** Types of messages of Hocuspocus, and of Yjs's sync inside them. */
const SYNC = 0
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
}

/**
 * Knows whether everything is saved: on one socket the server answers each edit in turn, once it is in its log. The
 * provider's own count starts again with each connection and then falls to zero too early. What was sent and not
 * answered when a connection broke is sent again first thing on the next one, as it was typed: by the time of the first
 * sync its place may be deleted here, and then only the edit itself still holds the text. `changed` is called after
 * every edit and answer.
 */
export function acknowledgements(
  changed: (saved: boolean) => void,
  Base: typeof WebSocket = WebSocket,
): Acknowledgements {
  let current: CountingSocket | null = null
  let unanswered: Message[] = []
  let refused: Message[] = []
  const toSendAgain: Uint8Array[] = []
  let hasAnswered = false
  let accepted = 0
  const outstanding = () => unanswered.length + refused.length + toSendAgain.length
  const isSaved = () => current?.readyState === 1 && hasAnswered && outstanding() === 0
  const tell = () => changed(isSaved())

  class CountingSocket extends Base {
    constructor(url: string | URL) {
      super(url)
      toSendAgain.push(...refused, ...unanswered)
      refused = []
      unanswered = []
      hasAnswered = false
      current = this
      // The first thing the server says is that it knows who this is. Before that it would have to be refused.
      this.addEventListener(
        'message',
        () => {
          if (current === this) for (const message of toSendAgain.splice(0)) this.send(message as Message)
        },
        { once: true },
      )
      this.addEventListener('message', ({ data }) => {
        if (current === this && data instanceof ArrayBuffer) this.#hear(new Uint8Array(data))
      })
      this.addEventListener('close', () => {
        if (current === this) tell()
      })
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data as ArrayBuffer)
      if (!(data instanceof Uint8Array) || current !== this) return
      const [type, inner] = typesOf(data)
      if (type !== SYNC || (inner !== ANSWER && inner !== UPDATE)) return
      if (inner === ANSWER) hasAnswered = true
      unanswered.push(data as Message)
      tell()
    }

    #hear(message: Uint8Array): void {
      const [type, applied] = typesOf(message)
      if (type !== SYNC_STATUS) return
      const answered = unanswered.shift()
      if (applied === 1) accepted++
      else if (answered) refused.push(answered)
      tell()
    }
  }
  return { Socket: CountingSocket as unknown as typeof WebSocket, isSaved, acknowledged: () => accepted, outstanding }
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
