import { asc, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { services, teams, terms } from '#db/schema/organisation.ts'

export interface Choice {
  id: string
  name: string
}
export interface ListChoices {
  services: Choice[]
  teams: Choice[]
  severities: Choice[]
  kinds: Choice[]
}

/** What the list can be narrowed by: services and teams by alphabet, severities and kinds in the organisation's order. */
export async function listChoices(db: Database): Promise<ListChoices> {
  const words = await db
    .select({ id: terms.id, name: terms.name, list: terms.list })
    .from(terms)
    .where(isNull(terms.retiredAt))
    .orderBy(asc(terms.position), asc(terms.name))
  const named = (table: typeof services | typeof teams) =>
    db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(isNull(table.retiredAt))
      .orderBy(sql`lower(${table.name})`)
  const ofList = (list: string) => words.filter((word) => word.list === list).map(({ id, name }) => ({ id, name }))
  return {
    services: await named(services),
    teams: await named(teams),
    severities: ofList('severity'),
    kinds: ofList('kind'),
  }
}
