import type { NodeJson } from '../document-json.ts'
import { align, type Step } from './align.ts'
import type { LineChange } from './difference.ts'
import { type TextLine, textLines } from './text-lines.ts'
import { wordPieces } from './word-pieces.ts'

/** Line by line, what is different in the blocks of one item. Lines that say the same are among them. */
export function compareBlocks(
  before: readonly NodeJson[],
  after: readonly NodeJson[],
  nameOf: (mention: NodeJson) => string,
): LineChange[] {
  return align(textLines(before, nameOf), textLines(after, nameOf)).map(lineChange)
}

export function lineChange(step: Step<TextLine>): LineChange {
  if (step.step === 'removed' || step.step === 'added') {
    const { look, text } = step.step === 'removed' ? step.before : step.after
    return { state: step.step, look, pieces: text ? [{ kind: step.step, text }] : [], words: [] }
  }
  const { before, after } = step
  const pieces = wordPieces(before.text, after.text)
  if (step.step === 'same') return { state: 'same', look: after.look, pieces, words: [] }
  return { state: 'changed', look: after.look, pieces, words: otherChanges(before, after) }
}

function otherChanges(before: TextLine, after: TextLine): string[] {
  if (before.isDone !== null && after.isDone !== null && before.isDone !== after.isDone)
    return [after.isDone ? 'ticked' : 'no longer ticked']
  if (before.look !== after.look) return [`now ${lookWords[after.look]}`]
  if (before.frame !== after.frame) return ['set differently']
  return before.text === after.text ? ['formatting or a link changed'] : []
}

const lookWords: Record<TextLine['look'], string> = {
  text: 'plain text',
  heading: 'a heading',
  list: 'a point of a list',
  quote: 'a quote',
  code: 'code',
  table: 'a row of a table',
}
