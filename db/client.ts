import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { schema } from './schema/everything.ts'

/** One type for PGlite, for PostgreSQL and for a transaction on either. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>
