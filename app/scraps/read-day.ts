import { isoDay } from '#app/document/zoned-time.ts'
import type { ReadContext } from './reading.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const WEEKDAY = '(?:(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?)'
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const MONTH_FIRST = new RegExp(
  `^(?:${WEEKDAY}\\.?,?\\s+)?${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?$`,
  'i',
)
const DAY_FIRST = new RegExp(
  `^(?:${WEEKDAY}\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+${MONTH}\\.?(?:,?\\s+(\\d{4}))?$`,
  'i',
)
const NUMBERS = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?$/
const ISO_DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/

/**
 * A day as chats and logs write it: `Today`, `Yesterday`, `Monday, November 12th`, `12 Nov 2026`, `2026-11-12`, a weekday alone,
 * `12/11/2026` with `dayFirst` as `isDayFirst` says. Without a year it is the nearest such day to the incident's. Null: no day.
 */
export function readDay(text: string, context: ReadContext, dayFirst = false): string | null {
  const word = text.trim()
  if (word.length > 40) return null
  const lower = word.toLowerCase()
  if (lower === 'today') return context.today
  if (lower === 'yesterday') return addDays(context.today, -1)
  const weekday = WEEKDAYS.indexOf(lower)
  if (weekday !== -1) return lastWeekday(weekday, context.today)
  const iso = ISO_DAY.exec(word)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = NUMBERS.exec(word)
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])]
    const [month, date] = dayFirst ? [second, first] : [first, second]
    const year = numbers[3] ? fullYear(numbers[3]) : null
    return withYear(year, month, date, context)
  }
  const [, name, date, year] = MONTH_FIRST.exec(word) ?? []
  if (name) return withYear(year ? Number(year) : null, monthOf(name), Number(date), context)
  const [, dateFirst, nameSecond, yearLast] = DAY_FIRST.exec(word) ?? []
  if (nameSecond) return withYear(yearLast ? Number(yearLast) : null, monthOf(nameSecond), Number(dateFirst), context)
  return null
}

/**
 * Whether dates such as `12/11/2026` have the day first: a number over twelve says so, otherwise the reading that is nearer to the
 * incident's day.
 */
export function isDayFirst(dates: readonly string[], context: ReadContext): boolean {
  let nearer = 0
  for (const date of dates) {
    const [, first, second] = NUMBERS.exec(date.trim()) ?? []
    if (!first || !second) continue
    if (Number(first) > 12) return true
    if (Number(second) > 12) return false
    if (nearer !== 0) continue
    const [one, other] = [true, false].map((dayFirst) => {
      const read = readDay(date, context, dayFirst)
      return read ? Math.abs(Date.parse(read) - Date.parse(context.day)) : Number.POSITIVE_INFINITY
    })
    nearer = Math.sign(other! - one!)
  }
  return nearer > 0
}

export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

export function addDays(from: string, days: number): string {
  const [year = 1970, month = 1, date = 1] = from.split('-').map(Number)
  return isoDay(year, month, date + days)
}

/** A day and month without a year: that day nearest to the incident's. */
export function withYear(year: number | null, month: number, date: number, context: ReadContext): string | null {
  if (year !== null) return day(year, month, date)
  const near = Number(context.day.slice(0, 4))
  const days = [near - 1, near, near + 1].map((each) => day(each, month, date)).filter((each) => each !== null)
  const away = (each: string) => Math.abs(Date.parse(each) - Date.parse(context.day))
  return days.toSorted((one, other) => away(one) - away(other))[0] ?? null
}

function day(year: number, month: number, date: number): string | null {
  if (year < 1970 || year > 9999 || month < 1 || month > 12 || date < 1 || date > 31) return null
  const made = isoDay(year, month, date)
  return Number(made.slice(8)) === date ? made : null
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

function lastWeekday(weekday: number, today: string): string {
  const back = (new Date(`${today}T12:00:00Z`).getUTCDay() - weekday + 7) % 7
  return addDays(today, -back)
}
