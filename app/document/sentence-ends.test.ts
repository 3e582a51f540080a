import { expect, test } from 'vitest'
import { firstSentence, sentenceEnds } from './sentence-ends.ts'

test.each([
  ['About 31 % of payments were declined. Nobody was charged twice.', 'About 31 % of payments were declined.'],
  [
    'About 1.4 million rows, e.g. Friday’s, were shown twice! More follows.',
    'About 1.4 million rows, e.g. Friday’s, were shown twice!',
  ],
  ['No. 7 did not sail. Others did.', 'No. 7 did not sail.'],
  ['“Nobody felt it.” That is what support heard.', '“Nobody felt it.”'],
  ['One line\nand the next', 'One line.'],
  ['  no end ', 'no end.'],
  ['', ''],
])('the first sentence of “%s”', (text, first) => {
  expect(firstSentence(text)).toBe(first)
})

test('an ending is counted where another sentence begins', () => {
  expect(sentenceEnds('One. Two. three? Four')).toHaveLength(2)
  expect(sentenceEnds('One.')).toEqual([])
})
