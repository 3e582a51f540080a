import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { test as base, inject } from 'vitest'
import type { Database } from '#db/client.ts'
import { JournaledLog } from '#db/journaled-log.ts'
import { type OpenDatabase, openDatabase, overPglite } from '#db/open-database.ts'
import { PgliteClient } from '#db/pglite-client.ts'
import { rows } from '#db/rows.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { kind: 'pglite' | 'postgres'; address: string }
  }
}

/**
 * A test with a migrated, empty database: PGlite or PostgreSQL, as the Vitest project says. The files of a worker share it, and
 * each test leaves it empty.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the dependencies of a fixture from this pattern.
  .extend('opened', { scope: 'worker' }, async ({}, { onCleanup }): Promise<OpenDatabase> => {
    const opened = await openEmpty()
    onCleanup(() => opened.close())
    return opened
  })
  .extend('db', async ({ opened }, { onCleanup }): Promise<Database> => {
    onCleanup(() => empty(opened.db))
    return opened.db
  })

async function openEmpty(): Promise<OpenDatabase> {
  const { kind, address } = inject('database')
  if (kind === 'postgres') return openCopy(address)
  const client = new PgliteClient({ snapshot: readFileSync(address) })
  await client.ready()
  const folder = mkdtempSync(join(tmpdir(), 'candor-journal-'))
  const log = await JournaledLog.open(client, join(folder, 'edits.journal'))
  return {
    db: overPglite(client),
    kind,
    logUpdates: (updates) => log.logUpdates(updates),
    close: async () => {
      await log.close()
      await client.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function openCopy(address: string): Promise<OpenDatabase> {
  const name = `worker_${process.pid}_${Date.now()}`
  const server = postgres(address, { max: 1, onnotice: () => {} })
  await server.unsafe(`create database ${name} template migrated`)
  await server.end()
  const url = new URL(address)
  url.pathname = `/${name}`
  return openDatabase({ url: url.href, dataDir: '' })
}

async function empty(db: Database): Promise<void> {
  const tables = await rows<{ name: string }>(
    db,
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  const [place] = await rows<{ taken: string }>(db, sql`select last_value as taken from document_updates_seq_seq`)
  await db.execute(sql.raw(`truncate ${tables.map((table) => table.name).join(', ')} restart identity cascade`))
  // The log of the embedded database has taken its places up to here, and goes on with them in the next test.
  await db.execute(sql`select setval('document_updates_seq_seq', ${place!.taken}::bigint)`)
}
