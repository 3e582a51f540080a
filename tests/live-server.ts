import { createServer } from 'node:http'
import {
  createLiveEditing,
  type LiveEditingOptions,
  type RunningLiveEditing,
} from '#app/collaboration/live-editing.server.ts'
import { viewerById } from '#app/people/auth.server.ts'
import { readLiveRight } from '#app/people/live-right.server.ts'
import { grantLiveRight } from '#app/postmortems/grant-live-right.server.ts'
import { attachLiveSockets } from '#app/server/live-sockets.ts'
import type { Database } from '#db/client.ts'

export interface LiveServer {
  live: RunningLiveEditing
  address: string
  /** What was logged at level error. */
  errors: unknown[]
  close(): Promise<void>
}

const secret = 'a secret of the tests, and of nothing else'

/** A session in a test: the cookie `person=<id>` says who it is. */
async function sessionOf(db: Database, cookie: string | null) {
  const [, personId] = /person=([^;]+)/.exec(cookie ?? '') ?? []
  const viewer = personId ? await viewerById(db, personId) : null
  return viewer && { viewer, sessionId: `session of ${viewer.id}`, endsAt: new Date(Date.now() + 3_600_000) }
}

/** Live editing over real sockets on a port of its own, and the page that hands out rights to them. */
export async function startLiveServer(
  given: Partial<LiveEditingOptions> & Pick<LiveEditingOptions, 'opened'>,
  port = 0,
): Promise<LiveServer> {
  const errors: unknown[] = []
  const live = createLiveEditing({
    log: { error: (error: unknown) => errors.push(error), warn: () => {}, info: () => {} } as LiveEditingOptions['log'],
    sessionOf: (request) => sessionOf(given.opened.db, request.headers.get('cookie')),
    readRight: (token) => readLiveRight(secret, token),
    ...given,
  })
  const server = createServer(async (request, response) => {
    const asked = new URLSearchParams((await request.toArray()).join(''))
    const session = await sessionOf(given.opened.db, request.headers.cookie ?? null)
    const granted = await grantLiveRight(given.opened.db, secret, session, asked.get('postmortem') ?? '')
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(granted))
  })
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
