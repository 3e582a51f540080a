import type { Moment } from '#app/document/moment.ts'
import { isBefore } from '#app/document/timeline-order.ts'

/** An entry of the timeline as it stands, or one that is to be put into it. */
type Timed = Pick<Moment, 'at' | 'precision'>

export interface PlacedGroup<Entry> {
  /** The place in the list, from 0, of the entry that it follows; -1: before all of them. */
  after: number
  entries: Entry[]
}

/**
 * Where new entries belong among those of a timeline, which stay where they are: each behind the last one that is not later, the
 * new ones in the order of time among themselves. One without a time stays beside the one that it follows in its source.
 */
export function placeInTimeline<Entry extends Timed>(
  standing: readonly Timed[],
  entries: readonly Entry[],
): PlacedGroup<Entry>[] {
  const byTime = timesOf(standing)
    .map((at, place) => ({ at, place }))
    .toSorted((one, other) => order(one.at, other.at))
  const times = timesOf(entries)
  const sorted = entries
    .map((entry, place) => ({ entry, at: times[place]! }))
    .toSorted((one, other) => order(one.at, other.at))
  const groups: PlacedGroup<Entry>[] = []
  let after = -1
  let seen = 0
  for (const { entry, at } of sorted) {
    for (; seen < byTime.length && byTime[seen]!.at <= at; seen++) after = Math.max(after, byTime[seen]!.place)
    const group = groups.at(-1)
    if (group?.after === after) group.entries.push(entry)
    else groups.push({ after, entries: [entry] })
  }
  return groups
}

/** Instants in milliseconds; where there is none, that of the one before, or else of the first that has one. */
function timesOf(entries: readonly Timed[]): number[] {
  const own = entries.map((entry) => {
    if (isBefore(entry)) return Number.NEGATIVE_INFINITY
    return entry.at === null ? Number.NaN : Date.parse(entry.at)
  })
  let latest = own.find((at) => !Number.isNaN(at)) ?? Number.POSITIVE_INFINITY
  return own.map((at) => {
    if (!Number.isNaN(at)) latest = at
    return latest
  })
}

function order(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}
