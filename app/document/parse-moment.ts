import type { Moment } from './moment.ts'
import { dayAt, instantOf, isoDay, wallTimeAt } from './zoned-time.ts'

/** What a time in a timeline is read against. */
export interface MomentContext {
  /** IANA name of the zone the document tells its times in. */
  zone: string
  /** The instant of the entry before, or of any near it, ISO 8601: it gives the day, and `+5m` counts from it. */
  previous?: string | null
  /** The day where nothing else gives one, `2026-11-12`. */
  today: string
}
export type ParsedMoment = { ok: true; moment: Moment } | { ok: false; reason: 'empty' | 'no-time' | 'no-such-time' }

const CLOCK = /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?)?\s*(am|pm|a\.m\.|p\.m\.)?$/i
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s*(z|utc|[+-]\d{2}:?\d{2})?$/i
const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/
const DAY_WORD = /^(yesterday|today|tomorrow|the day before|\d{4}-\d{2}-\d{2})[,\s]+(.+)$/i
const LATER =
  /^\+\s*(?:(\d{1,4})\s*h(?:ours?)?)?\s*(?:(\d{1,4})\s*m(?:in(?:utes?)?)?)?\s*(?:(\d{1,5})\s*s(?:ec(?:onds?)?)?)?$/i
const RANGE = /^(?:between\s+)?(.+?)\s*(?:-|–|—|\bto\b|\buntil\b|\band\b)\s*(.+)$/i
const ABOUT = /^(?:~|≈|about\s|around\s|approx\.?\s|circa\s|ca\.?\s)\s*/i
const UNKNOWN = /^(?:\?+|unknown|time unknown|not known)$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = /^(?:early\s|mid[\s-]?|late\s)?([a-z]{3,9})\.?\s+(\d{4})$/i
/** A season is kept as typed; the instant only gives it a place, by the northern calendar. */
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

const LONGEST = 80

/**
 * Reads a time as people type it: `14:03`, `14:03:10`, `~14:05`, `14:05-14:12`, `2:03 pm`, `+5m`, `yesterday 23:50`, ISO 8601,
 * `March 2026`, `spring 2026`, `?`. Never throws. What is no time, or none that exists (`25:99`), is refused with a reason;
 * the caller keeps what was typed.
 */
export function parseMoment(text: string, context: MomentContext): ParsedMoment {
  const typed = text.trim().replace(/\s+/g, ' ')
  if (typed === '') return { ok: false, reason: 'empty' }
  if (typed.length > LONGEST) return { ok: false, reason: 'no-time' }
  if (UNKNOWN.test(typed)) return accept({ at: null, precision: 'unknown' }, typed, context)

  const about = ABOUT.exec(typed)
  const rest = about ? typed.slice(about[0].length) : typed
  const single = readInstant(rest, context)
  if (typeof single === 'number') {
    return accept({ at: iso(single), precision: about ? 'about' : 'exact' }, typed, context)
  }
  const month = readMonth(rest, context)
  if (month) return accept(month, typed, context)
  return (
    readRange(rest, typed, context) ?? { ok: false, reason: single === 'no-such-time' ? 'no-such-time' : 'no-time' }
  )
}

/** How a moment reads in the field it is typed into: `14:03:10`, `~14:05`, `14:05–14:12`, `March 2026`. */
export function typedMoment({ at, until, zone, precision, typed }: Moment, fallbackZone: string): string {
  if (!at || precision === 'unknown' || precision === 'month' || precision === 'season') return typed
  const from = clockOf(at, zone ?? fallbackZone)
  if (precision === 'between' && until) return `${from}–${clockOf(until, zone ?? fallbackZone)}`
  return precision === 'about' ? `~${from}` : from
}

type Instant = number | 'no-time' | 'no-such-time'

function readInstant(text: string, context: MomentContext): Instant {
  const isoTime = ISO.exec(text)
  if (isoTime) return readIso(isoTime, context.zone)
  const later = LATER.exec(text)
  if (later && /\d/.test(text)) return readLater(later, context)
  const onDay = DAY_WORD.exec(text)
  if (onDay) return readOnDay(onDay[1]!.toLowerCase(), onDay[2]!, context)
  const clock = readClock(text)
  if (typeof clock === 'string') return clock
  return placed(clock, context)
}

interface Clock {
  hour: number
  minute: number
  second: number
}

