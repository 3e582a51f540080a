import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markEnd, markStart, readHighlights } from './highlight.ts'

test('found words are told from the text around them', () => {
  expect(readHighlights(`Retries ${markStart}need${markEnd} a budget.`)).toEqual([
    { text: 'Retries ', found: false },
    { text: 'need', found: true },
    { text: ' a budget.', found: false },
  ])
})

test('no word is lost, whatever is marked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.boolean())), (parts) => {
      const clean = (text: string) => text.replaceAll(markStart, '').replaceAll(markEnd, '')
      const marked = parts.map(([text, found]) => (found ? markStart + clean(text) + markEnd : clean(text))).join('')
      const whole = readHighlights(marked).map((piece) => piece.text)
      expect(whole.join('')).toBe(parts.map(([text]) => clean(text)).join(''))
    }),
  )
})
