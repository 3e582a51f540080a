import type { SQL } from 'drizzle-orm'
import type { Database } from './client.ts'

/** Rows of a raw query on both drivers: PGlite answers with an object, postgres.js with the rows themselves. */
export async function rows<Row>(db: Database, query: SQL): Promise<Row[]> {
  const result = (await db.execute(query)) as unknown as Row[] | { rows: Row[] }
  return Array.isArray(result) ? result : result.rows
}
