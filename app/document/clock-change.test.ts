import { expect, test } from 'vitest'
import { clockChangeOf } from './clock-change.ts'
import { parseMoment } from './parse-moment.ts'

const berlin = 'Europe/Berlin'
function changeOf(typed: string, today: string, zone = berlin) {
  const parsed = parseMoment(typed, { zone, previous: null, today })
  if (!parsed.ok) throw new Error(typed)
  return clockChangeOf(parsed.moment, zone)
}

test('an hour that came twice is said to be the first of both, and where the second lies', () => {
  expect(changeOf('02:30', '2026-10-25')).toEqual({
    kind: 'repeated',
    which: 'first',
    other: '2026-10-25T01:30:00.000Z',
  })
  expect(changeOf('02:30 UTC+1', '2026-10-25')).toMatchObject({ which: 'second', other: '2026-10-25T00:30:00.000Z' })
})

test('an hour that never came is said, with the clock that was typed', () => {
  expect(changeOf('02:30', '2026-03-29')).toEqual({ kind: 'skipped', typed: '02:30' })
  expect(changeOf('yesterday 02:30', '2026-03-30')).toEqual({ kind: 'skipped', typed: '02:30' })
})

test('any other hour of that night, any other night, and a zone without such nights have nothing to say', () => {
  expect(changeOf('03:30', '2026-10-25')).toBeNull()
  expect(changeOf('04:30', '2026-03-29')).toBeNull()
  expect(changeOf('02:30', '2026-10-24')).toBeNull()
  expect(changeOf('02:30', '2026-03-29', 'UTC')).toBeNull()
  expect(changeOf('02:30 UTC', '2026-03-29')).toBeNull()
})
