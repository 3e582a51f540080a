import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createRequestHandler } from 'react-router'
import sirv from 'sirv'
import { checkFileStorage } from '#app/files/open-file-storage.server.ts'
import { printSetupCode } from '#app/people/setup-code.server.ts'
import { StartProblem } from '#db/start-problem.ts'
import { buildIfNeeded } from './build-if-needed.ts'
import { clientAddress } from './client-address.ts'
import { compressResponse } from './compress-response.ts'
import { listenForCommands } from './control-socket.ts'
import { readEnvironment } from './environment.ts'
import { gate, refusalOf } from './gate.ts'
import { keepHouse } from './keep-house.ts'
import { attachLiveSockets } from './live-sockets.ts'
import { openRuntime } from './open-runtime.ts'
import { takeForm } from './take-form.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * Builds if needed, opens the database, listens, and prints the address. Stops on SIGTERM and SIGINT: no new requests,
 * sockets told to come back, documents stored, database closed. Throws a StartProblem when it cannot start.
 */
export async function serve(): Promise<void> {
  const environment = readEnvironment()
  await buildIfNeeded(root)
  const runtime = await openRuntime(environment)
  const pages = createRequestHandler(await import(join(root, 'build', 'server', 'index.js')), 'production')
  const files = sirv(join(root, 'build', 'client'), { etag: true, brotli: true, gzip: true, setHeaders: keepFiles })
  const publicUrl = environment.PUBLIC_URL ? new URL(environment.PUBLIC_URL) : null
  const read = async (request: Request) => {
    const taken = await takeForm(request)
    return taken instanceof Response ? taken : compressResponse(taken, await pages(taken))
  }
  const answer = createRequestListener(read, {
    ...(publicUrl ? { protocol: publicUrl.protocol, host: publicUrl.host } : {}),
    onError: (error) => {
      runtime.log.error({ err: error }, 'a request failed')
    },
  })
  // Who sends a head or a body drop by drop is cut off; uploads over a slow line have five minutes.
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 300_000 }, (request, response) => {
    if (gate(request, response, environment)) return
    files(request, response, () => {
      const address = clientAddress(request, environment.TRUST_PROXY)
      runtime.request.run({ address }, () => answer(request, response))
    })
  })
  attachLiveSockets(server, runtime.live, (request) => refusalOf(request, environment))
  try {
    const away = await checkFileStorage(runtime.files)
    if (away) runtime.log.error({ away }, 'the storage for files does not answer; everything else goes on')
    await listen(server, environment.PORT, environment.HOST)
  } catch (error) {
    await runtime.close(1000)
    throw error
  }
  const commands = await listenForCommands(environment.DATA_DIR, runtime)
  // In the background: documents read the log when they are opened; only the rows that a killed server left wait for this.
  void runtime.live
    .recover()
    .catch((error) => runtime.log.error({ err: error }, 'rows could not be derived from the log'))

  const stopKeepingHouse = keepHouse(runtime)

  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    // Ctrl+C reaches this process from the terminal and once more from npm: the second must not cut the stopping short.
    if (stopping) return
    stopping = true
    runtime.log.info({ signal }, 'stopping')
    // Nothing may keep a stopping server for longer than this; the log of edits makes a hard end harmless.
    setTimeout(() => process.exit(1), 9_500).unref()
    stopKeepingHouse()
    commands.close()
    server.close()
    const notStored = await runtime.close(8_000)
    server.closeAllConnections()
    process.exit(notStored === 0 ? 0 : 1)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  void runtime.opened.stopped?.then((error) => {
    if (stopping) return
    const problem =
      'the embedded database has stopped; what was acknowledged is in it. Look at its disk and start again'
    runtime.log.fatal({ err: error }, problem)
    process.exit(1)
  })

  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : environment.PORT
  const host = environment.HOST.includes(':') ? `[${environment.HOST}]` : environment.HOST
  process.stdout.write(`Candor is ready: ${environment.PUBLIC_URL ?? `http://${host}:${port}`}\n`)
  await printSetupCode(runtime.db, environment)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(new StartProblem(`Port ${port} on ${host} is taken. Choose another one: PORT=${port + 1} npm start`))
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EACCES') {
        reject(new StartProblem(`Candor cannot listen on ${host}, port ${port} (${error.code}). Check HOST and PORT.`))
      } else reject(error)
    })
    server.listen(port, host, resolve)
  })
}

function keepFiles(response: { setHeader(name: string, value: string): void }, path: string): void {
  // Built files carry their hash in the name.
  const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
  response.setHeader('Cache-Control', kept)
}
