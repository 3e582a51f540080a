const PING = new Uint8Array([9])
const PONG = 10

/** How the line is watched, in milliseconds. */
export interface Watch {
  /** How often it is looked whether the line is alive. */
  look: number
  /** So long nothing was heard before the server is asked. */
  quiet: number
  /** The same on a page that nobody looks at. */
  quietUnseen: number
  /** So long an answer may take, and longer by what was sent before the question. */
  patience: number
  /** So long a connection may take to open; browsers wait for minutes. */
  connecting: number
}
const usual: Watch = { look: 1000, quiet: 2000, quietUnseen: 20_000, patience: 3000, connecting: 8000 }
/** What a slow line carries in a millisecond. */
const BYTES_PER_MS = 16
/** So long the first answer may take, which comes after the document. */
const OPENING = 30_000

interface Heard {
  /** The server's time, in milliseconds. */
  time(server: number): void
  /** The socket is open and nobody answers on it: the network is gone without a word, as when a laptop changes places. */
  silent(): void
  /** Whether someone looks at the page. */
  isSeen(): boolean
}

/**
 * A WebSocket that asks the server for a sign of life, and notices within a few seconds when there is none. Browsers notice
 * when they next try to send, and then only minutes later.
 */
export function withHeartbeat(Base: typeof WebSocket, heard: Heard, watch: Watch = usual): typeof WebSocket {
  class HeartbeatSocket extends Base {
    #heardAt = performance.now()
    #askedAt: number | null = null
    #lookedAt = performance.now()
    #sentSince = 0
    #buffered = 0
    #isOpening = true

    constructor(url: string | URL) {
      super(url)
      const timer = setInterval(() => this.#look(), watch.look)
      this.addEventListener('open', () => this.#hear())
      this.addEventListener('close', () => clearInterval(timer))
      this.addEventListener('message', (event) => {
        this.#hear()
        const answer = event.data instanceof ArrayBuffer ? new DataView(event.data) : null
        if (answer?.byteLength !== 9 || answer.getUint8(0) !== PONG) return
        event.stopImmediatePropagation()
        this.#isOpening = false
        heard.time(answer.getFloat64(1))
      })
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data as ArrayBuffer)
      this.#sentSince += (data as Uint8Array).byteLength
    }

    #hear(): void {
      this.#heardAt = performance.now()
      this.#askedAt = null
      this.#sentSince = 0
    }

    #look(): void {
      const now = performance.now()
      // A page that slept, or whose timers are slowed, has messages waiting that it has not read yet.
      const wasAsleep = now - this.#lookedAt > 2.5 * watch.look
      const isMoving = this.bufferedAmount < this.#buffered
      this.#lookedAt = now
      this.#buffered = this.bufferedAmount
      if (wasAsleep || isMoving) {
        if (this.#askedAt !== null) this.#askedAt = now
        return
      }
      if (this.readyState === this.CONNECTING) {
        if (now - this.#heardAt > watch.connecting) heard.silent()
      } else if (this.#askedAt === null) {
        const quiet = heard.isSeen() ? watch.quiet : watch.quietUnseen
        if (now - this.#heardAt < quiet || this.readyState !== this.OPEN) return
        this.#askedAt = now
        super.send(PING)
      } else if (now - this.#askedAt > (this.#isOpening ? OPENING : watch.patience + this.#sentSince / BYTES_PER_MS)) {
        this.#askedAt = null
        heard.silent()
      }
    }
  }
  return HeartbeatSocket
}