function readClock(text: string): Clock | 'no-time' | 'no-such-time' {
  const match = CLOCK.exec(text)
  if (!match) return 'no-time'
  const [, hours = '', minutes, seconds, half] = match
  // A bare number is a count, not a time of day.
  if (minutes === undefined && half === undefined) return 'no-time'
  const clock = { hour: Number(hours), minute: Number(minutes ?? 0), second: Number(seconds ?? 0) }
  if (half) {
    if (clock.hour < 1 || clock.hour > 12) return 'no-such-time'
    clock.hour = (clock.hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
  }
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : 'no-such-time'
}

/** A time without a day is on the day of the entry before it, or on the next one when it would lie far before that entry. */
function placed(clock: Clock, { zone, previous, today }: MomentContext): number {
  const near = previous ? Date.parse(previous) : Number.NaN
  const at = onDay(Number.isNaN(near) ? today : dayAt(near, zone), clock, zone)
  const half = 12 * 3_600_000
  if (Number.isNaN(near) || at >= near - half) return at
  return onDay(nextDay(dayAt(near, zone), 1), clock, zone)
}

function readOnDay(word: string, rest: string, context: MomentContext): Instant {
  const clock = readClock(rest.replace(/^at\s+/i, ''))
  if (typeof clock === 'string') return clock
  const near = context.previous ? Date.parse(context.previous) : Number.NaN
  const base = Number.isNaN(near) ? context.today : dayAt(near, context.zone)
  const shift = word === 'yesterday' || word === 'the day before' ? -1 : word === 'tomorrow' ? 1 : 0
  const day = DAY_ALONE.test(word) ? word : nextDay(base, shift)
  return isDay(day) ? onDay(day, clock, context.zone) : 'no-such-time'
}

function readIso([, day = '', time = '', offset]: RegExpExecArray, zone: string): Instant {
  const clock = readClock(time)
  if (typeof clock === 'string' || !isDay(day)) return 'no-such-time'
  if (!offset) return onDay(day, clock, zone)
  const asUtc = onDay(day, clock, 'UTC')
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? []
  if (Number(hours) > 14 || Number(minutes) > 59) return 'no-such-time'
  const minutesAhead = Number(hours) * 60 + Number(minutes)
  return asUtc - (sign === '-' ? -1 : 1) * minutesAhead * 60_000
}

function readLater([, hours = '0', minutes = '0', seconds = '0']: RegExpExecArray, context: MomentContext): Instant {
  const near = context.previous ? Date.parse(context.previous) : Number.NaN
  if (Number.isNaN(near)) return 'no-time'
  return near + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

function readMonth(text: string, { zone }: MomentContext): Pick<Moment, 'at' | 'precision'> | null {
  const [, word = '', year = ''] = MONTH.exec(text) ?? []
  if (!word || Number(year) < 1970) return null
  const name = word.toLowerCase()
  const start = (month: number) => iso(onDay(isoDay(Number(year), month, 1), { hour: 0, minute: 0, second: 0 }, zone))
  if (SEASONS[name]) return { at: start(SEASONS[name]), precision: 'season' }
  const month = MONTHS.findIndex(
    (short) => name === short || FULL_MONTHS[short] === name || (name === 'sept' && short === 'sep'),
  )
  return month === -1 ? null : { at: start(month + 1), precision: 'month' }
}

const FULL_MONTHS: Record<string, string> = {
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  may: 'may',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
}

function readRange(text: string, typed: string, context: MomentContext): ParsedMoment | null {
  const [, first, second] = RANGE.exec(text) ?? []
  if (!first || !second) return null
  const from = readInstant(first, context)
  if (typeof from !== 'number') return from === 'no-such-time' ? { ok: false, reason: from } : null
  // The end is read against the start, so that 23:50–00:10 ends on the next day.
  const until = readInstant(second, { ...context, previous: iso(from) })
  if (typeof until !== 'number') return until === 'no-such-time' ? { ok: false, reason: until } : null
  if (until < from) return { ok: false, reason: 'no-such-time' }
  return accept({ at: iso(from), until: iso(until), precision: 'between' }, typed, context)
}

function accept(found: Partial<Moment>, typed: string, { zone }: MomentContext): ParsedMoment {
  return { ok: true, moment: { at: null, until: null, zone, precision: 'exact', ...found, typed } }
}

function onDay(day: string, clock: Clock, zone: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return instantOf({ year, month, day: date, ...clock }, zone)
}

function nextDay(day: string, days: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return isoDay(year, month, date + days)
}

/** Year 1970 to 9999 and a day that its month has. */
function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return year >= 1970 && month >= 1 && month <= 12 && date >= 1 && isoDay(year, month, date) === day
}

function clockOf(at: string, zone: string): string {
  const { hour, minute, second } = wallTimeAt(Date.parse(at), zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
