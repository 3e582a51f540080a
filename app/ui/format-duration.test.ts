import { expect, test } from 'vitest'
import { formatDuration } from './format-duration.ts'

test.each([
  [47 * 60, '47 min'],
  [72 * 60, '1 h 12 min'],
  [3_600, '1 h'],
  [45, '45 s'],
  [70, '1 min 10 s'],
  [3_600 * 76 + 20, '3 d 4 h'],
  [3_599.6, '1 h'],
  [86_399, '1 d'],
  [0, '0 s'],
  [-30, '0 s'],
])('a length of %i seconds reads as "%s"', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})
