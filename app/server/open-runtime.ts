import { AsyncLocalStorage } from 'node:async_hooks'
import pino, { type Logger } from 'pino'
import { createLiveEditing, type RunningLiveEditing } from '#app/collaboration/live-editing.server.ts'
import { openFileStorage } from '#app/files/open-file-storage.server.ts'
import { sessionOf } from '#app/people/auth.server.ts'
import { readLiveRight } from '#app/people/live-right.server.ts'
import { secretOf } from '#app/people/secret.server.ts'
import { describeError } from '#db/describe-error.ts'
import { type OpenDatabase, openDatabase } from '#db/open-database.ts'
import type { Environment } from './environment.ts'
import { type Runtime, setRuntime } from './runtime.ts'

export interface OpenRuntime extends Runtime {
  opened: OpenDatabase
  live: RunningLiveEditing
  log: Logger
  /** Stores what is open, then closes the database. Resolves to the number of documents that could not be stored. */
  close(deadlineMs: number): Promise<number>
}

/** Opens what a server or a command works with: database, live editing, log. */
export async function openRuntime(environment: Environment): Promise<OpenRuntime> {
  const log = pino({
    level: environment.LOG_LEVEL,
    serializers: { err: describeError },
    redact: ['req.headers.cookie', 'req.headers.authorization'],
  })
  const opened = await openDatabase({ url: environment.DATABASE_URL, dataDir: environment.DATA_DIR })
  const live = createLiveEditing({
    opened,
    log,
    sessionOf: (request) => sessionOf(opened.db, environment, request),
    readRight: (token) => readLiveRight(secretOf(environment), token),
  })
  const runtime: OpenRuntime = {
    opened,
    files: openFileStorage(environment),
    db: opened.db,
    environment,
    live,
    log,
    request: new AsyncLocalStorage(),
    close: async (deadlineMs) => {
      const { dirty } = await live.shutdown(deadlineMs)
      await opened.close()
      return dirty
    },
  }
  setRuntime(runtime)
  return runtime
}
