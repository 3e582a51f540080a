import type * as Y from 'yjs'
import { z } from 'zod'
import { keptOf } from './shared-document.ts'

/** What an author said of a note: the sentence stays for a reason, or the note is of no use where it stands. */
export interface KeptSentence {
  ruleId: string
  answer: 'kept' | 'not-useful'
  /** Why it was kept; empty where the note is not useful. */
  reason: string
}

/** What was written for "Not useful here" before answers had a kind of their own. */
const wordsOfOld = 'not useful here'

const Kept = z
  .object({ ruleId: z.string(), answer: z.enum(['kept', 'not-useful']).optional(), reason: z.string().catch('') })
  .transform(({ ruleId, answer, reason }): KeptSentence => {
    if (answer ? answer === 'not-useful' : reason === wordsOfOld) return { ruleId, answer: 'not-useful', reason: '' }
    return { ruleId, answer: 'kept', reason }
  })

/** The kept sentences of a document, by nobody and in no order; another client's value that is none is left out. */
export function keptSentences(shared: Y.Doc): KeptSentence[] {
  return [...keptOf(shared).values()].flatMap((value) => Kept.safeParse(value).data ?? [])
}
