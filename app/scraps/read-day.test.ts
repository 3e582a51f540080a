import { expect, test } from 'vitest'
import { isDayFirst, readDay } from './read-day.ts'

const context = { zone: 'UTC', day: '2026-11-12', today: '2026-11-14' }

test.each([
  ['Today', '2026-11-14'],
  ['yesterday', '2026-11-13'],
  ['Thursday', '2026-11-12'],
  ['Saturday', '2026-11-14'],
  ['Monday, November 9th', '2026-11-09'],
  ['Thu Nov 12 2026', '2026-11-12'],
  ['12 November 2026', '2026-11-12'],
  ['12. Nov', '2026-11-12'],
  ['January 3rd', '2027-01-03'],
  ['2026-11-12', '2026-11-12'],
  ['11/12/2026', '2026-11-12'],
  ['February 30th', null],
  ['2026-13-01', null],
  ['someday', null],
])('%s is %s', (words, day) => {
  expect(readDay(words, context)).toBe(day)
})

test('a number over twelve says which of two numbers is the day; otherwise the incident does', () => {
  expect(isDayFirst(['11/12', '13/12'], context)).toBe(true)
  expect(isDayFirst(['12/11', '12/13'], context)).toBe(false)
  expect(isDayFirst(['12/11'], context)).toBe(true)
  expect(isDayFirst(['11/12'], context)).toBe(false)
})
