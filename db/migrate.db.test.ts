import { sql } from 'drizzle-orm'
import { expect, inject } from 'vitest'
import { test } from '#tests/database.ts'
import type { Database } from './client.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { rows } from './rows.ts'
import { schema } from './schema/everything.ts'

/** Migrates as the start of another server does: over a single connection, to which the lock belongs. */
async function migrateAgain(db: Database): Promise<void> {
  const { kind, address } = inject('database')
  if (kind === 'pglite') return migrate(db)
  const [found] = await rows<{ name: string }>(db, sql`select current_database() as name`)
  const { close } = await openDatabase({ url: new URL(found!.name, address).href, dataDir: '' })
  await close()
}

test('migrating again changes nothing', async ({ db }) => {
  const count = () => rows<{ count: string }>(db, sql`select count(*)::text as count from drizzle.__drizzle_migrations`)
  const before = await count()
  await migrateAgain(db)
  expect(await count()).toEqual(before)
})

test('a database that has seen a newer Candor is refused in one sentence that says what to do', async ({ db }) => {
  await db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 32503680000000)`)
  await expect(migrateAgain(db)).rejects.toThrow(
    'written by a newer Candor than this one. Start that version, or restore',
  )
  await db.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'later'`)
})

test('the migrations make the tables that the program knows', async ({ db }) => {
  for (const table of Object.values(schema)) expect(await db.select().from(table).limit(1)).toEqual([])
})
