import { expect, test } from 'vitest'
import { parseShift, shiftWords } from './parse-shift.ts'

test.each([
  ['', 0],
  ['+1 h', 3_600_000],
  ['-1h', -3_600_000],
  ['−90 s', -90_000],
  ['1h 30m', 5_400_000],
  ['+1:30', 5_400_000],
  ['2 minutes', 120_000],
  ['an hour', null],
  ['14', null],
])('%j sets a clock right by %j', (typed, shift) => {
  expect(parseShift(typed)).toBe(shift)
})

test('what a clock is set right by is shown as it may be typed', () => {
  for (const shift of [3_600_000, -90_000, 5_400_000]) expect(parseShift(shiftWords(shift))).toBe(shift)
  expect(shiftWords(-5_400_000)).toBe('-1 h 30 min')
})
