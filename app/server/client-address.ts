import type { IncomingMessage } from 'node:http'

/** The address a request came from; behind a trusted proxy the one that the proxy saw, which it appends last. */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : ''
  return forwarded.split(',').at(-1)?.trim() || request.socket.remoteAddress || ''
}
