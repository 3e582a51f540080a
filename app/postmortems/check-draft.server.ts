import { and, count, eq, isNull } from 'drizzle-orm'
import type * as Y from 'yjs'
import { languageContext } from '#app/catalogue/language-context.server.ts'
import { templateSections } from '#app/catalogue/template-sections.server.ts'
import { keptOf, readDocument, readFacts, waiversOf } from '#app/document/shared-document.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { participants } from '#db/schema/postmortems.ts'
import { contentHash } from './content-hash.ts'
import { type PublishCheck, publishCheck } from './publish-check.ts'
import { countedNotes, standingNotes } from './wording-notes.ts'

export interface CheckedPostmortem extends PublishCheck {
  /** What was looked through, so that publishing can tell whether it still stands. */
  hash: string
  /** Reasons already given: key of a point or a leak → reason. */
  reasons: Record<string, string>
  /** How many people in it chose to be named. */
  chosenNames: number
}

/** The publish check over a shared document, with what it has to know from rows. */
export async function checkDraft(db: Database, postmortemId: string, shared: Y.Doc): Promise<CheckedPostmortem> {
  const document = readDocument(shared)
  const facts = readFacts(shared)
  const template = await templateSections(db, facts.templateVersionId, document)
  const known = await db.select({ name: people.name }).from(people).where(isNull(people.suspendedAt))
  const [named] = await db
    .select({ count: count() })
    .from(participants)
    .where(and(eq(participants.postmortemId, postmortemId), eq(participants.named, true)))
  const kept = new Set(keptOf(shared).keys())
  const notes = countedNotes(standingNotes(document, kept, await languageContext(db)))
  const check = publishCheck({
    document,
    facts,
    template,
    peopleNames: known.map((row) => row.name),
    notes: { count: notes.length, itemId: notes[0]?.itemId ?? notes[0]?.sectionId ?? null },
  })
  return {
    ...check,
    hash: await contentHash(document, facts),
    reasons: waiversOf(shared).toJSON() as Record<string, string>,
    chosenNames: named?.count ?? 0,
  }
}
