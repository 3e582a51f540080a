import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { test as base, inject } from 'vitest'
import type { Database } from '#db/client.ts'
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
  return {
    db: overPglite(client),
    kind,
    logUpdates: (updates) => client.logUpdates(updates),
    close: () => client.close(),
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
  await db.execute(sql.raw(`truncate ${tables.map((table) => table.name).join(', ')} restart identity cascade`))
}
