import { and, eq, isNull } from 'drizzle-orm'
import * as Y from 'yjs'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { readDocument, readFacts, waiversOf } from '#app/document/shared-document.ts'
import type { Database } from '#db/client.ts'
import { versions } from '#db/schema/postmortems.ts'
import { contentHash } from '../content-hash.ts'
import { leaksInDocument } from '../leaks-in-document.ts'
import { maskPassage } from '../mask-passage.ts'

/**
 * Masks a passage, known by the key the leak check gave it, in every version of a draft: whoever is invited later does not
 * find in its history what was masked before they came. Published versions are frozen; they are withdrawn by unpublishing.
 * Returns how many versions held it.
 */
export async function maskVersions(db: Database, postmortemId: string, key: string): Promise<number> {
  const ofDraft = and(eq(versions.postmortemId, postmortemId), isNull(versions.number))
  const ids = await db.select({ id: versions.id }).from(versions).where(ofDraft)
  let masked = 0
  for (const { id } of ids) if (await maskVersion(db, id, key)) masked++
  // The sentence of the version after it may name a section by the title that held the passage.
  if (masked > 0) await db.update(versions).set({ changed: null }).where(eq(versions.postmortemId, postmortemId))
  return masked
}

async function maskVersion(db: Database, id: string, key: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ document: versions.document, facts: versions.facts, state: versions.state })
      .from(versions)
      .where(eq(versions.id, id))
      .for('update')
    if (!found) return false
    const leaks = leaksInDocument(found.document as DocumentJson, Facts.parse(found.facts))
    if (!leaks.some((leak) => leak.key === key)) return false
    const shared = new Y.Doc()
    Y.applyUpdate(shared, found.state)
    maskPassage(shared, key)
    const document: DocumentJson = readDocument(shared)
    const facts = readFacts(shared)
    await tx
      .update(versions)
      .set({
        // Yjs forgets the letters of what is deleted, so they are in no history of this state.
        state: Y.encodeStateAsUpdate(shared),
        document,
        facts,
        contentHash: await contentHash(document, facts),
        waivers: waiversOf(shared).toJSON(),
      })
      .where(eq(versions.id, id))
    return true
  })
}
