import { and, isNull, ne } from 'drizzle-orm'
import type { Facts } from '#app/document/facts.ts'
import type { Database } from '#db/client.ts'
import { services, teams, terms } from '#db/schema/organisation.ts'

/**
 * Facts that a text states in words, as far as the organisation has exactly such a word: `Severity: Sev 1` is SEV-1,
 * `Services: Card gateway, Search` are two services. What is not known stays unset; the text still says it.
 */
export async function matchFacts(db: Database, stated: Record<string, string>): Promise<Partial<Facts>> {
  const words = await db
    .select({ id: terms.id, name: terms.name, list: terms.list })
    .from(terms)
    .where(and(isNull(terms.retiredAt), ne(terms.list, 'factor')))
  const ofList = (list: string) => words.filter((word) => word.list === list)
  const services_ = await db
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(isNull(services.retiredAt))
  const teams_ = await db.select({ id: teams.id, name: teams.name }).from(teams).where(isNull(teams.retiredAt))
  return {
    severityId: matching(ofList('severity'), stated.severity)[0] ?? null,
    kindId: matching(ofList('kind'), stated.kind ?? stated.type)[0] ?? null,
    serviceIds: matching(services_, stated.services ?? stated.service),
    teamIds: matching(teams_, stated.teams ?? stated.team),
  }
}

function matching(known: { id: string; name: string }[], stated = ''): string[] {
  const asked = new Set(
    stated
      .split(/[,;/|(]| and /i)
      .map(plain)
      .filter(Boolean),
  )
  return known.filter((entry) => asked.has(plain(entry.name))).map((entry) => entry.id)
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
