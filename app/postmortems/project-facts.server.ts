import { and, eq, inArray, sql } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { extract } from '#app/document/extract.ts'
import type { Facts } from '#app/document/facts.ts'
import { incidentTimes, startedAt } from '#app/document/incident-times.ts'
import type { Database } from '#db/client.ts'
import { services, type teams, terms } from '#db/schema/organisation.ts'
import { postmortemServices, postmortems } from '#db/schema/postmortems.ts'

/** A text with its facts: the working one, or a version as it was frozen. */
export interface FactsOfText {
  document: DocumentJson
  facts: Facts
}

/**
 * Writes what lists, facets and search show beside a title: severity, kind, services and when it happened. They are those of
 * the published version while one stands, since whoever reads that one reads no draft; the caller hands in the right text.
 */
export async function projectFacts(tx: Database, postmortemId: string, text: FactsOfText): Promise<void> {
  const { facts } = text
  const sections = extract(text.document)
  await tx
    .update(postmortems)
    .set({
      kindId: await knownTerm(tx, 'kind', facts.kindId),
      severityId: await knownTerm(tx, 'severity', facts.severityId),
      zone: facts.zone,
      milestones: incidentTimes(sections),
      startedAt: startedAt(sections),
    })
    .where(eq(postmortems.id, postmortemId))
  await tx.delete(postmortemServices).where(eq(postmortemServices.postmortemId, postmortemId))
  const serviceIds = await knownEntries(tx, services, facts.serviceIds)
  if (serviceIds.length > 0)
    await tx.insert(postmortemServices).values(serviceIds.map((serviceId) => ({ postmortemId, serviceId })))
}

/** The services or teams of these ids that there are; a merged one is what it became. */
export async function knownEntries(
  tx: Database,
  table: typeof services | typeof teams,
  ids: string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const { id, mergedIntoId } = table
  const found = await tx
    .select({ id: sql<string>`coalesce(${mergedIntoId}, ${id})` })
    .from(table)
    .where(inArray(id, ids))
  return [...new Set(found.map((row) => row.id))]
}

async function knownTerm(tx: Database, list: 'kind' | 'severity', id: string | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await tx
    .select({ id: sql<string>`coalesce(${terms.mergedIntoId}, ${terms.id})` })
    .from(terms)
    .where(and(eq(terms.id, id), eq(terms.list, list)))
  return found?.id ?? null
}
