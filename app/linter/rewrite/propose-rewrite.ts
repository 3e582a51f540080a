import type { Finding, TextBlock } from '../block.ts'
import { humanActs } from '../lexica/acts.ts'
import { applyEdits, type Edit, editsBetween } from './edits-between.ts'
import { otherQuestion } from './other-question.ts'
import { otherWords } from './other-words.ts'

/** The phrase of a note within its sentence. */
export interface Phrase {
  sentence: string
  from: number
  to: number
}

/** Another wording of a sentence. */
export interface Rewrite {
  before: string
  after: string
  /** Where the sentence begins in the block's text. */
  from: number
  /** What to replace in the block's text, in order; no mention and nothing masked is touched. */
  edits: Edit[]
}

/** Two phrases of one sentence may each have a wording; a third is a sign that the sentence wants its author. */
const ROUNDS = 2
const LONGEST = 600

/**
 * Another wording for the sentence of a note, where grammar alone is enough to find it, or null: mostly null, and then the
 * question leads further. It keeps role, act, what was seen and what was not.
 *
 * Left out on purpose: **accidents** ("accidentally merged"), because that it was not meant is a fact, and "merged" alone
 * would say it was; **what should have been done**, because without the reproach only "did not" is left, which hides the same
 * one; **forgetting and refusing**, which say more than that it was not done. A passive without an agent is never the outcome.
 * What is proposed is read by the linter again (`lintAgain`, with the house's words) and dropped if anything is noted in it.
 */
export function proposeRewrite(
  finding: Finding,
  block: TextBlock,
  lintAgain: (block: TextBlock) => Finding[],
): Rewrite | null {
  const { from, to } = finding.sentence
  const before = block.text.slice(from, to)
  if (before.length > LONGEST) return null
  let noted: Pick<Finding, 'ruleId' | 'from' | 'to'> = finding
  let after = before
  for (let round = 0; round < ROUNDS; round++) {
    const phrase = { sentence: after, from: noted.from - from, to: noted.to - from }
    const next = noted.ruleId === 'who-why-question' ? otherQuestion(phrase) : otherWords(noted.ruleId, phrase)
    if (next === null || next === after || hidesWhoActed(next)) return null
    after = next
    const edits = editsBetween(before, after).map((edit) => ({ ...edit, from: edit.from + from, to: edit.to + from }))
    if (!leavesTheRest(edits, block)) return null
    const again = lintAgain(edited(block, edits)).find((other) => other.from < from + after.length && other.to > from)
    if (!again) return { before, after, from, edits }
    noted = again
  }
  return null
}

const BE_DONE = /\b(?:is|are|was|were|be|been|being) (?:[a-z]+ly )?([a-z-]+)\b/gi

/** Whether an act that people do stands in a passive that does not say whose it was. */
function hidesWhoActed(sentence: string): boolean {
  const acts = [...sentence.matchAll(BE_DONE)].map(([, word]) => word!.toLowerCase())
  return acts.some((act) => humanActs.participle.has(act)) && !/\bby\b/i.test(sentence)
}

/** Whether the edits keep clear of mentions, code, links and quotations. */
function leavesTheRest(edits: Edit[], { text, masks = [] }: TextBlock): boolean {
  return edits.every(
    ({ from, to }) =>
      !text.slice(from, to).includes('\uFFFC') && !masks.some((mask) => from < mask.to && to > mask.from),
  )
}

function edited(block: TextBlock, edits: Edit[]): TextBlock {
  const moved = (offset: number) =>
    edits.filter(({ to }) => to <= offset).reduce((at, edit) => at + edit.text.length - (edit.to - edit.from), offset)
  return {
    ...block,
    text: applyEdits(block.text, edits),
    masks: block.masks?.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
    mentions: block.mentions?.map((mention) => ({ ...mention, offset: moved(mention.offset) })),
  }
}
