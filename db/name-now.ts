import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { services, teams, terms } from './schema/organisation.ts'

/** SQL over a list of the catalogue: the name of an entry, or of what it was merged into. Texts keep the id they have. */
export function nameNow(list: typeof teams | typeof services | typeof terms): SQL<string> {
  const own = sql.identifier(getTableName(list))
  return sql<string>`coalesce((select other.name from ${own} other where other.id = ${own}.merged_into_id), ${own}.name)`
}
