import { join } from 'node:path'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from './client.ts'
import { JournaledLog } from './journaled-log.ts'
import { lockFolder } from './lock-folder.ts'
import { logToPostgres } from './log-to-postgres.ts'
import { migrate } from './migrate.ts'
import { PgliteClient } from './pglite-client.ts'
import { schema } from './schema/everything.ts'
import { StartProblem } from './start-problem.ts'

export interface OpenDatabase {
  db: Database
  kind: 'pglite' | 'postgres'
  /** Where the embedded database keeps its files; its log is `pg_wal` below it. */
  folder?: string
  /**
   * Writes updates to the log of documents, all of them or none, and resolves to their places, which grow, when they are on the
   * disk; whoever asks the database from then on finds their rows. Everybody who types waits for this: on PostgreSQL for one
   * prepared statement past Drizzle, on the embedded database for a journal (`JournaledLog`).
   */
  logUpdates(updates: readonly LoggedUpdate[]): Promise<number[]>
  /**
   * Resolves, with why, when the embedded database has stopped by itself, as it does when its disk is full: nothing can be
   * read or written any more, and only a new process can open it again.
   */
  stopped?: Promise<Error>
  close(): Promise<void>
}

/** An update of a shared document, and whose it is. */
export interface LoggedUpdate {
  postmortemId: string
  update: Uint8Array
}

/**
 * Opens PostgreSQL where `url` is given, else the embedded database in `dataDir`, and migrates it. Throws a
 * StartProblem when it cannot be reached, is in use, or is newer than this program.
 */
export function openDatabase({ url, dataDir }: { url?: string; dataDir: string }): Promise<OpenDatabase> {
  return url ? openPostgres(url) : openEmbedded(dataDir)
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const lock = lockFolder(dataDir)
  const folder = join(dataDir, 'database')
  const client = new PgliteClient({ folder })
  try {
    await client.ready()
    const db = overPglite(client)
    await migrate(db)
    const log = await JournaledLog.open(client, join(folder, 'edits.journal'))
    return {
      db,
      kind: 'pglite',
      folder,
      logUpdates: (updates) => log.logUpdates(updates),
      stopped: client.stopped,
      close: async () => {
        await log.close()
        await client.close()
        lock.release()
      },
    }
  } catch (error) {
    await client.close().catch(() => {})
    lock.release()
    if (error instanceof StartProblem) throw error
    throw new StartProblem(
      `The embedded database in ${folder} cannot be opened (${firstLine(error)}). Check the folder's permissions and free space, or restore a backup.`,
    )
  }
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  // A database that was away is found again within a second; left to itself, the library would wait for up to twenty.
  const backoff = (attempts: number) => Math.min(2 ** attempts / 20, 1)
  const options = { onnotice: () => {}, connect_timeout: 10, backoff }
  const single = postgres(url, { ...options, max: 1 })
  try {
    await migrate(drizzlePostgres(single, { schema, casing: 'snake_case' }) as unknown as Database)
  } catch (error) {
    if (error instanceof StartProblem || !isConnectionProblem(error)) throw error
    throw new StartProblem(
      `The database at ${hostOf(url)} cannot be reached (${firstLine(error)}). Check that it runs and that DATABASE_URL is right.`,
    )
  } finally {
    await single.end({ timeout: 5 })
  }
  const pool = postgres(url, { ...options, max: 10 })
  const db = drizzlePostgres(pool, { schema, casing: 'snake_case' }) as unknown as Database
  // A connection of its own: an edit waits for no page's query.
  const logging = postgres(url, { ...options, max: 1 })
  return {
    db,
    kind: 'postgres',
    logUpdates: (updates) => logToPostgres(logging, updates),
    close: async () => {
      await Promise.all([pool.end({ timeout: 5 }), logging.end({ timeout: 5 })])
    },
  }
}

/** Drizzle over our client: it has the two methods that Drizzle calls, not the whole of PGlite. */
export function overPglite(client: PgliteClient): Database {
  return drizzlePglite({ client: client as never, schema, casing: 'snake_case' }) as unknown as Database
}

// Errors of the network, of signing in (28) and of a database that is missing, starting or stopping (3D, 57P, 53).
function isConnectionProblem(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = String((current as Error & { code?: string }).code ?? '')
    if (/^(E[A-Z_]+|CONNECT_TIMEOUT|CONNECTION_.*|28.*|3D.*|57P.*|53.*)$/.test(code)) return true
  }
  return false
}

function firstLine(error: unknown): string {
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { message, code } = innermost as Error & { code?: string }
  return (message || code || 'no reason given').split('\n')[0]!
}

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return 'DATABASE_URL'
  }
}
