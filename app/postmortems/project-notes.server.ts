import { eq } from 'drizzle-orm'
import type * as Y from 'yjs'
import { keptSentences } from '#app/document/kept-sentences.ts'
import { keptOf, readDocument } from '#app/document/shared-document.ts'
import { type Context, ruleset } from '#app/linter/index.ts'
import type { Database } from '#db/client.ts'
import { notesByRule } from '#db/schema/library.ts'
import { countedNotes, standingNotes } from './wording-notes.ts'

const known = new Set(ruleset.map(({ id }) => id))

/**
 * Writes what became of each rule's notes in the working text: how many stand, how many sentences were kept with a reason,
 * how many notes were called not useful. Resolves to the number of phrases to look at, which lists show beside the title.
 */
export async function projectNotes(
  tx: Database,
  postmortemId: string,
  shared: Y.Doc,
  context: Context,
): Promise<number> {
  const standing = standingNotes(readDocument(shared), new Set(keptOf(shared).keys()), context)
  const rows = new Map<string, { standing: number; kept: number; notUseful: number }>()
  const count = (ruleId: string, what: 'standing' | 'kept' | 'notUseful') => {
    // Another client may write any rule's name, and rows are for rules there are.
    if (!known.has(ruleId)) return
    const row = rows.get(ruleId) ?? { standing: 0, kept: 0, notUseful: 0 }
    row[what]++
    rows.set(ruleId, row)
  }
  for (const { ruleId } of standing) count(ruleId, 'standing')
  for (const { ruleId, answer } of keptSentences(shared)) count(ruleId, answer === 'kept' ? 'kept' : 'notUseful')

  await tx.delete(notesByRule).where(eq(notesByRule.postmortemId, postmortemId))
  const values = [...rows].map(([ruleId, counts]) => ({ postmortemId, ruleId, ...counts }))
  if (values.length > 0) await tx.insert(notesByRule).values(values)
  return countedNotes(standing).length
}
