import { describe, expect, test } from 'vitest'
import { readTime, readTimeAtEnd, type TimeStyle, timeStyleOf } from './read-time.ts'

const plain: TimeStyle = { dotted: false, undivided: false, dayFirst: false }

/** What is read of a line, as "date clock–until zone about | what is left". */
function read(line: string, style: TimeStyle = plain): string | null {
  const time = readTime(line, style)
  if (!time) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const { date, clock, until } = time
  const parts = [
    date && [date.year ?? '?', two(date.month), date.day === null ? '?' : two(date.day)].join('-'),
    clock && `${two(clock.hour)}:${two(clock.minute)}${clock.second ? `:${two(clock.second)}` : ''}`,
    until && `to ${two(until.hour)}:${two(until.minute)}`,
    time.zone,
    time.about && 'about',
  ]
  return `${parts.filter(Boolean).join(' ')} | ${line.slice(time.end)}`
}

describe('a line that starts with a time', () => {
  test.each([
    ['14:02 The queue grew', '14:02 | The queue grew'],
    ['14:02:30 – The queue grew', '14:02:30 | The queue grew'],
    ['[08:47] Deploy merged', '08:47 | Deploy merged'],
    ['(08:47) Deploy merged', '08:47 | Deploy merged'],
    ['| 08:47 | Deploy merged |', '08:47 | Deploy merged |'],
    ['~10:00 pages were slow', '10:00 about | pages were slow'],
    ['about 10:00, pages were slow', '10:00 about | pages were slow'],
    ['10:45~ restart', '10:45 about | restart'],
    ['7:38 PM - Alarm', '19:38 | Alarm'],
    ['12:06 a.m. Alarm', '00:06 | Alarm'],
    ['5 pm: Alarm', '17:00 | Alarm'],
    ['9-10am Alarm', '09:00 to 10:00 | Alarm'],
    ['09:00 - 11:00 looking', '09:00 to 11:00 | looking'],
    ['from 9:15 until 9:40 looking', '09:15 to 09:40 | looking'],
    ['14h02 Alarm', '14:02 | Alarm'],
    ['14:02 UTC Alarm', '14:02 UTC | Alarm'],
    ['14:02 (PST): Alarm', '14:02 America/Los_Angeles | Alarm'],
    ['14:02 CEST Alarm', '14:02 Europe/Paris | Alarm'],
    ['14:02 EAT Alarm', '14:02 Africa/Nairobi | Alarm'],
    ['14:02 UTC+1 - Alarm', '14:02 +01:00 | Alarm'],
    ['16:37 Denver: Alarm', '16:37 America/Denver | Alarm'],
    ['2024-03-01 14:02 Alarm', '2024-03-01 14:02 | Alarm'],
    ['2024-03-01T14:02:10Z Alarm', '2024-03-01 14:02:10 UTC | Alarm'],
    ['2024-03-01T14:02:00+02:00 Alarm', '2024-03-01 14:02 +02:00 | Alarm'],
    ['1 March 2024, 14:02 Alarm', '2024-03-01 14:02 | Alarm'],
    ['Friday 1st of March 2024 at 14:02 Alarm', '2024-03-01 14:02 | Alarm'],
    ['March 1, 2024: 2:02pm UTC Alarm', '2024-03-01 14:02 UTC | Alarm'],
    ['Fri Mar 1 14:02 Alarm', '?-03-01 14:02 | Alarm'],
    ['14:02 on March 1st 2024: Alarm', '2024-03-01 14:02 | Alarm'],
    ['03/01/2024 14:02 Alarm', '2024-03-01 14:02 | Alarm'],
    ['13/01/2024 14:02 Alarm', '2024-01-13 14:02 | Alarm'],
    ['01.03.2024 14:02 Alarm', '2024-03-01 14:02 | Alarm'],
    ['03-01-2024 - The fix came', '2024-03-01 | The fix came'],
    ['March 2024 - The library came', '2024-03-? | The library came'],
    ['0730Z Alarm', '07:30 UTC | Alarm'],
    ['0730 hrs Alarm', '07:30 | Alarm'],
    ['noon: Alarm', '12:00 | Alarm'],
    ['xx:xx somebody noticed', ' | somebody noticed'],
  ])('%s', (line, expected) => {
    expect(read(line)).toBe(expected)
  })

  test.each([
    '1.5 hours later',
    '10:30 minutes of downtime',
    '2000 users saw it',
    '3.11 was released',
    'v1:20',
    'May we',
    '1:1 with Ana',
    '11.17 GB were free',
    '',
  ])('"%s" has none', (line) => {
    expect(read(line)).toBeNull()
  })

  test('0730 and 11.17 are times where the other lines say so', () => {
    const undivided = timeStyleOf(['0730 one', '0745 two', '0809 three'], false)
    expect(read('0730 one', undivided)).toBe('07:30 | one')
    const dotted = timeStyleOf(['11.17 see alert', '11.19 NP: looking'], false)
    expect(read('11.19 NP: looking', dotted)).toBe('11:19 | NP: looking')
    expect(timeStyleOf(['14:02 one', '14:05 two', '2019 was the year', '2020 too'], false).undivided).toBe(false)
  })

  test('03/01 is 3 January where days come first', () => {
    expect(read('03/01/2024 14:02 Alarm', { ...plain, dayFirst: true })).toBe('2024-01-03 14:02 | Alarm')
  })

  test('a short line may end with its time', () => {
    expect(readTimeAtEnd('First detected: 2024-03-01 12:15', plain)).toMatchObject({
      from: 16,
      typed: '2024-03-01 12:15',
    })
    expect(readTimeAtEnd('We saw at 12:15 that it was slow', plain)).toBeNull()
  })
})
