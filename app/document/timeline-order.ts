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

/** The fewest entries that would have to move for the timeline to be in order, by id. */
export function outOfOrder(entries: readonly Placed[]): Set<string> {
  const timed = entries.filter(({ at }) => at !== null && !Number.isNaN(Date.parse(at)))
  const rank = new Map(inTimeOrder(timed).map(({ id }, place) => [id, place]))
  // Longest rising run, by patience sorting: what is in it may stay.
  const tops: number[] = []
  const before = new Map<number, number | undefined>()
  for (const { id } of timed) {
    const place = rank.get(id)!
    let pile = tops.findIndex((top) => top > place)
    if (pile === -1) pile = tops.length
    tops[pile] = place
    before.set(place, tops[pile - 1])
  }
  const staying = new Set<number>()
  for (let place = tops.at(-1); place !== undefined; place = before.get(place)) staying.add(place)
  return new Set(timed.filter(({ id }) => !staying.has(rank.get(id)!)).map(({ id }) => id))
}

/** Shorter stretches are how an incident goes. */
const WORTH_ASKING = 10 * 60

/**
 * The longest stretches without an entry between first noticed and first relief, at most `most`, longest first. Without
 * both marks, none: there is nothing to say where a silence would be worth a question.
 */
export function longestGaps(entries: readonly Placed[], most = 3): TimelineGap[] {
  const timed = inTimeOrder(entries).filter(
    (entry) => entry.at !== null && !isBefore(entry) && entry.precision !== 'unknown',
  )
  const from = timed.find(({ milestones }) => milestones.includes('first-noticed'))
  const to = timed.find(({ milestones }) => milestones.includes('first-relief'))
  if (!from || !to) return []
  const between = timed.filter(({ at }) => at! >= from.at! && at! <= to.at!)
  return between
    .slice(1)
    .map((entry, place) => gapBetween(between[place]!, entry))
    .filter(({ seconds }) => seconds >= WORTH_ASKING)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, most)
}

function gapBetween(one: Placed, other: Placed): TimelineGap {
  const from = one.until ?? one.at!
  const seconds = (Date.parse(other.at!) - Date.parse(from)) / 1000
  return { afterId: one.id, beforeId: other.id, from, to: other.at!, seconds }
}

function order(one: number, other: number): number {
  return one === other ? 0 : one - other
}
