import type { Moment } from './moment.ts'
import { type Clock, readClock } from './read-clock.ts'
import { readDay, shifted } from './read-day.ts'
import { readMonthOrSeason } from './read-month-or-season.ts'
import { dayAt, instantOf, wallTimeAt } from './zoned-time.ts'
import { readZone } from './zones.ts'

/** What a time in a timeline is read against. */
export interface MomentContext {
  /** IANA name of the zone the document tells its times in. */
  zone: string
  /** The instant of the entry before, or of any near it, ISO 8601: it gives the day. */
  previous?: string | null
  /** What `+5m` counts from, where it is not the same as `previous`; null where there is nothing to count from. */
  above?: string | null
  /** The day where nothing else gives one, `2026-11-12`. */
  today: string
}
export type ParsedMoment = { ok: true; moment: Moment } | { ok: false; reason: 'empty' | 'no-time' | 'no-such-time' }

const LATER =
  /^\+\s*(?:(\d{1,4})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,4})\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d{1,5})\s*s(?:ec(?:ond)?s?)?)?$/i
const SEPARATOR = /\s*(?:-{1,2}>?|–|—|→|\b(?:to|until|till|and)\b)\s*/g
const ABOUT = /^(?:~|≈|(?:about|around|roughly|approx(?:\.|imately)?|circa|ca?\.)\s)\s*/i
const VAGUE = /\s*(?:\?|ish|\bor so)$/i
const UNKNOWN = /^(?:\?+|(?:time )?(?:unknown|not known)|no time)$/i
/** What may stand between a day and its clock. */
const BETWEEN = /^(?:t(?=\d)|[\s,]+)(?:(?:at|around|about)\s+|~\s*)?/i
/** A minus is a dash in a timeline, and an offset only in what a machine wrote. */
const WEST = /^-((?:0\d|1[0-2])(?::?(?:00|30))?)$/

const LONGEST = 80
const HALF_DAY = 12 * 3_600_000

/**
 * Reads a time as people type it: `14:03`, `14:03:10`, `~14:05`, `14:05-14:12`, `2:03 pm`, `noon`, `+5m`, `yesterday 23:50`, `12 Nov 14:03`,
 * `14:03 CET`, ISO 8601, `March 2026`, `spring`, `?`. Never throws. What is no time, or none that exists (`25:99`), is refused
 * with a reason; the caller keeps what was typed.
 */
export function parseMoment(text: string, context: MomentContext): ParsedMoment {
  const typed = text.trim().replace(/\s+/g, ' ')
  if (typed === '') return { ok: false, reason: 'empty' }
  if (typed.length > LONGEST) return { ok: false, reason: 'no-time' }
  if (UNKNOWN.test(typed)) return accept({ at: null, precision: 'unknown' }, typed, context)

  const certain = typed.replace(ABOUT, '').replace(VAGUE, '')
  const single = readInstant(certain, context)
  if (typeof single === 'object') {
    const precision = certain === typed ? 'exact' : 'about'
    return accept({ at: iso(single.at), zone: single.zone, precision }, typed, context)
  }
  const rough = readMonthOrSeason(certain, context.zone, nearOf(context) ?? Date.parse(`${context.today}T12:00:00Z`))
  if (rough) return accept(rough, typed, context)
  return (
    readRange(certain, typed, context) ?? { ok: false, reason: single === 'no-such-time' ? 'no-such-time' : 'no-time' }
  )
}

/** How a moment reads in the field it is typed into, in the document's zone: `14:03:10`, `~14:05`, `14:05–14:12`, `March 2026`. */
export function typedMoment({ at, until, precision, typed }: Moment, zone: string): string {
  if (!at || precision === 'unknown' || precision === 'month' || precision === 'season') return typed
  const from = clockOf(at, zone)
  if (precision === 'between' && until) return `${from}–${clockOf(until, zone)}`
  return precision === 'about' ? `~${from}` : from
}

/** An instant in milliseconds, and the zone it was told in. */
interface Instant {
  at: number
  zone: string
}

type ReadInstant = Instant | 'no-time' | 'no-such-time'

