import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Moment } from './moment.ts'
import { parseMoment, typedMoment } from './parse-moment.ts'

const november = { zone: 'UTC', previous: '2026-11-12T14:00:00.000Z', today: '2026-11-20' }

function read(text: string, context: Parameters<typeof parseMoment>[1] = november) {
  const parsed = parseMoment(text, context)
  if (!parsed.ok) return parsed.reason
  const { at, until, precision } = parsed.moment
  return [at?.replace('.000Z', 'Z') ?? null, ...(until ? [until.replace('.000Z', 'Z')] : []), precision]
}

describe('a time as people type it', () => {
  test.each([
    ['14:03', ['2026-11-12T14:03:00Z', 'exact']],
    ['14:03:10', ['2026-11-12T14:03:10Z', 'exact']],
    ['14.03', ['2026-11-12T14:03:00Z', 'exact']],
    ['~14:05', ['2026-11-12T14:05:00Z', 'about']],
    ['about 14:05', ['2026-11-12T14:05:00Z', 'about']],
    ['14:05-14:12', ['2026-11-12T14:05:00Z', '2026-11-12T14:12:00Z', 'between']],
    ['14:05 – 14:12', ['2026-11-12T14:05:00Z', '2026-11-12T14:12:00Z', 'between']],
    ['between 14:05 and 14:12', ['2026-11-12T14:05:00Z', '2026-11-12T14:12:00Z', 'between']],
    ['2:03 pm', ['2026-11-12T14:03:00Z', 'exact']],
    ['12:10am', ['2026-11-13T00:10:00Z', 'exact']],
    ['2 pm', ['2026-11-12T14:00:00Z', 'exact']],
    ['+5m', ['2026-11-12T14:05:00Z', 'exact']],
    ['+1h 10m', ['2026-11-12T15:10:00Z', 'exact']],
    ['~+5m', ['2026-11-12T14:05:00Z', 'about']],
    ['yesterday 23:50', ['2026-11-11T23:50:00Z', 'exact']],
    ['2026-11-12 14:03', ['2026-11-12T14:03:00Z', 'exact']],
    ['2026-11-12T14:03:10.250Z', ['2026-11-12T14:03:10Z', 'exact']],
    ['2026-11-12T14:03:10+01:00', ['2026-11-12T13:03:10Z', 'exact']],
    ['spring 2026', ['2026-03-01T00:00:00Z', 'season']],
    ['March 2026', ['2026-03-01T00:00:00Z', 'month']],
    ['Sept 2026', ['2026-09-01T00:00:00Z', 'month']],
    ['?', [null, 'unknown']],
    ['14h03', ['2026-11-12T14:03:00Z', 'exact']],
    ['14:03 h', ['2026-11-12T14:03:00Z', 'exact']],
    ['noon', ['2026-11-12T12:00:00Z', 'exact']],
    ['around noon', ['2026-11-12T12:00:00Z', 'about']],
    ['14:05ish', ['2026-11-12T14:05:00Z', 'about']],
    ['14:05?', ['2026-11-12T14:05:00Z', 'about']],
    ['2:03-2:10 pm', ['2026-11-12T14:03:00Z', '2026-11-12T14:10:00Z', 'between']],
    ['2-3pm', ['2026-11-12T14:00:00Z', '2026-11-12T15:00:00Z', 'between']],
    ['11:50-12:10 pm', ['2026-11-12T11:50:00Z', '2026-11-12T12:10:00Z', 'between']],
    ['23:50–00:10', ['2026-11-12T23:50:00Z', '2026-11-13T00:10:00Z', 'between']],
    ['2026-11-12 14:05-14:12', ['2026-11-12T14:05:00Z', '2026-11-12T14:12:00Z', 'between']],
    ['+90s', ['2026-11-12T14:01:30Z', 'exact']],
    ['14:03 CET', ['2026-11-12T13:03:00Z', 'exact']],
    ['14:03 UTC+5:30', ['2026-11-12T08:33:00Z', 'exact']],
    ['14:03+01:00', ['2026-11-12T13:03:00Z', 'exact']],
    ['14:03 Europe/Lisbon', ['2026-11-12T14:03:00Z', 'exact']],
    ['14:03Z', ['2026-11-12T14:03:00Z', 'exact']],
    ['2026-11-12T14:03:10-05:00', ['2026-11-12T19:03:10Z', 'exact']],
    ['12 Nov 14:03', ['2026-11-12T14:03:00Z', 'exact']],
    ['12 November 2026, 14:03', ['2026-11-12T14:03:00Z', 'exact']],
    ['Nov 12 at 2:03 pm', ['2026-11-12T14:03:00Z', 'exact']],
    ['12.11.2026 14:03', ['2026-11-12T14:03:00Z', 'exact']],
    ['3 Jan 09:00', ['2027-01-03T09:00:00Z', 'exact']],
    ['14:03 UTC on 12 Nov', ['2026-11-12T14:03:00Z', 'exact']],
    ['23:50 yesterday', ['2026-11-11T23:50:00Z', 'exact']],
    ['Wed 23:50', ['2026-11-11T23:50:00Z', 'exact']],
    ['spring', ['2026-03-01T00:00:00Z', 'season']],
    ['winter', ['2025-12-01T00:00:00Z', 'season']],
    ['early May', ['2026-05-01T00:00:00Z', 'month']],
    ['December', ['2025-12-01T00:00:00Z', 'month']],
    ['time unknown', [null, 'unknown']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    '25:99',
    '14:61',
    '13:00 pm',
    '2026-02-30 10:00',
    '14:05-25:00',
    '14:12-2026-11-12 14:05',
    '30 Feb 10:00',
    '24:30',
  ])('%s is said to be no time', (text) => {
    expect(read(text)).toBe('no-such-time')
  })

  test.each([
    '',
    'restarted the proxy',
    '14',
    '4120 writes',
    'maybe',
    'v2.10 is out',
    '10 minutes later',
    '10.20.30.40',
    '14:03abc',
    '12 Nov',
  ])('%j is left alone', (text) => {
    expect(['no-time', 'empty']).toContain(read(text))
  })
})

test('a time past midnight goes to the day after the entry before it', () => {
  expect(read('00:10', { ...november, previous: '2026-11-12T23:50:00.000Z' })).toEqual([
    '2026-11-13T00:10:00Z',
    'exact',
  ])
})

test('a time a little earlier than the entry before stays on its day', () => {
  expect(read('13:40')).toEqual(['2026-11-12T13:40:00Z', 'exact'])
})

test('without an entry before it a time is today, and +5m has nothing to count from', () => {
  expect(read('09:00', { ...november, previous: null })).toEqual(['2026-11-20T09:00:00Z', 'exact'])
  expect(read('+5m', { ...november, previous: null })).toBe('no-time')
})

test('+5m counts from the entry above, not from the one it is typed into', () => {
  const context = { ...november, previous: '2026-11-12T15:00:00.000Z', above: '2026-11-12T14:00:00.000Z' }
  expect(read('+5m', context)).toEqual(['2026-11-12T14:05:00Z', 'exact'])
  expect(read('+5m', { ...context, above: null })).toBe('no-time')
})

test('a zone after the time is the one it was told in, and the day is that of its clocks', () => {
  const oslo = { zone: 'Europe/Oslo', previous: '2026-11-12T23:30:00.000Z', today: '2026-11-20' }
  expect(read('7:30 pm EST', oslo)).toEqual(['2026-11-13T00:30:00Z', 'exact'])
  const parsed = parseMoment('7:30 pm EST', oslo)
  expect(parsed.ok && parsed.moment.zone).toBe('America/New_York')
})

test('a zone that is said once for a range is that of its start too', () => {
  const oslo = { zone: 'Europe/Oslo', previous: null, today: '2026-11-12' }
  const range = (text: string) => {
    const parsed = parseMoment(text, oslo)
    return parsed.ok ? [parsed.moment.at, parsed.moment.until, parsed.moment.zone] : parsed.reason
  }
  const utc = ['2026-11-12T14:05:00.000Z', '2026-11-12T14:12:00.000Z', 'UTC']
  expect(range('14:05-14:12 UTC')).toEqual(utc)
  expect(range('14:05 UTC-14:12')).toEqual(utc)
  expect(range('15:05 to 14:12 UTC')).toBe('no-such-time')
  expect(range('2:05-2:12 pm EST')).toEqual([
    '2026-11-12T19:05:00.000Z',
    '2026-11-12T19:12:00.000Z',
    'America/New_York',
  ])
})

test('times are told in the zone of the document, also in the night the clocks change', () => {
  const berlin = { zone: 'Europe/Berlin', previous: null, today: '2026-10-25' }
  expect(read('02:30', berlin)).toEqual(['2026-10-25T00:30:00Z', 'exact'])
  expect(read('03:30', berlin)).toEqual(['2026-10-25T02:30:00Z', 'exact'])
  expect(read('02:30', { ...berlin, today: '2026-03-29' })).toEqual(['2026-03-29T01:30:00Z', 'exact'])
})

test('nothing that can be typed throws, and what is accepted is a valid moment with the text as typed', () => {
  const piece = fc.constantFrom(
    '14',
    ':',
    '03',
    '-',
    '~',
    '+',
    '5m',
    ' ',
    'pm',
    'yesterday',
    '2026',
    'March',
    'T',
    'Z',
    '12 Nov',
    'spring',
    'to',
    'CET',
    '+01:00',
    'noon',
    '?',
    '9'.repeat(20),
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York', 'No/Where'), (typed, zone) => {
      const parsed = parseMoment(typed, { zone, previous: '2026-11-12T14:00:00.000Z', today: '2026-11-12' })
      if (!parsed.ok) return
      expect(Moment.safeParse(parsed.moment).success).toBe(true)
      expect(parsed.moment.typed).toBe(typed.trim().replace(/\s+/g, ' '))
      if (parsed.moment.until) expect(parsed.moment.until >= parsed.moment.at!).toBe(true)
    }),
  )
})

