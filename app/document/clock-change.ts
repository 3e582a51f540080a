import type { Moment } from './moment.ts'
import { readClock } from './read-clock.ts'
import { instantsOf, type WallTime, wallTimeAt } from './zoned-time.ts'

/** A time that a change of clocks made ambiguous, or that no clock showed. */
export type ClockChange =
  | { kind: 'repeated'; which: 'first' | 'second'; other: string }
  | { kind: 'skipped'; typed: string }

const CLOCK = /\d{1,2}[:.h]\d{2}/i

/**
 * What the change of clocks did to an entry's time in the document's zone: in autumn an hour comes twice, and `other` is the
 * instant of its other time (ISO 8601); in spring one does not come, and `typed` is the clock that was asked for. Null on any other day.
 */
export function clockChangeOf({ at, typed, zone: told, precision }: Moment, zone: string): ClockChange | null {
  if (!at || (precision !== 'exact' && precision !== 'about')) return null
  const instant = Date.parse(at)
  if (!changesAround(instant, zone)) return null
  const wall = wallTimeAt(instant, zone)
  const { shown } = instantsOf(wall, zone)
  const other = shown.find((each) => Math.abs(each - instant) >= 60_000)
  if (shown.length > 1 && other !== undefined) {
    const which = instant < other ? 'first' : 'second'
    return { kind: 'repeated', which, other: new Date(other + (instant % 1000)).toISOString() }
  }
  const asked = told === null || told === zone ? CLOCK.exec(typed) : null
  const read = asked && readClock(typed.slice(asked.index))
  if (!read || read === 'no-such-time') return null
  const isSkipped = instantsOf({ ...wall, ...read.clock } satisfies WallTime, zone).shown.length === 0
  return isSkipped ? { kind: 'skipped', typed: asked![0] } : null
}

const known = new Map<string, boolean>()

/** Whether the clocks change within a day of an instant; asked once for each day, since a clock in another zone is slow. */
function changesAround(instant: number, zone: string): boolean {
  const day = Math.floor(instant / 86_400_000)
  const key = `${zone} ${day}`
  const before = known.get(key)
  if (before !== undefined) return before
  const ahead = [day - 1, day + 2].map((each) => {
    const midnight = each * 86_400_000
    const { year, month, day: date, hour, minute } = wallTimeAt(midnight, zone)
    return Date.UTC(year, month - 1, date, hour, minute) - midnight
  })
  const changes = ahead[0] !== ahead[1]
  known.set(key, changes)
  return changes
}
