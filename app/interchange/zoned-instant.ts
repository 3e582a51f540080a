import { instantOf, isoDay, wallTimeAt } from '#app/document/zoned-time.ts'

/** A day of the calendar; `month` is 1 to 12. */
export interface Day {
  year: number
  month: number
  day: number
}
/** A time of day on a wall clock. */
export interface Clock {
  hour: number
  minute: number
  second: number
}

/**
 * The instant of a wall clock time in a zone, as ISO 8601 in UTC. A time that the clock skips is read an hour later, of one that
 * comes twice the first counts.
 */
export function zonedInstant(day: Day, clock: Clock, zone: string): string {
  return new Date(instantOf({ ...day, ...clock }, zone)).toISOString()
}

/** What the wall clock showed in a zone at an instant: `2024-03-01` and `14:02:30`. */
export function wallClock(instant: string, zone: string): { date: string; time: string } {
  const { year, month, day, hour, minute, second } = wallTimeAt(Date.parse(instant), zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return { date: isoDay(year, month, day), time: `${two(hour)}:${two(minute)}:${two(second)}` }
}

/** The day so many days later; earlier where `days` is negative. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}