function readInstant(text: string, context: MomentContext): ReadInstant {
  const later = /\d/.test(text) ? LATER.exec(text) : null
  if (later) return readLater(later, context)
  const dated = readDay(text, nearDay(context, context.zone))
  const gap = dated ? (BETWEEN.exec(dated.rest)?.[0] ?? null) : ''
  if (gap === null) return 'no-time'
  const read = readClock(dated ? dated.rest.slice(gap.length) : text)
  if (read === null || read === 'no-such-time') return read ?? 'no-time'
  const { clock } = read
  const isMachine = /^t/i.test(gap) || /^\d{4}-.*:\d\d:\d\d/.test(text)
  const west = isMachine ? WEST.exec(read.rest) : null
  const told = west ? { zone: offset(west[1]!), length: read.rest.length } : readZone(read.rest, 0)
  const zone = told?.zone ?? context.zone
  const rest = read.rest.slice(told?.length ?? 0).replace(/^[\s,]+(?:on\s+)?/i, '')
  if (rest === '' && !dated) return { at: placed(clock, { ...context, zone }), zone }
  const day = dated ?? readDay(rest, nearDay(context, zone))
  if (!day || (dated ? rest : day.rest) !== '') return 'no-time'
  return day.day ? { at: onDay(day.day, clock, zone), zone } : 'no-such-time'
}

/** A time without a day is on the day of the entry before it, or on the next one when it would lie far before that entry. */
function placed(clock: Clock, context: MomentContext): number {
  const near = nearOf(context)
  const day = nearDay(context, context.zone)
  const at = onDay(day, clock, context.zone)
  return near === null || at >= near - HALF_DAY ? at : onDay(shifted(day, 1), clock, context.zone)
}

function nearOf({ previous }: Pick<MomentContext, 'previous'>): number | null {
  const near = previous ? Date.parse(previous) : Number.NaN
  return Number.isNaN(near) ? null : near
}

/** The day of the entry before, as `zone` has it, else today. */
export function nearDay(context: MomentContext, zone: string): string {
  const near = nearOf(context)
  return near === null ? context.today : dayAt(near, zone)
}

function readLater([, hours = '0', minutes = '0', seconds = '0']: RegExpExecArray, context: MomentContext) {
  const above = context.above === undefined ? context.previous : context.above
  const near = nearOf({ previous: above })
  if (near === null) return 'no-time'
  return { at: near + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000, zone: context.zone }
}

/** Tried at each dash and each word between: a date has dashes of its own. */
function readRange(text: string, typed: string, context: MomentContext): ParsedMoment | null {
  const between = text.replace(/^between\s+/i, '').replace(/^from\s+/i, '')
  for (const { 0: separator, index } of between.matchAll(SEPARATOR)) {
    const [first, second] = [between.slice(0, index), between.slice(index + separator.length).replace(ABOUT, '')]
    if (!first || !second) continue
    // A zone that is said once, behind the end, is that of both.
    const told = readInstant(second, context)
    const zone = typeof told === 'object' ? told.zone : context.zone
    const from = readStart(first, second, { ...context, zone })
    if (from === 'no-such-time') return { ok: false, reason: from }
    if (from === 'no-time') continue
    // The end is read against the start, so that 23:50–00:10 ends on the next day.
    const until = readInstant(second, { ...context, zone: from.zone, previous: iso(from.at), above: iso(from.at) })
    if (until === 'no-such-time') return { ok: false, reason: until }
    if (until === 'no-time') continue
    if (until.at < from.at) return { ok: false, reason: 'no-such-time' }
    return accept({ at: iso(from.at), until: iso(until.at), zone: until.zone, precision: 'between' }, typed, context)
  }
  return null
}

/** `2:03-2:10 pm`: the half of the day is said once for both, unless that would put the start behind the end (`11:50-12:10 pm`). */
function readStart(first: string, second: string, context: MomentContext): ReadInstant {
  const end = readClock(second)
  const half = end !== null && end !== 'no-such-time' ? end.half : null
  const same = half ? readInstant(`${first} ${half}m`, context) : 'no-time'
  if (typeof same !== 'object') return readInstant(first, context)
  const until = readInstant(second, { ...context, previous: iso(same.at), above: iso(same.at) })
  const isAhead = typeof until === 'object' && until.at < same.at
  return isAhead ? readInstant(`${first} ${half === 'p' ? 'a' : 'p'}m`, context) : same
}

function accept(found: Partial<Moment>, typed: string, { zone }: MomentContext): ParsedMoment {
  return { ok: true, moment: { at: null, until: null, zone, precision: 'exact', ...found, typed } }
}

function onDay(day: string, clock: Clock, zone: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return instantOf({ year, month, day: date, ...clock }, zone)
}

/** `0530` as `-05:30`. */
function offset(digits: string): string {
  const [, hours, minutes = '00'] = /^(\d\d):?(\d\d)?$/.exec(digits)!
  return `-${hours}:${minutes}`
}

function clockOf(at: string, zone: string): string {
  const { hour, minute, second } = wallTimeAt(Date.parse(at), zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
