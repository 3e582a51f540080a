import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoment } from './format-moment.ts'

const at = '2026-11-12T14:03:00.000Z'

describe('a time that is known', () => {
  test('is written with its date and zone', () => {
    expect(formatMoment({ at, zone: 'UTC' })).toBe('12 Nov 2026, 14:03 UTC')
  })
  test('is written in the zone of the document, as an offset', () => {
    expect(formatMoment({ at, zone: 'Europe/Berlin' })).toBe('12 Nov 2026, 15:03 UTC+1')
    expect(formatMoment({ at, zone: 'Asia/Kolkata' })).toBe('12 Nov 2026, 19:33 UTC+5:30')
    expect(formatMoment({ at, zone: 'America/New_York' })).toBe('12 Nov 2026, 09:03 UTC-5')
  })
  test('follows summer time', () => {
    expect(formatMoment({ at: '2026-07-01T22:30:00Z', zone: 'Europe/Berlin' })).toBe('2 Jul 2026, 00:30 UTC+2')
  })
  test('shows seconds only where there are some', () => {
    expect(formatMoment({ at: '2026-11-12T14:03:10Z' }, 'time')).toBe('14:03:10')
    expect(formatMoment({ at }, 'time')).toBe('14:03')
  })
  test('says midnight as 00:00', () => {
    expect(formatMoment({ at: '2026-09-05T00:00:00Z' })).toBe('5 Sep 2026, 00:00 UTC')
  })
  test('in a zone nobody knows is written in UTC', () => {
    expect(formatMoment({ at, zone: 'Mars/Olympus' })).toBe('12 Nov 2026, 14:03 UTC')
  })
})

describe('a time that is not known well', () => {
  test('says about', () => {
    expect(formatMoment({ at, precision: 'about' }, 'time')).toBe('about 14:03')
    expect(formatMoment({ at, precision: 'about' })).toBe('about 12 Nov 2026, 14:03 UTC')
  })
  test('says between which times, with the day only where it changes', () => {
    const until = '2026-11-12T14:41:00Z'
    expect(formatMoment({ at, until, precision: 'between' }, 'time')).toBe('between 14:03 and 14:41')
    expect(formatMoment({ at, until, precision: 'between' })).toBe('between 12 Nov 2026, 14:03 and 14:41 UTC')
    expect(formatMoment({ at, until: '2026-11-13T01:00:00Z', precision: 'between' }, 'time')).toBe(
      'between 14:03 and 13 Nov 2026, 01:00',
    )
    expect(formatMoment({ at, until: '2026-11-13T01:00:00Z', precision: 'between' }, 'date')).toBe(
      'between 12 Nov 2026 and 13 Nov 2026',
    )
  })
  test('between without an end is about its start', () => {
    expect(formatMoment({ at, until: null, precision: 'between' }, 'time')).toBe('about 14:03')
  })
  test('is a month, or a season as it was typed', () => {
    expect(formatMoment({ at, precision: 'month' })).toBe('Nov 2026')
    expect(formatMoment({ at, precision: 'season', typed: 'late spring 2026' })).toBe('late spring 2026')
    expect(formatMoment({ at, precision: 'season' })).toBe('around Nov 2026')
  })
  test('keeps what was typed, or says that it is unknown', () => {
    expect(formatMoment({ at: null, precision: 'unknown', typed: 'before lunch' })).toBe('before lunch')
    expect(formatMoment({ at: null, precision: 'unknown' })).toBe('time unknown')
    expect(formatMoment({ at: null }, 'date')).toBe('date unknown')
    expect(formatMoment({ at, precision: 'unknown' })).toBe('12 Nov 2026, time unknown')
  })
  test('is never an error, whatever is stored', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (given, zone, typed) => {
        expect(formatMoment({ at: given, zone, typed }).length).toBeGreaterThan(0)
      }),
    )
  })
})
