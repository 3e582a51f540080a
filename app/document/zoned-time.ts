/** A clock's reading in some zone; months count from 1. */
export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock in `zone` (IANA name or `+05:30`) shows at an instant in milliseconds. A zone nobody knows is read as UTC. */
export function wallTimeAt(instant: number, zone: string): WallTime {
  const ahead = fixedOffset(zone)
  if (ahead !== null) return readUtc(new Date(instant + ahead))
  const found: Record<string, number> = {}
  for (const { type, value } of clockIn(zone).formatToParts(instant)) found[type] = Number(value)
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found
  return { year, month, day, hour, minute, second }
}

/**
 * The instant, in milliseconds, at which a clock in `zone` shows `wall`. In the hour that a change of clocks repeats it is
 * the first one; in the hour that one skips, as long after the change as the clock claims.
 */
export function instantOf(wall: WallTime, zone: string): number {
  const { shown, otherwise } = instantsOf(wall, zone)
  return shown[0] ?? otherwise
}

/** The instants at which a clock in `zone` shows `wall`, in order: one, two, or none, and then the one it is read as. */
export function instantsOf(wall: WallTime, zone: string): { shown: number[]; otherwise: number } {
  const asUtc = utc(wall)
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((near) => utc(wallTimeAt(near, zone)) - near)
  const [before, after] = offsets as [number, number]
  const candidates = [...new Set([asUtc - before, asUtc - after])].toSorted((one, other) => one - other)
  const shown = candidates.filter((instant) => utc(wallTimeAt(instant, zone)) === asUtc)
  return { shown, otherwise: asUtc - before }
}

/** The day of an instant in `zone` as `2026-11-12`. */
export function dayAt(instant: number, zone: string): string {
  const { year, month, day } = wallTimeAt(instant, zone)
  return isoDay(year, month, day)
}

export function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** Whether a browser or Node knows this IANA name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function readUtc(date: Date): WallTime {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** UTC and `+05:30` in milliseconds; null for a name. Not every browser takes an offset for a zone, and asking a clock is slow. */
function fixedOffset(zone: string): number | null {
  if (zone === 'UTC') return 0
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : null
}

function utc({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: isZone(zone) ? zone : 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(zone, clock)
  return clock
}
