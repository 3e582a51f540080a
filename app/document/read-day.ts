import { isoDay } from './zoned-time.ts'

export interface ReadDay {
  /** `2026-11-12`; null for a day that no calendar has. */
  day: string | null
  rest: string
}

const WORD = /^(the day before|yesterday|today|tomorrow)(?![\p{L}\d])/iu
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/
/** Two dots put the day first, wherever one writes. */
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(\p{L}{3,9})\.?(?:,?\s+(\d{4})(?![\d:]))?(?![\p{L}\d])/iu
const MONTH_DAY = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.h])(?:,?\s+(\d{4})(?![\d:]))?(?![\p{L}\d])/iu
const WEEKDAY = /^(\p{L}{3,9})\.?(?![\p{L}\d])/iu

const months = [
  ['jan', 'january'],
  ['feb', 'february'],
  ['mar', 'march'],
  ['apr', 'april'],
  ['may'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The number of a month by its name or its short form, 1 to 12; null for any other word. */
export function monthNumber(word: string): number | null {
  const place = months.findIndex((names) => names.includes(word.toLowerCase()))
  return place === -1 ? null : place + 1
}

/**
 * The day that a text begins with: `2026-11-12`, `12 Nov`, `November 12, 2026`, `12.11.2026`, `yesterday`, `Thu`; null where there is
 * none. Words count from `near` (`2026-11-12`); a weekday or a date without a year is the one nearest to it.
 */
export function readDay(text: string, near: string): ReadDay | null {
  const word = WORD.exec(text)
  if (word) return { day: fromWord(word[1]!.toLowerCase(), near), rest: text.slice(word[0].length) }
  const iso = ISO.exec(text)
  if (iso) return found(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = DOTTED.exec(text)
  if (dotted) return found(dotted, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const dayFirst = DAY_MONTH.exec(text)
  const named = dayFirst && monthNumber(dayFirst[2]!) ? dayFirst : null
  if (named) return dated(named, Number(named[1]), monthNumber(named[2]!)!, named[3])
  const monthFirst = MONTH_DAY.exec(text)
  const month = monthFirst && monthNumber(monthFirst[1]!)
  if (month) return dated(monthFirst, Number(monthFirst[2]), month, monthFirst[3])
  const weekday = WEEKDAY.exec(text)
  const place = weekday ? weekdays.findIndex((name) => isShort(weekday[1]!.toLowerCase(), name)) : -1
  return place === -1 ? null : { day: nearestWeekday(place, near), rest: text.slice(weekday![0].length) }

  function found([whole]: RegExpExecArray, year: number, month: number, date: number): ReadDay {
    const day = year >= 1970 && month >= 1 && month <= 12 ? isoDay(year, month, date) : null
    const exists = day !== null && Number(day.slice(5, 7)) === month && date > 0
    return { day: exists ? day : null, rest: text.slice(whole.length) }
  }
  function dated(match: RegExpExecArray, date: number, month: number, year: string | undefined): ReadDay {
    return found(match, year ? Number(year) : nearestYear(month, near), month, date)
  }
}

function fromWord(word: string, near: string): string {
  return shifted(near, word === 'tomorrow' ? 1 : word === 'today' ? 0 : -1)
}

/** `2026-11-12` and so many days later. */
export function shifted(day: string, days: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return isoDay(year, month, date + days)
}

function nearestYear(month: number, near: string): number {
  const [year = 1970, nearMonth = 1] = near.split('-').map(Number)
  if (month - nearMonth > 6) return year - 1
  return nearMonth - month > 6 ? year + 1 : year
}

function isShort(word: string, name: string): boolean {
  return word === name || word === name.slice(0, 3) || (word.length === 4 && name.startsWith(word))
}

function nearestWeekday(weekday: number, near: string): string {
  const ahead = (weekday - new Date(`${near}T12:00:00Z`).getUTCDay() + 7) % 7
  return shifted(near, ahead > 3 ? ahead - 7 : ahead)
}
