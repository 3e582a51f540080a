import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Piece } from './difference.ts'
import { wordPieces } from './word-pieces.ts'

const shown = (pieces: Piece[]) =>
  pieces.map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `{-${text}-}` })[kind]).join('')

test.each([
  ['The alert fired.', 'The alert fired.', 'The alert fired.'],
  ['The red light', 'The green light', 'The {-red-}{+green+} light'],
  ['first on a route', 'first on a The queue was watched. route', 'first on a {+The queue was watched. +}route'],
  ['one two three', 'four five three', '{-one two-}{+four five+} three'],
  ['', 'It began.', '{+It began.+}'],
  ['It began.', '', '{-It began.-}'],
  ['31 % of payments', '31 % of card payments', '31 % of {+card +}payments'],
])('%s → %s', (before, after, pieces) => {
  expect(shown(wordPieces(before, after))).toBe(pieces)
})

const text = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('a', 'b', 'cc', ' ', '. ', '  ', '\n', 'é', '👍🏽'), { maxLength: 40 })
    .map((parts) => parts.join('')),
)

test('the pieces are both texts, whatever they are, and say nothing where they are equal', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordPieces(before, after)
      const side = (kind: string) =>
        pieces.flatMap((piece) => (piece.kind === 'same' || piece.kind === kind ? piece.text : []))
      expect(side('removed').join('')).toBe(before)
      expect(side('added').join('')).toBe(after)
      expect(pieces.some(({ kind }) => kind !== 'same')).toBe(before !== after)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('texts that have nothing in common are one taken out and one put in, however long they are', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, place) => `${word}${place}`).join(' ')
  expect(wordPieces(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
