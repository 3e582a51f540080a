import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, editsBetween } from './edits-between.ts'

test('only the words that differ are replaced', () => {
  expect(
    editsBetween('Why did the on-call restart it?', 'What made it look right for the on-call to restart it?'),
  ).toEqual([
    { from: 0, to: 8, text: 'What made it look right for ' },
    { from: 20, to: 20, text: 'to ' },
  ])
  expect(editsBetween('The graph clearly showed it.', 'The graph showed it.')).toHaveLength(1)
  expect(editsBetween('The same.', 'The same.')).toEqual([])
})

test('applied to the one text they give the other, whatever the two are', () => {
  const text = fc.array(fc.constantFrom('the ', 'a', ' ', 'not', '\uFFFC', ', ', '🙂', '?'), { maxLength: 30 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')]
      expect(applyEdits(before, editsBetween(before, after))).toBe(after)
    }),
  )
})
