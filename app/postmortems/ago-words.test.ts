import { expect, test } from 'vitest'
import { agoWords } from './ago-words.ts'

test.each([
  ['2026-11-12T14:59:10Z', 'just now'],
  ['2026-11-12T15:00:30Z', 'just now'],
  ['2026-11-12T14:48:00Z', '12 min ago'],
  ['2026-11-12T12:01:00Z', '2 h ago'],
  ['2026-11-11T12:00:00Z', 'yesterday'],
  ['2026-11-07T12:00:00Z', '5 days ago'],
  ['2025-11-07T12:00:00Z', '7 Nov 2025'],
])('%s is %s', (at, words) => {
  expect(agoWords(new Date(at), new Date('2026-11-12T15:00:00Z'))).toBe(words)
})
