import type { Moment } from '#app/document/moment.ts'
import { type DayKeeper, unknownMoment } from './day-keeper.ts'
import { readClock } from './read-clock.ts'
import { readDay } from './read-day.ts'
import type { ReadContext } from './reading.ts'

const ISO =
  /^(\d{4})[-/](\d{2})[-/](\d{2})[T ,]\s*(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?)\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i
const DAY_AND_CLOCK = /^(.{3,40}?)(?:,|\s+at)?\s+(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?m\.?)?)$/i
const EPOCH = /^\d{10}(?:\.\d{1,9})?$|^\d{13}$/

/**
 * A time with or without its day, as a source writes it: ISO 8601, `12/11/2026 14:03`, `Nov 12, 2026 2:03 PM`, `Thursday 14:03`, `14:03`,
 * seconds or milliseconds since 1970. Null when it is no time; one that does not exist, such as `25:99`, is kept as typed.
 */
export function readStamp(stamp: string, days: DayKeeper, context: ReadContext, dayFirst: boolean): Moment | null {
  const text = stamp.trim()
  if (text === '' || text.length > 60) return null
  const iso = ISO.exec(text)
  if (iso) return placeIso(iso, text, days)
  if (EPOCH.test(text)) return days.placeAt(text.length === 13 ? Number(text) : Math.round(Number(text) * 1000), text)
  const clock = readClock(text)
  if (clock) return days.place(clock, text)
  if (/^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]m)?$/i.test(text)) return unknownMoment(text)
  const [, dayWords, clockWords] = DAY_AND_CLOCK.exec(text) ?? []
  if (!dayWords || !clockWords) return null
  const day = readDay(dayWords, context, dayFirst)
  const time = readClock(clockWords)
  if (day && time) return days.placeOn(day, time, text)
  return day || /^[\d./-]+$/.test(dayWords) ? unknownMoment(text) : null
}

/** The instant of a time in ISO 8601 with its offset, in milliseconds, or null. */
export function instantOfIso(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i.test(text)
    ? Date.parse(text)
    : Number.NaN
  return Number.isNaN(at) ? null : at
}

function placeIso([, year, month, date, time = '', offset]: RegExpExecArray, typed: string, days: DayKeeper): Moment {
  const clock = readClock(time)
  const day = `${year}-${month}-${date}`
  if (!clock || readDay(day, noContext) === null) return unknownMoment(typed)
  if (!offset) return days.placeOn(day, clock, typed)
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? []
  if (Number(hours) > 14 || Number(minutes) > 59) return unknownMoment(typed)
  const asUtc = Date.UTC(Number(year), Number(month) - 1, Number(date), clock.hour, clock.minute, clock.second)
  return days.placeAt(asUtc - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000, typed)
}

const noContext: ReadContext = { zone: 'UTC', day: '2026-01-01', today: '2026-01-01' }
