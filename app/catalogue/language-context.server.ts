import { isNull } from 'drizzle-orm'
import type { Context } from '#app/linter/index.ts'
import type { Database } from '#db/client.ts'
import { services, teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { readHouseLanguage } from './house-language.server.ts'

/**
 * What the linter knows of the organisation, the same for the editor, the publish check and every count: names of people,
 * teams and services, house words, and the levels rules were given. What is retired keeps its meaning in older texts.
 */
export async function languageContext(db: Database): Promise<Context> {
  const { words, levels } = await readHouseLanguage(db)
  const named = async (table: typeof teams | typeof services) =>
    (await db.select({ name: table.name }).from(table).orderBy(table.name)).map(({ name }) => name)
  const known = await db
    .select({ name: people.name })
    .from(people)
    .where(isNull(people.suspendedAt))
    .orderBy(people.name)
  return {
    ...words,
    people: known.map(({ name }) => name),
    teams: await named(teams),
    systems: [...(await named(services)), ...words.systems],
    levels,
  }
}
