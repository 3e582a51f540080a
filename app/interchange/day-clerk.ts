import type { Moment } from '#app/document/moment.ts'
import type { ReadDate } from './read-date.ts'
import type { ReadTime } from './read-time.ts'
import { addDays, type Clock, type Day, zonedInstant } from './zoned-instant.ts'

export interface DayClerkStart {
  /** The day that the document names, for times before any day of their own, and where it was found. */
  day: { day: Day; found: string } | null
  zone: string | null
  /** "All times approximate". */
  about: boolean
}

/** Knows which day and zone a bare time belongs to, while a timeline is read from top to bottom. */
export interface DayClerk {
  /** A day heading: the times below it are on that day. */
  openDay(date: ReadDate): void
  setZone(zone: string): void
  setAbout(): void
  /** The year of dates without one, where a heading or a table's head names it. */
  setYear(year: number): void
  place(read: ReadTime): Moment
  /** What was decided without being written, in counts for the preview. */
  readonly tally: { withoutDay: number; placedOnDocumentDay: number; withoutZone: number; pastMidnight: number }
}

const startOfDay: Clock = { hour: 0, minute: 0, second: 0 }
const endOfDay: Clock = { hour: 23, minute: 59, second: 59 }

/**
 * Times in one order pass midnight without saying so: a step of more than twelve hours back, among times that are told
 * forwards, is the next day. Nothing is reordered; only the day is worked out.
 */
export function startDayClerk({ day: documentDay, zone: startZone, about: startAbout }: DayClerkStart): DayClerk {
  let day: Day | null = null
  let zone = startZone
  let about = startAbout
  let namedYear: number | null = null
  let assumed = false
  let previous: number | null = null
  let direction = 0
  const tally = { withoutDay: 0, placedOnDocumentDay: 0, withoutZone: 0, pastMidnight: 0 }

  return {
    tally,
    openDay(date) {
      const full = complete(date)
      if (full) {
        day = full
        assumed = false
      }
      previous = null
    },
    setZone(next) {
      zone = next
    },
    setAbout() {
      about = true
    },
    setYear(year) {
      namedYear = year
    },
    place(read) {
      const typed = read.typed
      const own = read.date ? complete(read.date) : null
      if (read.date && read.date.day === null) return monthly(read.date, typed)
      if (own) {
        day = own
        assumed = false
        previous = null
      }
      if (!read.clock) return read.date ? wholeDay(own, read, typed) : { ...nothing, typed }
      const minutes = read.clock.hour * 60 + read.clock.minute
      const known = day ?? documentDay?.day ?? null
      if (!known) {
        tally.withoutDay++
        return { ...nothing, typed, zone: read.zone ?? zone }
      }
      if (!day) assumed = true
      if (assumed) tally.placedOnDocumentDay++
      day = own ?? passMidnight(known, minutes)
      previous = minutes
      if (!read.zone && !zone) tally.withoutZone++
      const at = zonedInstant(day, read.clock, read.zone ?? zone ?? 'UTC')
      return {
        at,
        until: read.until ? endOf(read, at, day, read.until) : null,
        zone: read.zone ?? zone ?? 'UTC',
        precision: read.until ? 'between' : read.about || about ? 'about' : 'exact',
        typed,
      }
    },
  }

  function passMidnight(known: Day, minutes: number): Day {
    if (previous === null) return known
    const step = minutes - previous
    if (step > 720 && direction < 0) {
      tally.pastMidnight++
      return addDays(known, -1)
    }
    if (step < -720 && direction >= 0) {
      tally.pastMidnight++
      return addDays(known, 1)
    }
    direction += Math.sign(step)
    return known
  }

  function endOf(read: ReadTime, at: string, on: Day, until: Clock): string {
    const lastDay = (read.untilDate && complete(read.untilDate)) || on
    const end = zonedInstant(lastDay, until, read.zone ?? zone ?? 'UTC')
    return end >= at ? end : zonedInstant(addDays(lastDay, 1), until, read.zone ?? zone ?? 'UTC')
  }

  function wholeDay(own: Day | null, read: ReadTime, typed: string): Moment {
    if (!own) return { ...nothing, typed }
    const last = (read.untilDate && complete(read.untilDate)) || own
    const place = read.zone ?? zone ?? 'UTC'
    const [at, until] = [zonedInstant(own, startOfDay, place), zonedInstant(last, endOfDay, place)]
    return { at, until: until >= at ? until : null, zone: place, precision: 'between', typed }
  }

  function monthly(date: ReadDate, typed: string): Moment {
    const year = date.year ?? day?.year ?? namedYear ?? documentDay?.day.year
    if (!year) return { ...nothing, typed }
    const place = zone ?? 'UTC'
    return {
      at: zonedInstant({ year, month: date.month, day: 1 }, startOfDay, place),
      until: null,
      zone: place,
      precision: 'month',
      typed,
    }
  }

  function complete(date: ReadDate): Day | null {
    const year = date.year ?? day?.year ?? namedYear ?? documentDay?.day.year
    return year && date.day ? { year, month: date.month, day: date.day } : null
  }
}

const nothing: Moment = { at: null, until: null, zone: null, precision: 'unknown', typed: '' }
