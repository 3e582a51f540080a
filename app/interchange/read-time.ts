import { readZone } from '#app/document/zones.ts'
import { type ReadDate, readDate, readWeekday } from './read-date.ts'
import type { Clock } from './zoned-instant.ts'

/** How the times of one document are written, where a single line cannot tell. */
export interface TimeStyle {
  /** `11.17` is a time. */
  dotted: boolean
  /** `0730` is a time. */
  undivided: boolean
  /** `03/04/2024` is 3 April. */
  dayFirst: boolean
}

export interface ReadTime {
  /** Where the text after the time and its separators begins. */
  end: number
  /** The time as typed, without the brackets and separators around it. */
  typed: string
  date: ReadDate | null
  clock: Clock | null
  untilDate: ReadDate | null
  until: Clock | null
  zone: string | null
  about: boolean
  /** Whether a colon, a dash or the end of the line parts it from what follows. */
  parted: boolean
}

const opening = /[\s([{*_`|•·>"“]*/y
const approximately =
  /(?:~|≈|(?:just |shortly |sometime )?(?:about|around|approximately|approx\.?|circa|ca?\.|roughly|before|after|by|at|on|from|between|since)(?![\p{L}\d]))[\s:]*(?:approximately |about |around |~)?/iuy
const colon = /(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?!\d|:\d)/y
const meridiem = /\s?([ap])\.?\s?m(?![\p{L}\d])\.?/iuy
const hourOnly = /(\d{1,2})(?=\s?[ap]\.?\s?m(?![\p{L}\d]))/iuy
const dots =
  /(\d{1,2})\.([0-5]\d)(?![\d%]|\.\d|\s?(?:[kmgt]i?b|ms|seconds?|secs?|minutes?|mins?|hours?|hrs?|%|x|million|gwei|eth)(?![\p{L}]))/iuy
const letterH = /(\d{1,2})[hH]([0-5]\d)(?![\p{L}\d])/uy
const fourDigits = /([01]\d|2[0-3])([0-5]\d)(?![\d.,]\d|\d)/y
const hourSuffix = /(?:\s?(?:hrs?|hours|uhr)(?![\p{L}\d])|h(?![\p{L}\d]))/iuy
const duration = /\s?(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![\p{L}\d])/iuy
const word = /(noon|midday|midnight)(?![\p{L}\d])/iuy
const placeholder = /(?:[xX?]{1,2}:[xX?]{2}|HH:MM|hh:mm)(?![\p{L}\d])/uy
const rangeSign =
  /\s*(?:-{1,2}>?|–|—|→|to|until|till|through|and)\s*(?:approximately |approx\.? |around |about |~|≈)?/iuy
const bareRange = /(\d{1,2})(?::([0-5]\d))?\s?[-–]\s?(?=\d{1,2}(?::[0-5]\d)?\s?[ap]\.?m(?![\p{L}\d]))/iuy
const between = /[\sT,@*_`|]*(?:[-–—/:]\s+|at\s+|around\s+|about\s+|approx\.?\s+|~)?[\s*_`([|~]*/iy
const beforeDate = /[\s,]*(?:[-–—/]\s+)?(?:on\s+)?(?:the\s+)?/iy
const vague = /\s*(?:~|≈|\?|\(?(?:approx(?:imately|\.)?|ish|estimated?|est\.)\)?(?![\p{L}\d]))/iuy
const closing = /[\s)\]}*_`"”]*/y
const separators = /(?:[\s:;,.|*_`=]|[-–—]{1,3}>?(?=[\s*_`|\p{L}\d"'(@]|$)|→|>(?=\s))*/uy

/** The time a line starts with, in any of the ways people write one, or null. Reads each character a few times at most. */
export function readTime(text: string, style: TimeStyle): ReadTime | null {
  const start = skip(opening, text, 0)
  const vaguely = skip(approximately, text, start)
  let position = vaguely
  let about = /~|≈|about|around|approx|circa|ca?\.|roughly|before|after/i.test(text.slice(start, vaguely))
  let zone: string | null = null
  let until: Clock | null = null
  let untilDate: ReadDate | null = null

  const weekday = readWeekday(text, position)
  let date = readDate(text, position, style.dayFirst)
  let clock: Clock | null = null
  let end: number
  if (date) {
    end = position + date.length
    position = skip(between, text, end)
    const moreDate = date.day === null ? null : date
    const time = moreDate ? readClock(text, position, style) : null
    if (time) {
      about ||= /~|≈|about|around|approx/i.test(text.slice(end, position))
      clock = time.clock
      end = position + time.length
    }
  } else {
    if (weekday) position = skip(between, text, position + weekday)
    const blank = skip(placeholder, text, position)
    if (blank > position) return finish(blank)
    const hours = at(bareRange, text, position)
    const time = hours ? null : readClock(text, position, style)
    if (hours) {
      const last = readClock(text, position + hours[0].length, style)
      if (!last) return null
      const late = last.clock.hour >= 12 && Number(hours[1]) < 12 && Number(hours[1]) <= last.clock.hour - 12
      clock = { hour: Number(hours[1]) + (late ? 12 : 0), minute: Number(hours[2] ?? 0), second: 0 }
      until = last.clock
      end = position + hours[0].length + last.length
    } else if (time) {
      clock = time.clock
      end = position + time.length
    } else return null
  }

  if (clock) {
    end = takeZone(end)
    if (!until) takeRange()
    if (!date) takeDate()
  } else if (date) takeDateRange()
  const vagueEnd = skip(vague, text, end)
  if (vagueEnd > end) {
    about = true
    end = clock ? takeZone(vagueEnd) : vagueEnd
  }
  return finish(end)

  function takeZone(from: number): number {
    const found = readZone(text, from)
    if (!found) return from
    zone ??= found.zone
    return from + found.length
  }
  function takeRange() {
    const sign = skip(rangeSign, text, end)
    if (sign === end) return
    const day = readDate(text, sign, style.dayFirst)
    const from = day ? skip(between, text, sign + day.length) : sign
    const last = readClock(text, from, style)
    if (!last) return
    until = last.clock
    untilDate = day
    end = takeZone(from + last.length)
  }
  function takeDateRange() {
    const sign = skip(rangeSign, text, end)
    const day = sign === end ? null : readDate(text, sign, style.dayFirst)
    if (!day) return
    untilDate = day
    end = sign + day.length
  }
  function takeDate() {
    const from = skip(beforeDate, text, skip(closing, text, end))
    const found = from === end ? null : readDate(text, from, style.dayFirst)
    if (!found?.day) return
    date = found
    end = from + found.length
  }
  function finish(last: number): ReadTime | null {
    const closed = skip(closing, text, last)
    const next = skip(separators, text, closed)
    // A letter that follows at once means that it was part of a word or a number, not a time.
    if (next === last && next < text.length && /[\p{L}\d]/u.test(text[next] ?? '')) return null
    const typed = text.slice(start, last).replace(/\s+/g, ' ').trim()
    // A closing mark around a date may stand between the two halves of what was typed; longer than the field is no time.
    if (typed.length > 80) return null
    const parted = next >= text.length || /[:;,|\-–—→)\]=*]/.test(text.slice(last, next))
    return { end: next, typed, date, clock, untilDate, until, zone, about, parted }
  }
}

/**
 * The time a short line ends with, as in "First detected: 2021-05-10 12:15": where it begins, and the time. Null for a
 * line of more than 120 characters, in which a time is part of a sentence.
 */
export function readTimeAtEnd(text: string, style: TimeStyle): (ReadTime & { from: number }) | null {
  if (text.length > 120) return null
  for (const { index } of text.matchAll(/(?<=[\s([:~])[\d~\p{L}([]/gu)) {
    const found = readTime(text.slice(index), style)
    if (found?.clock && index + found.end >= text.length) return { ...found, from: index }
  }
  return null
}

function readClock(text: string, from: number, style: TimeStyle): { clock: Clock; length: number } | null {
  const named = at(word, text, from)
  if (named) return { clock: { hour: /night/i.test(named[0]) ? 0 : 12, minute: 0, second: 0 }, length: named[0].length }
  const divided = at(colon, text, from) ?? at(letterH, text, from)
  if (divided) return withMeridiem(divided, false)
  const hour = at(hourOnly, text, from)
  if (hour) return withMeridiem(hour, true)
  const dotted = at(dots, text, from)
  if (dotted) {
    const after = from + dotted[0].length
    const sure = style.dotted || skip(meridiem, text, after) > after || skip(hourSuffix, text, after) > after
    return sure ? withMeridiem(dotted, false) : null
  }
  const undivided = at(fourDigits, text, from)
  if (!undivided) return null
  const after = from + 4
  const suffix = skip(hourSuffix, text, after)
  const sure = suffix > after || readZone(text, after) !== null || style.undivided
  return sure
    ? { clock: { hour: Number(undivided[1]), minute: Number(undivided[2]), second: 0 }, length: suffix - from }
    : null

  function withMeridiem(match: RegExpExecArray, needed: boolean): { clock: Clock; length: number } | null {
    let [hourOfDay, minute, second] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)]
    let end = from + match[0].length
    const half = at(meridiem, text, end)
    if (half) {
      end += half[0].length
      if (hourOfDay <= 12) hourOfDay = (hourOfDay % 12) + (half[1]?.toLowerCase() === 'p' ? 12 : 0)
    } else if (needed) return null
    else {
      const suffixed = skip(hourSuffix, text, end)
      if (suffixed > end && !/hours/i.test(text.slice(end, suffixed))) end = suffixed
      else if (skip(duration, text, end) > end) return null
    }
    if (hourOfDay > 24 || minute > 59 || second > 59) return null
    if (hourOfDay === 24) [hourOfDay, minute, second] = [23, 59, 59]
    return { clock: { hour: hourOfDay, minute, second }, length: end - from }
  }
}

/** How a document's lines write their times: decided by the lines that start with a number. */
export function timeStyleOf(lines: string[], dayFirst: boolean): TimeStyle {
  let [dotted, undivided, divided] = [0, 0, 0]
  for (const line of lines) {
    const start = skip(opening, line, 0)
    const head = line.slice(start, start + 24)
    if (/^(?:[^\d:]{0,12}\s)?\d{1,2}[:h]\d\d/.test(head) || /\d{4}-\d\d-\d\d[T ]\d\d:/.test(head)) divided++
    else if (/^(?:\d{1,2})\.[0-5]\d(?!\d|\.\d)/.test(head)) dotted++
    else if (/^(?:[01]\d|2[0-3])[0-5]\d(?![\d.,-/])/.test(head) && !/^(?:19|20)\d\d\W*$/.test(head)) undivided++
  }
  return { dotted: dotted >= 2 && dotted > divided, undivided: undivided >= 2 && undivided > divided, dayFirst }
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return from + (pattern.exec(text)?.[0].length ?? 0)
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}
