import { eq, sql } from 'drizzle-orm'
import type * as Y from 'yjs'
import { languageContext } from '#app/catalogue/language-context.server.ts'
import type { DocumentJson } from '#app/document/document-json.ts'
import { extract } from '#app/document/extract.ts'
import { Facts } from '#app/document/facts.ts'
import { sectionProgress } from '#app/document/section-progress.ts'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { indexPostmortem } from '#app/library/index-postmortem.server.ts'
import type { Database } from '#db/client.ts'
import { teams, templateVersions } from '#db/schema/organisation.ts'
import { postmortems, postmortemTeams, versions } from '#db/schema/postmortems.ts'
import { type FactsOfText, knownEntries, projectFacts } from './project-facts.server.ts'
import { projectNotes } from './project-notes.server.ts'

/**
 * Derives the post-mortem's columns, its teams, its notes by rule and the library's rows of the working text from the shared
 * document as it stands at `seq` of its log; its facts are those of the published version while one stands. Called in the transaction that stores that state. Ids that no row knows are left out; merged ones
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
      templateVersionId: await knownTemplateVersion(tx, facts.templateVersionId),
      progress: sectionProgress(sections),
      noteCount: await projectNotes(tx, postmortemId, shared, await languageContext(tx)),
      projectedSeq: seq,
      // Only an edit moves it: rebuilding the rows of an old document leaves it where it was in the list.
      editedAt: sql`case when ${postmortems.projectedSeq} < ${seq} then now() else ${postmortems.editedAt} end`,
    })
    .where(eq(postmortems.id, postmortemId))

  await projectFacts(tx, postmortemId, (await publishedText(tx, postmortemId)) ?? { document, facts })
  await tx.delete(postmortemTeams).where(eq(postmortemTeams.postmortemId, postmortemId))
  const teamIds = await knownEntries(tx, teams, facts.teamIds)
  if (teamIds.length > 0) await tx.insert(postmortemTeams).values(teamIds.map((teamId) => ({ postmortemId, teamId })))

  await indexPostmortem(tx, postmortemId, null, document)
}

/** The id of a template version as far as there is one. */
export async function knownTemplateVersion(tx: Database, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await tx.select({ id: templateVersions.id }).from(templateVersions).where(eq(templateVersions.id, id))
  return found?.id ?? null
}

async function publishedText(tx: Database, postmortemId: string): Promise<FactsOfText | null> {
  const [version] = await tx
    .select({ document: versions.document, facts: versions.facts })
    .from(postmortems)
    .innerJoin(versions, eq(versions.id, postmortems.publishedVersionId))
    .where(eq(postmortems.id, postmortemId))
  return version ? { document: version.document as DocumentJson, facts: Facts.parse(version.facts) } : null
}
