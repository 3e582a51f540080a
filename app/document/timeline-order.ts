import type { TimelineEntry } from './items.ts'

/** What the order of a timeline depends on. */
export type Placed = Pick<TimelineEntry, 'id' | 'at' | 'until' | 'precision' | 'milestones'>

/** A stretch without an entry, between the ends of two that stand beside each other in time. */
export interface TimelineGap {
  afterId: string
  beforeId: string
  from: string
  to: string
  seconds: number
}

/** Conditions older than the first effect: known by month or season only. */
export function isBefore({ precision }: Pick<Placed, 'precision'>): boolean {
  return precision === 'month' || precision === 'season'
}

/**
 * Entries as every reading page shows them: the *before* group first, then by time. An entry without a time stays behind the
 * one it was written after; entries of the same moment keep the order they were written in.
 */
export function inTimeOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  let latest = { group: 0, at: Number.NEGATIVE_INFINITY }
  const keyed = entries.map((entry) => {
    const at = entry.at === null ? Number.NaN : Date.parse(entry.at)
    if (!Number.isNaN(at)) latest = { group: isBefore(entry) ? 0 : 1, at }
    return { entry, ...latest }
  })
  return keyed.toSorted((one, other) => one.group - other.group || order(one.at, other.at)).map(({ entry }) => entry)
}

/** Which way an entry would have to move to stand in order. */
export type Astray = 'up' | 'down'

/** The fewest entries that would have to move for the timeline to be in order, by id. */
export function outOfOrder(entries: readonly Placed[]): Map<string, Astray> {
  const timed = entries.filter(({ at }) => at !== null && !Number.isNaN(Date.parse(at)))
  const rank = new Map(inTimeOrder(timed).map(({ id }, place) => [id, timed.length - place]))
  // Longest run in order, by patience sorting: what is in it may stay. From the end, so that of two that contradict each other
  // the one further down, which was likely written last, is the one to move.
  const tops: number[] = []
  const before = new Map<number, number | undefined>()
  for (const { id } of timed.toReversed()) {
    const place = rank.get(id)!
    const pile = firstAbove(tops, place)
    tops[pile] = place
    before.set(place, tops[pile - 1])
  }
  const staying = new Set<number>()
  for (let place = tops.at(-1); place !== undefined; place = before.get(place)) staying.add(place)
  const astray = new Map<string, Astray>()
  let latest = Number.POSITIVE_INFINITY
  for (const { id } of timed) {
    const place = rank.get(id)!
    if (staying.has(place)) latest = place
    else astray.set(id, place > latest ? 'up' : 'down')
  }
  return astray
}

/** Where the first number above `place` stands in a rising list, or behind all of them. */
function firstAbove(rising: readonly number[], place: number): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! > place) high = middle
    else low = middle + 1
  }
  return low
}

/** Shorter stretches are how an incident goes. */
const WORTH_ASKING = 10 * 60

/**
 * The longest stretches without an entry between first noticed and first relief, at most `most`, in the order of time. Without
 * both marks, none: before anyone noticed, silence is what it looked like.
 */
export function longestGaps(entries: readonly Placed[], most = 3): TimelineGap[] {
  const timed = inTimeOrder(entries).filter(
    (entry) => entry.at !== null && !isBefore(entry) && entry.precision !== 'unknown',
  )
  const from = timed.find(({ milestones }) => milestones.includes('first-noticed'))
  const to = timed.find(({ milestones }) => milestones.includes('first-relief'))
  if (!from || !to) return []
  const gaps: TimelineGap[] = []
  let last = from
  for (const next of timed.filter(({ at }) => at! >= from.at! && at! <= to.at!)) {
    const seconds = (Date.parse(next.at!) - Date.parse(endOf(last))) / 1000
    if (seconds >= WORTH_ASKING)
      gaps.push({ afterId: last.id, beforeId: next.id, from: endOf(last), to: next.at!, seconds })
    // A moment that is known as a range covers the shorter ones inside of it.
    if (endOf(next) >= endOf(last)) last = next
  }
  return gaps
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, most)
    .toSorted((one, other) => order(Date.parse(one.from), Date.parse(other.from)))
}

function endOf({ at, until, precision }: Placed): string {
  return precision === 'between' && until && until > at! ? until : at!
}

function order(one: number, other: number): number {
  return one === other ? 0 : one - other
}
