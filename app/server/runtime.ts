import type { AsyncLocalStorage } from 'node:async_hooks'
import type { KeptFiles } from '#app/files/file-storage.ts'
import type { LiveEditing } from '#app/postmortems/live-editing.ts'
import type { Database } from '#db/client.ts'
import type { Environment } from './environment.ts'

/**
 * What the process opened once and every request uses. The pages are a bundle with a module graph of their own, so it
 * is handed over on `globalThis`, in production and in development alike.
 */
export interface Runtime {
  db: Database
  environment: Environment
  live: LiveEditing
  files: KeptFiles
  /** Per request: the address it came from, for sign-in limits. */
  request: AsyncLocalStorage<{ address: string }>
}

const key = Symbol.for('candor.runtime')
const holder = globalThis as unknown as Record<symbol, Runtime | undefined>

export function setRuntime(runtime: Runtime): void {
  holder[key] = runtime
}

export function getRuntime(): Runtime {
  const runtime = holder[key]
  if (!runtime) throw new Error('The server is not started: its database is not open.')
  return runtime
}
