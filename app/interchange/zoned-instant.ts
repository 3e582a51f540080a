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

const formats = new Map<string, Intl.DateTimeFormat>()

function offsetOf(zone: string, instant: number): number {
  if (zone === 'UTC') return 0
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone)
  if (fixed) return (fixed[1] === '+' ? 1 : -1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
  return local - Math.floor(instant / 1000) * 1000
}

/** The instant of a wall clock time in a zone, as ISO 8601 in UTC. A time that the clock skips is read an hour later. */
export function zonedInstant({ year, month, day }: Day, { hour, minute, second }: Clock, zone: string): string {
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const first = wall - offsetOf(zone, wall)
  return new Date(wall - offsetOf(zone, first)).toISOString()
}

/** What the wall clock showed in a zone at an instant: `2024-03-01` and `14:02:30`. */
export function wallClock(instant: string, zone: string): { date: string; time: string } {
  const at = Date.parse(instant)
  const local = new Date(at + offsetOf(zone, at)).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 19) }
}

/** The day so many days later; earlier where `days` is negative. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}
