import type { TimelineEntry } from '#app/document/items.ts'
import { longestGaps } from '#app/document/timeline-order.ts'
import { wallTimeAt } from '#app/document/zoned-time.ts'

export interface GapInWords {
  /** `29 minutes`, `2 h 5 min`. */
  length: string
  /** Clock times in the zone of the document, as `14:12`. */
  from: string
  to: string
  afterId: string
  beforeId: string
}

/** The longest silences of a timeline, as the publish check asks about them. */
export function gapsInWords(entries: TimelineEntry[], zone: string): GapInWords[] {
  return longestGaps(entries).map(({ afterId, beforeId, from, to, seconds }) => ({
    length: inWords(seconds),
    from: clock(from, zone),
    to: clock(to, zone),
    afterId,
    beforeId,
  }))
}

function inWords(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} minutes`
  return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`
}

function clock(at: string, zone: string): string {
  const { hour, minute } = wallTimeAt(Date.parse(at), zone)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
