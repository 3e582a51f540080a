import { type Connection, type Hocuspocus, OutgoingMessage, type WebSocketLike } from '@hocuspocus/server'
import type { Viewer } from '#app/people/viewer.ts'
import { isPing, pong } from './ping.ts'

export interface CloseEvent {
  code: number
  reason: string
}

/** Bytes a socket may have sent that are not handled yet: a few of the largest messages, or thousands of edits. */
const mostUnhandled = 32 * 1024 * 1024

/** Codes with which the server closes a socket. After each of them the client comes back by itself and asks again. */
export const closings = {
  askAgain: { code: 4205, reason: 'Reset Connection' },
  restart: { code: 1012, reason: 'Service Restart' },
  unavailable: { code: 1013, reason: 'Try Again Later' },
  tooMuch: { code: 1009, reason: 'Message Too Big' },
} satisfies Record<string, CloseEvent>

/** What hooks know of the connection that a message came by. */
export interface LiveContext {
  socket: LiveSocket
  viewer?: Viewer
}

/** One open socket, who it belongs to, and the post-mortem it shows. */
export class LiveSocket {
  personId?: string
  postmortemId?: string
  sessionEndsAt?: Date
  isAdmitted = false
  isClosed = false
  #unhandled = 0
  #saidAhead: Uint8Array | undefined
  #socket: WebSocketLike
  #client: ReturnType<Hocuspocus<LiveContext>['handleConnection']>

  constructor(hocuspocus: Hocuspocus<LiveContext>, socket: WebSocketLike, request: Request) {
    this.#socket = socket
    const heard: WebSocketLike = {
      get readyState() {
        return socket.readyState
      },
      send: (message) => this.#send(message),
      close: (code, reason) => socket.close(code, reason),
    }
    this.#client = hocuspocus.handleConnection(heard, request, { socket: this })
  }

  receive(message: Uint8Array): void {
    if (this.isClosed) return
    if (isPing(message)) {
      this.#socket.send(pong())
      return
    }
    this.#unhandled += message.byteLength
    if (this.#unhandled > mostUnhandled) this.close(closings.tooMuch)
    else this.#client.handleMessage(message)
  }

  handled(message: Uint8Array): void {
    this.#unhandled -= message.byteLength
  }

  /**
   * Tells the other side that its edit is in the log. Hocuspocus says it once the edit is applied and everyone else has it; that
   * second answer is left out. Messages of a connection are handled one by one, so at most one is said ahead.
   */
  acknowledge(connection: Connection): void {
    const message = new OutgoingMessage(connection.messageAddress).writeSyncStatus(true).toUint8Array()
    connection.send(message)
    this.#saidAhead = message
  }

  #send(message: Parameters<WebSocketLike['send']>[0]): void {
    if (this.#saidAhead && message instanceof Uint8Array && Buffer.compare(this.#saidAhead, message) === 0)
      this.#saidAhead = undefined
    else this.#socket.send(message)
  }

  /** The other side closed it, or the network did. */
  closed(event: CloseEvent): void {
    this.isClosed = true
    this.#client.handleClose(event)
  }

  /** From now on nothing of it is read or told, whether or not the other side answers. */
  close(event: CloseEvent): void {
    if (this.isClosed) return
    this.closed(event)
    this.#socket.close(event.code, event.reason)
  }
}
