import { diffArrays } from 'diff'
import type { Piece } from './difference.ts'

/** Texts further apart than so many words are shown as one taken out and one put in. */
const furthest = 1500
/** Between two changes at most so many characters without a word are shown as changed too, so that words stand together. */
const noWord = /^[^\p{L}\p{N}]*$/u

/**
 * The words of both texts in one row: the `same` and `removed` pieces together are the earlier text, the `same` and `added`
 * ones the later. What is taken out stands before what is put in its place.
 */
export function wordPieces(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : []
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: furthest })
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ].filter(hasText) as Piece[]
  const pieces = changes.map(({ value, added, removed }): Piece => {
    return { kind: removed ? 'removed' : added ? 'added' : 'same', text: value.join('') }
  })
  return joined(slid(pieces))
}

/** Whether any letter or number differs. */
export function changesWords(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind, text }) => kind !== 'same' && !noWord.test(text))
}

/** Words, runs of space, and every other character by itself. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}’']+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

/**
 * Where a change begins with the space that follows it, the space before is as much the same: "a| The| |queue.|" reads better as
 * "a |The queue. |", in one piece. Both texts stay what they are.
 */
function slid(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  let left = ''
  for (const [place, piece] of pieces.entries()) {
    const { kind } = piece
    const text = left + piece.text
    left = ''
    const [before, next, after] = [pieces[place - 1], pieces[place + 1], pieces[place + 2]]
    const isAlone = kind !== 'same' && (!before || before.kind === 'same')
    const space = next?.kind === 'same' && /^\s+$/.test(next.text) ? next.text : null
    if (isAlone && space !== null && after?.kind === kind && text.startsWith(space)) {
      result.push({ kind: 'same', text: space })
      left = text.slice(space.length) + space
      pieces[place + 1] = { kind, text: '' }
    } else if (text) result.push({ kind, text })
  }
  return result
}

/** Joins changes that only a space or a sign stands between: "the ~~red~~ green light" reads better than letter by letter. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  let [removed, added] = ['', '']
  const close = () => {
    if (removed) result.push({ kind: 'removed', text: removed })
    if (added) result.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [place, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      const next = pieces[place + 1]
      // Only where both sides go on: a space alone would else be shown as taken out and put in again.
      const bridges = text.length <= 2 && noWord.test(text) && removed !== '' && added !== '' && next !== undefined
      if (bridges) {
        removed += text
        added += text
      } else {
        close()
        result.push({ kind, text })
      }
    }
  }
  close()
  return result
}

function hasText({ text }: { text: string }): boolean {
  return text !== ''
}
