import { and, eq, inArray, sql } from 'drizzle-orm'
import type * as Y from 'yjs'
import { extract } from '#app/document/extract.ts'
import { incidentTimes, startedAt } from '#app/document/incident-times.ts'
import { sectionProgress } from '#app/document/section-progress.ts'
import { keptOf, readDocument, readFacts } from '#app/document/shared-document.ts'
import { indexPostmortem } from '#app/library/index-postmortem.server.ts'
import type { Database } from '#db/client.ts'
import { services, teams, templateVersions, terms } from '#db/schema/organisation.ts'
import { postmortemServices, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import { wordingNotes } from './wording-notes.ts'

/**
 * Derives the post-mortem's columns, its services and teams, and the library's rows from the shared document as it stands
 * at `seq` of its log. Called in the transaction that stores that state. Ids that no row knows are left out; merged ones
 * become what they were merged into. Deriving the same state again changes nothing, so rows can be rebuilt at any time.
 */
export async function projectDocument(tx: Database, postmortemId: string, shared: Y.Doc, seq: number): Promise<void> {
  const document = readDocument(shared)
  const facts = readFacts(shared)
  const sections = extract(document)

  await tx
    .update(postmortems)
    .set({
      title: facts.title.trim(),
      kindId: await knownTerm(tx, 'kind', facts.kindId),
      severityId: await knownTerm(tx, 'severity', facts.severityId),
      zone: facts.zone,
      templateVersionId: await knownTemplateVersion(tx, facts.templateVersionId),
      milestones: incidentTimes(sections),
      startedAt: startedAt(sections),
      progress: sectionProgress(sections),
      noteCount: wordingNotes(document, new Set(keptOf(shared).keys())).length,
      projectedSeq: seq,
      // Only an edit moves it: rebuilding the rows of an old document leaves it where it was in the list.
      editedAt: sql`case when ${postmortems.projectedSeq} < ${seq} then now() else ${postmortems.editedAt} end`,
    })
    .where(eq(postmortems.id, postmortemId))

  await tx.delete(postmortemServices).where(eq(postmortemServices.postmortemId, postmortemId))
  const serviceIds = await known(tx, services, facts.serviceIds)
  if (serviceIds.length > 0)
    await tx.insert(postmortemServices).values(serviceIds.map((serviceId) => ({ postmortemId, serviceId })))

  await tx.delete(postmortemTeams).where(eq(postmortemTeams.postmortemId, postmortemId))
  const teamIds = await known(tx, teams, facts.teamIds)
  if (teamIds.length > 0) await tx.insert(postmortemTeams).values(teamIds.map((teamId) => ({ postmortemId, teamId })))

  await indexPostmortem(tx, postmortemId, null, document)
}

async function known(tx: Database, table: typeof services | typeof teams, ids: string[]): Promise<string[]> {
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

async function knownTemplateVersion(tx: Database, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await tx.select({ id: templateVersions.id }).from(templateVersions).where(eq(templateVersions.id, id))
  return found?.id ?? null
}