test('what the field shows is read back as the same moment', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  const typed = fc.oneof(
    minute.map(clock),
    minute.map((at) => `~${clock(at)}`),
    fc.tuple(minute, minute).map(([one, two]) => `${clock(Math.min(one, two))}-${clock(Math.max(one, two))}`),
  )
  fc.assert(
    fc.property(typed, fc.constantFrom('UTC', 'Asia/Kolkata', 'Europe/Lisbon'), (text, zone) => {
      const context = { zone, previous: null, today: '2026-06-12' }
      const first = parseMoment(text, context)
      if (!first.ok) throw new Error(text)
      const again = parseMoment(typedMoment(first.moment, zone), context)
      expect(again.ok && { ...again.moment, typed: '' }).toEqual({ ...first.moment, typed: '' })
    }),
  )
})

test('a day, a clock and a zone are read alike in every order and spelling', () => {
  const two = (part: number) => String(part).padStart(2, '0')
  const half = (hour: number) => `${hour % 12 || 12}`
  const clocks = [
    (hour: number, minute: number) => `${two(hour)}:${two(minute)}`,
    (hour: number, minute: number) => `${hour}.${two(minute)}`,
    (hour: number, minute: number) => `${hour}h${two(minute)}`,
    (hour: number, minute: number) => `${half(hour)}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`,
    (hour: number, minute: number) => `${half(hour)}:${two(minute)}${hour < 12 ? 'a.m.' : 'p.m.'}`,
  ]
  const days = ['2026-03-07', '7 Mar 2026', '7th of March 2026', 'March 7, 2026', '07.03.2026']
  const zones: [string, number][] = [
    ['', 0],
    [' UTC', 0],
    [' EST', 5],
    ['+02:00', -2],
    [' Asia/Tokyo', -9],
  ]
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom(...clocks),
      fc.constantFrom(...days),
      fc.constantFrom(...zones),
      fc.boolean(),
      (hour, minute, spell, day, [zone, behind], dayLast) => {
        const clock = `${spell(hour, minute)}${zone}`
        const text = dayLast ? `${clock}, ${day}` : `${day} ${clock}`
        const at = new Date(Date.UTC(2026, 2, 7, hour + behind, minute)).toISOString()
        const parsed = parseMoment(text, { zone: 'UTC', previous: null, today: '2026-11-20' })
        expect(parsed).toMatchObject({ ok: true, moment: { at, until: null, precision: 'exact', typed: text } })
      },
    ),
  )
})
