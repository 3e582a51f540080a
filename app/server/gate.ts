import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from './environment.ts'
import { refusedByOrigin } from './origin-gate.ts'
import { securityHeaders } from './security-headers.ts'

/**
 * Stands in front of everything that answers: sets the headers of every response and refuses mutations from elsewhere.
 * Returns true when it has answered.
 */
export function gate(request: IncomingMessage, response: ServerResponse, environment: Environment): boolean {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  if (environment.PUBLIC_URL?.startsWith('https://')) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  }
  // No text and no id can hold a zero character, and the database refuses it: an address is read without.
  if (request.url?.includes('%00')) request.url = request.url.replaceAll('%00', '')
  const refusal = refusalOf(request, environment)
  if (!refusal) return false
  response.statusCode = 403
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${refusal}\n`)
  return true
}

/** Why the origin gate refuses this request or socket upgrade, or null. */
export function refusalOf(request: IncomingMessage, environment: Environment): string | null {
  return refusedByOrigin({
    method: request.headers.upgrade ? 'UPGRADE' : (request.method ?? 'GET'),
    url: `http://${request.headers.host ?? ''}${request.url ?? '/'}`,
    headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')])),
    publicUrl: environment.PUBLIC_URL,
  })
}
