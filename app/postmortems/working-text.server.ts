import { readDocument, readFacts } from '#app/document/shared-document.ts'
import type { Database } from '#db/client.ts'
import type { FactsOfText } from './project-facts.server.ts'
import { readShared } from './read-shared.server.ts'

/** The working text of a post-mortem with its facts, at its latest acknowledged edit. */
export async function workingText(tx: Database, postmortemId: string): Promise<FactsOfText> {
  const { shared } = await readShared(tx, postmortemId)
  return { document: readDocument(shared), facts: readFacts(shared) }
}
