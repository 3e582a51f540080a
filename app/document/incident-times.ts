import type { ExtractedItem, ExtractedSection } from './extract.ts'
import { type Milestone, TimelineEntry } from './items.ts'
import { Moment } from './moment.ts'

/** The marks that the incident's times derive from; *tried, no effect* is a mark and no time of the incident. */
type IncidentMark = Exclude<Milestone, 'no-effect'>
export type IncidentTimes = Partial<Record<IncidentMark, Moment>>

/**
 * The incident's times, from the marks on timeline entries. Where two entries carry the same mark the earliest counts, for
 * *normal again* the latest; a mark on an entry without a time stays, as an unknown moment. Hidden sections count too: to
 * leave a section out of the page does not change when things happened.
 */
export function incidentTimes(sections: ExtractedSection[]): IncidentTimes {
  const times: IncidentTimes = {}
  for (const entry of timelineEntries(sections, ({ attributes }) => !isEmptyList(attributes.milestones))) {
    for (const mark of entry.milestones) {
      if (mark === 'no-effect') continue
      if (isNearer(mark, entry, times[mark])) times[mark] = Moment.parse(entry)
    }
  }
  return times
}

/** The instant the incident began: its first effect, else the first entry that has a time of day; null when none has. */
export function startedAt(sections: ExtractedSection[]): Date | null {
  const first = incidentTimes(sections)['first-effect']?.at
  const rest = timelineEntries(sections)
    .filter((entry) => entry.precision !== 'month' && entry.precision !== 'season')
    .map((entry) => entry.at)
    .filter((at) => at !== null)
    .toSorted()
  const at = first ?? rest[0]
  return at ? new Date(at) : null
}

/** How far an entry lies outside of the incident, in seconds. */
export interface OutsideIncident {
  side: 'before' | 'after'
  seconds: number
}

/**
 * How far an entry lies before the first effect or after normal again; null inside, without the mark, and for conditions from
 * before, which are known by month or season. A range lies outside when all of it does.
 */
export function outsideIncident(entry: Moment, times: IncidentTimes): OutsideIncident | null {
  const [begins, ends] = [times['first-effect'], times['normal-again']]
  const span = spanOf(entry)
  const [first, last] = [begins && spanOf(begins), ends && spanOf(ends)]
  if (span && first && span.to < first.from) return { side: 'before', seconds: (first.from - span.to) / 1000 }
  if (span && last && span.from > last.to) return { side: 'after', seconds: (span.from - last.to) / 1000 }
  return null
}

function spanOf({ at, until, precision }: Moment): { from: number; to: number } | null {
  if (!at || precision === 'month' || precision === 'season' || precision === 'unknown') return null
  const from = Date.parse(at)
  return { from, to: precision === 'between' && until ? Math.max(from, Date.parse(until)) : from }
}

/** Parsed, which is most of the work: an editor asks after every pause of a thousand entries, of which five are marked. */
function timelineEntries(
  sections: ExtractedSection[],
  counts: (item: ExtractedItem) => boolean = () => true,
): TimelineEntry[] {
  return sections
    .flatMap((section) => section.items)
    .filter((item) => item.kind === 'timelineEntry' && counts(item))
    .map((item) => TimelineEntry.parse(item.attributes))
}

function isEmptyList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

function isNearer(mark: IncidentMark, entry: TimelineEntry, known: Moment | undefined): boolean {
  if (!known?.at) return !known || entry.at !== null
  if (!entry.at) return false
  const earlier = Date.parse(entry.at) < Date.parse(known.at)
  return mark === 'normal-again' ? !earlier : earlier
}
