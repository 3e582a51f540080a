import type { Moment } from '#app/document/moment.ts'
import { instantOf, wallTimeAt } from '#app/document/zoned-time.ts'
import { type Clock, secondsOf } from './read-clock.ts'
import { addDays } from './read-day.ts'
import type { ReadContext } from './reading.ts'

/** A chat is told forwards: a step back of more than this is the next day. What is less, a late reply or a clock that is off. */
const OVER_MIDNIGHT = 6 * 3600
const LONGEST_TYPED = 80

/** Knows which day a time of day belongs to, while a source is read from top to bottom. */
export interface DayKeeper {
  /** A day stands above what follows. */
  openDay(day: string): void
  /** A time without a day of its own. */
  place(clock: Clock, typed: string): Moment
  /** A time with its day. */
  placeOn(day: string, clock: Clock, typed: string): Moment
  /** An instant in milliseconds, from a source that names its zone. */
  placeAt(instant: number, typed: string): Moment
  /** The time of day, in seconds, that was placed last. */
  readonly latest: number | null
}

export function keepDays({ zone, day: first }: ReadContext): DayKeeper {
  const instant = instantsIn(zone)
  let day = first
  let latest: number | null = null
  return {
    get latest() {
      return latest
    },
    openDay(next) {
      day = next
      latest = null
    },
    place(clock, typed) {
      const seconds = secondsOf(clock)
      if (latest !== null && latest - seconds > OVER_MIDNIGHT) day = addDays(day, 1)
      latest = seconds
      return exact(instant(day, clock), zone, typed)
    },
    placeOn(own, clock, typed) {
      day = own
      latest = secondsOf(clock)
      return exact(instant(day, clock), zone, typed)
    },
    placeAt: (at, typed) => exact(at, zone, typed),
  }
}

/** A time that is none, kept as it is written. */
export function unknownMoment(typed: string): Moment {
  return { at: null, until: null, zone: null, precision: 'unknown', typed: typed.trim().slice(0, LONGEST_TYPED) }
}

function exact(instant: number, zone: string, typed: string): Moment {
  if (!(Math.abs(instant) <= LAST_INSTANT)) return unknownMoment(typed)
  return {
    at: new Date(instant).toISOString(),
    until: null,
    zone,
    precision: 'exact',
    typed: typed.trim().slice(0, LONGEST_TYPED),
  }
}

/** The end of the year 9999: later instants have a year of five digits, which no time in a document has. */
const LAST_INSTANT = Date.UTC(9999, 11, 31)

/** Instants of a zone. What a clock is ahead of UTC is asked once per day, unless it changes near that day. */
function instantsIn(zone: string): (day: string, clock: Clock) => number {
  const ahead = new Map<string, number | null>()
  return (day, clock) => {
    const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
    const midnight = Date.UTC(year, month - 1, date)
    let offset = ahead.get(day)
    if (offset === undefined) {
      const [before, after] = [midnight - 86_400_000, midnight + 2 * 86_400_000].map((near) => offsetAt(near, zone))
      offset = before === after ? before! : null
      ahead.set(day, offset)
    }
    if (offset === null) return instantOf({ year, month, day: date, ...clock }, zone)
    return midnight + secondsOf(clock) * 1000 - offset
  }
}

function offsetAt(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTimeAt(instant, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}
