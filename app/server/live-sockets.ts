import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketLike } from '@hocuspocus/server'
import nodeAdapter from 'crossws/adapters/node'
import type { RunningLiveEditing } from '#app/collaboration/live-editing.server.ts'
import { largestUpdate } from '#app/document/live-limits.ts'

/** Where the editor's socket connects. */
const path = '/live'
/** The largest edit and its envelope. */
const largestMessage = largestUpdate + 4096

interface UpgradingServer {
  on(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown
  listenerCount(event: 'upgrade'): number
}

/**
 * Attaches live editing to an HTTP server, in development and in production. `refusal` says why an upgrade is refused,
 * or null: cookies travel with every socket, so a page of another origin must not open one.
 */
export function attachLiveSockets(
  server: UpgradingServer,
  live: RunningLiveEditing,
  refusal: (request: IncomingMessage) => string | null,
): void {
  const accepted = new Map<string, ReturnType<RunningLiveEditing['accept']>>()
  const sockets = nodeAdapter({
    serverOptions: { maxPayload: largestMessage, perMessageDeflate: false },
    hooks: {
      open(peer) {
        const headers = new Headers(peer.request.headers)
        const request = new Request(peer.request.url, { headers })
        accepted.set(peer.id, live.accept(peer.websocket as WebSocketLike, request))
      },
      message(peer, message) {
        accepted.get(peer.id)?.receive(message.uint8Array())
      },
      close(peer, event) {
        accepted.get(peer.id)?.closed({ code: event.code ?? 1000, reason: event.reason ?? '' })
        accepted.delete(peer.id)
      },
      // A message that is too large or malformed closes its own socket; there is nothing else to do.
      error() {},
    },
  })

  server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== path) {
      // In development the other upgrades are Vite's.
      if (server.listenerCount('upgrade') === 1) refuse(socket, '404 Not Found', 'Nothing is served here.')
      return
    }
    const reason = refusal(request)
    if (reason) refuse(socket, '403 Forbidden', reason)
    else if (live.isStopping) refuse(socket, '503 Service Unavailable', 'The server is restarting.')
    else void sockets.handleUpgrade(request, socket, head)
  })
}

function refuse(socket: Duplex, status: string, reason: string): void {
  const body = `${reason}\n`
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
