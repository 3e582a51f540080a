import { inArray } from 'drizzle-orm'
import type { CauseRole } from '#app/document/items.ts'
import { causeRoleWords } from '#app/document/taxonomy.ts'
import type { Database } from '#db/client.ts'
import { services, terms } from '#db/schema/organisation.ts'
import type { FacetCounts } from './facets.ts'
import { type FacetName, facetNames, type LibraryQuery } from './library-query.ts'

export interface FacetValue {
  value: string
  word: string
  count: number
  chosen: boolean
}
export type Facets = Record<FacetName, FacetValue[]>

/** Facet counts with their words, most first; a chosen value stays in the list also when it would show nothing. */
export async function facetWords(db: Database, counts: FacetCounts, chosen: LibraryQuery['chosen']): Promise<Facets> {
  const values = Object.fromEntries(
    facetNames.map((name) => [name, [...new Set([...counts[name].keys(), ...chosen[name]])]]),
  ) as Record<FacetName, string[]>
  const words = await wordsOf(db, values)
  return Object.fromEntries(
    facetNames.map((name) => [
      name,
      values[name]
        .filter((value) => words.has(value) || name === 'year')
        .map((value) => ({
          value,
          word: words.get(value) ?? value,
          count: counts[name].get(value) ?? 0,
          chosen: chosen[name].includes(value),
        }))
        .toSorted((one, other) =>
          name === 'year' || name === 'severity'
            ? compareWords(name === 'year' ? other : one, name === 'year' ? one : other)
            : other.count - one.count || compareWords(one, other),
        ),
    ]),
  ) as Facets
}

const compareWords = (one: { word: string }, other: { word: string }) => one.word.localeCompare(other.word, 'en')

async function wordsOf(db: Database, values: Record<FacetName, string[]>): Promise<Map<string, string>> {
  const words = new Map<string, string>(values.role.map((role) => [role, causeRoleWords[role as CauseRole]]))
  const termIds = [...values.severity, ...values.kind, ...values.factor]
  if (termIds.length > 0) {
    const found = await db.select({ id: terms.id, name: terms.name }).from(terms).where(inArray(terms.id, termIds))
    for (const row of found) words.set(row.id, row.name)
  }
  if (values.service.length > 0) {
    const found = await db
      .select({ id: services.id, name: services.name })
      .from(services)
      .where(inArray(services.id, values.service))
    for (const row of found) words.set(row.id, row.name)
  }
  return words
}
