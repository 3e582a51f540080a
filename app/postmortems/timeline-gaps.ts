import type { TimelineEntry } from '#app/document/items.ts'
import { wallTimeAt } from '#app/document/zoned-time.ts'

export interface TimelineGap {
  /** In words: `29 minutes`, `2 h 5 min`. */
  length: string
  /** Clock times in the zone of the document, as `14:12`. */
  from: string
  to: string
  afterId: string
  beforeId: string
}

const worthAsking = 10 * 60_000
const atMost = 3

/**
 * The longest stretches without an entry between *first noticed* and *first relief*, in the order of time, at most three,
 * from ten minutes on. Without both marks there is nothing to say: before anyone noticed, silence is what it looked like.
 */
export function longestGaps(entries: TimelineEntry[], zone: string): TimelineGap[] {
  const placed = entries
    .flatMap((entry) => {
      if (!entry.at || entry.precision === 'month' || entry.precision === 'season') return []
      const from = Date.parse(entry.at)
      const to = entry.precision === 'between' && entry.until ? Date.parse(entry.until) : from
      return [{ entry, from, to: Math.max(from, to) }]
    })
    .toSorted((one, other) => one.from - other.from)
  const noticed = placed.find(({ entry }) => entry.milestones.includes('first-noticed'))
  const relief = placed.find(({ entry }) => entry.milestones.includes('first-relief'))
  if (!noticed || !relief) return []

  const within = placed.filter(({ from }) => from >= noticed.from && from <= relief.from)
  const gaps: { gap: TimelineGap; from: number; milliseconds: number }[] = []
  let last = within[0]
  for (const next of within.slice(1)) {
    if (!last) break
    const milliseconds = next.from - last.to
    if (milliseconds >= worthAsking) {
      const gap = { length: inWords(milliseconds), from: clock(last.to, zone), to: clock(next.from, zone) }
      gaps.push({ gap: { ...gap, afterId: last.entry.id, beforeId: next.entry.id }, from: last.to, milliseconds })
    }
    if (next.to >= last.to) last = next
  }
  return gaps
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, atMost)
    .toSorted((one, other) => one.from - other.from)
    .map(({ gap }) => gap)
}

function inWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 120) return `${minutes} minutes`
  return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`
}

function clock(instant: number, zone: string): string {
  const { hour, minute } = wallTimeAt(instant, zone)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
