import { expect, test } from 'vitest'
import { placeOnDay } from './place-on-day.ts'
import { scrapsToImported } from './scraps-to-content.ts'

const now = new Date('2026-11-12T15:00:00Z')
const times = (text: string, zone = 'UTC') =>
  placeOnDay(scrapsToImported(text), { zone, now })
    .sections.flatMap((section) => section.content)
    .filter((node) => node.type === 'timelineEntry')
    .map((node) => node.attrs?.at)

test('a time typed without a day is today’s, in the zone of whoever types', () => {
  expect(times('14:03 declines begin\n14:20 first call', 'Europe/Oslo')).toEqual([
    '2026-11-12T13:03:00.000Z',
    '2026-11-12T13:20:00.000Z',
  ])
})

test('a time that would lie ahead is yesterday’s, and those before it with it', () => {
  expect(times('22:10 the job starts\n23:05 the queue is full')).toEqual([
    '2026-11-11T22:10:00.000Z',
    '2026-11-11T23:05:00.000Z',
  ])
})

test('a clock that goes round has passed midnight', () => {
  expect(times('23:50 declines begin\n00:12 first call')).toEqual([
    '2026-11-11T23:50:00.000Z',
    '2026-11-12T00:12:00.000Z',
  ])
})

test('a day that was written stays', () => {
  expect(times('2026-03-01 14:03 declines begin')).toEqual(['2026-03-01T14:03:00.000Z'])
})
