import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ViteDevServer } from 'vite'
import { clientAddress } from './client-address.ts'
import { readEnvironment } from './environment.ts'
import { gate, refusalOf } from './gate.ts'
import { attachLiveSockets } from './live-sockets.ts'
import { type OpenRuntime, openRuntime } from './open-runtime.ts'

const key = Symbol.for('candor.development')
const kept = globalThis as unknown as Record<symbol, Promise<OpenRuntime> | undefined>

/**
 * Gives the development server what production has: one process, one port, the same gate, live editing and database.
 * The runtime outlives a restart of Vite: the embedded database is one connection to one folder.
 */
export async function develop(vite: ViteDevServer): Promise<void> {
  const environment = readEnvironment()
  kept[key] ??= openRuntime(environment)
  const runtime = await kept[key]
  vite.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (gate(request, response, environment)) return
    runtime.request.run({ address: clientAddress(request, environment.TRUST_PROXY) }, next)
  })
  if (vite.httpServer) attachLiveSockets(vite.httpServer, runtime.live, (request) => refusalOf(request, environment))
  process.once('SIGTERM', () => runtime.close(2_000).finally(() => process.exit(0)))
}
