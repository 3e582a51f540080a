import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Database } from './client.ts'
import { rows } from './rows.ts'
import { StartProblem } from './start-problem.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any number will do, as long as every Candor uses the same. */
const lockNumber = 7_306_205_312

/**
 * Brings the tables up to date, under one advisory lock held through the run, so that several servers may start at
 * once. `db` has to be a single connection: the lock belongs to it. Throws a StartProblem when the database has seen a
 * newer Candor than this one.
 */
export async function migrate(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_lock(${sql.raw(String(lockNumber))})`)
  try {
    await refuseNewerDatabase(db)
    // `migrate` of Drizzle's drivers does only this; calling the dialect serves both drivers with one line.
    const { dialect, session } = db as unknown as {
      dialect: { migrate(files: unknown, session: unknown, config: object): Promise<void> }
      session: unknown
    }
    await dialect.migrate(readMigrationFiles({ migrationsFolder }), session, {})
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${sql.raw(String(lockNumber))})`)
  }
}

async function refuseNewerDatabase(db: Database): Promise<void> {
  const [table] = await rows<{ name: string | null }>(
    db,
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  )
  if (!table?.name) return
  const [last] = await rows<{ at: string | null }>(
    db,
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
  )
  const journal = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8'))
  const newestKnown = Math.max(...journal.entries.map((entry: { when: number }) => entry.when))
  if (Number(last?.at ?? 0) > newestKnown) {
    throw new StartProblem(
      'The database was written by a newer Candor than this one. Start that version, or restore a backup from before it.',
    )
  }
}
