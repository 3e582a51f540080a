import { createServer } from 'node:http'
import {
  createLiveEditing,
  type LiveEditingOptions,
  type RunningLiveEditing,
} from '#app/collaboration/live-editing.server.ts'
import { viewerById } from '#app/people/auth.server.ts'
import { attachLiveSockets } from '#app/server/live-sockets.ts'

export interface LiveServer {
  live: RunningLiveEditing
  address: string
  /** What was logged at level error. */
  errors: unknown[]
  close(): Promise<void>
}

/** Live editing over real sockets on a port of its own. The cookie `person=<id>` says who it is, in place of a session. */
export async function startLiveServer(
  given: Partial<LiveEditingOptions> & Pick<LiveEditingOptions, 'opened'>,
  port = 0,
): Promise<LiveServer> {
  const errors: unknown[] = []
  const live = createLiveEditing({
    log: { error: (error: unknown) => errors.push(error), warn: () => {}, info: () => {} } as LiveEditingOptions['log'],
    viewerOf: async (request) => {
      const [, personId] = /person=([^;]+)/.exec(request.headers.get('cookie') ?? '') ?? []
      return personId ? viewerById(given.opened.db, personId) : null
    },
    ...given,
  })
  const server = createServer()
  attachLiveSockets(server, live, (request) =>
    request.headers.origin === 'http://elsewhere.example' ? 'Elsewhere.' : null,
  )
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    live,
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    errors,
    async close() {
      await live.shutdown(2_000)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
