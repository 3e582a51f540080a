const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const year = '(?:\\s*,?\\s*(?:of\\s+)?((?:19|20)\\d\\d)(?!\\d|:\\d))?'

const patterns = {
  weekday: /(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?(?![\p{L}\d])[\s,]*(?:the\s+)?/iuy,
  iso: /(\d{4,5})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y,
  compact: /((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/y,
  numeric: /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d.])/y,
  dashed: new RegExp(`(\\d{1,2})[-/ ]${monthName}[-/ ](\\d{4}|\\d\\d)(?![\\d:])`, 'iy'),
  monthSpan: new RegExp(
    `${monthName}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s?(?:-|–|and|to)\\s?\\d{1,2}(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)(?![\\d:])`,
    'iy',
  ),
  monthFirst: new RegExp(`${monthName}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d|\\p{L})${year}`, 'iuy'),
  dayFirst: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}(?!\\p{L})${year}`, 'iuy'),
  monthOnly: new RegExp(`${monthName}\\s*,?\\s*((?:19|20)\\d\\d)(?!\\d|:\\d)`, 'iy'),
  short: /(\d{1,2})\/(\d{1,2})(?![\d/])(?=,?\s+\d{1,2}[:.h]\d\d|,?\s+\d{1,2}\s?[ap]m)/iy,
}

export interface ReadDate {
  /** Null where no year was written, or one that cannot be. */
  year: number | null
  month: number
  /** Null where only a month was written. */
  day: number | null
  /** Characters read. */
  length: number
}

/**
 * The calendar date that stands at `from`, weekday before it included. In `03/04/2024` the day comes first where
 * `dayFirst` says so, where the numbers leave no choice, or between dots.
 */
export function readDate(text: string, from: number, dayFirst: boolean): ReadDate | null {
  const weekday = at(patterns.weekday, text, from)
  const start = from + (weekday?.[0].length ?? 0)
  const found = dateAt(text, start, dayFirst)
  if (!found || found.month < 1 || found.month > 12 || (found.day !== null && (found.day < 1 || found.day > 31)))
    return null
  return { ...found, length: start - from + found.length }
}

/** The length of a weekday's name at `from`, or 0. */
export function readWeekday(text: string, from: number): number {
  return at(patterns.weekday, text, from)?.[0].length ?? 0
}

function dateAt(text: string, from: number, dayFirst: boolean): ReadDate | null {
  const iso = at(patterns.iso, text, from)
  if (iso) return date(yearOf(iso[1]), Number(iso[3]), Number(iso[4]), iso)
  const compact = at(patterns.compact, text, from)
  if (compact) return date(yearOf(compact[1]), Number(compact[2]), Number(compact[3]), compact)
  const numeric = at(patterns.numeric, text, from)
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])]
    const days = first > 12 || (second <= 12 && (dayFirst || numeric[2] === '.'))
    return date(yearOf(numeric[4]), days ? second : first, days ? first : second, numeric)
  }
  const dashed = at(patterns.dashed, text, from)
  if (dashed) return date(yearOf(dashed[3]), monthOf(dashed[2]), Number(dashed[1]), dashed)
  const monthOnly = at(patterns.monthOnly, text, from)
  if (monthOnly) return date(yearOf(monthOnly[2]), monthOf(monthOnly[1]), null, monthOnly)
  const span = at(patterns.monthSpan, text, from)
  if (span) return date(yearOf(span[3]), monthOf(span[1]), Number(span[2]), span)
  const monthFirst = at(patterns.monthFirst, text, from)
  if (monthFirst) return date(yearOf(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]), monthFirst)
  const dayBefore = at(patterns.dayFirst, text, from)
  if (dayBefore) return date(yearOf(dayBefore[3]), monthOf(dayBefore[2]), Number(dayBefore[1]), dayBefore)
  const short = at(patterns.short, text, from)
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])]
    const days = first > 12 || (second <= 12 && dayFirst)
    return date(null, days ? second : first, days ? first : second, short)
  }
  return null
}

/** The first full date (with a year) in a text, and whether another one follows. */
export function findDate(text: string, dayFirst: boolean): (ReadDate & { day: number; year: number }) | null {
  for (const { index } of text.matchAll(/(?<![\p{L}\d.])[\p{L}\d]/gu)) {
    const found = readDate(text, index, dayFirst)
    if (found?.year && found.day) return { ...found, day: found.day, year: found.year }
  }
  return null
}

function date(foundYear: number | null, month: number, day: number | null, match: RegExpExecArray): ReadDate {
  return { year: foundYear, month, day, length: match[0].length }
}

function yearOf(text: string | undefined): number | null {
  if (!text) return null
  const value = Number(text)
  if (text.length === 2) return 2000 + value
  return value >= 1970 && value <= 2100 ? value : null
}

function monthOf(text: string | undefined): number {
  return months.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}
