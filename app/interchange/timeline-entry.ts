import type { NodeJson } from '#app/document/document-json.ts'
import { type EntryType, type Milestone, TimelineEntry } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { blockText } from './text-lines.ts'

/**
 * Labels that say outright what a moment was. They count at the start of an entry before a colon or as the whole of
 * it; in the middle of a sentence the same words may speak about anything.
 */
const milestoneLabels: [RegExp, Milestone][] = [
  [
    /^(?:(?:incident|outage|impact|downtime|disruption|problem)s? (?:starts?|started|begins?|began|onset)|start of (?:incident|outage|impact)|first (?:effect|impact))$/i,
    'first-effect',
  ],
  [
    /^(?:first )?(?:detection|detected|noticed|alerted|incident detected|issue detected|time of detection)$/i,
    'first-noticed',
  ],
  [/^(?:mitigation|mitigated|incident mitigated|issue mitigated|impact mitigated|first relief)$/i, 'first-relief'],
  [
    /^(?:recovery|recovered|resolved|resolution|repaired|incident resolved|issue resolved|all clear|(?:incident|outage|impact|downtime) (?:ends?|ended|over)|end of (?:incident|outage|impact)|service restored)$/i,
    'normal-again',
  ],
]

/** A timeline entry: a moment, what was said about it, and the milestone its label names. */
export function timelineEntry(moment: Moment, content: NodeJson[], type: EntryType | null = null): NodeJson {
  const milestones = milestonesOf(content)
  return {
    type: 'timelineEntry',
    attrs: TimelineEntry.parse({ ...moment, id: newItemId(), type, milestones }),
    content: content.length ? content : [{ type: 'paragraph' }],
  }
}

function milestonesOf(content: NodeJson[]): Milestone[] {
  const text = content[0] ? blockText(content[0]) : ''
  const label = /^\s*([\p{L} ]{4,30}?)\s*(?::|[.!]?\s*$|\s[-–—]\s)/u.exec(text.slice(0, 60))?.[1]
  if (!label) return []
  return milestoneLabels.filter(([pattern]) => pattern.test(label)).map(([, milestone]) => milestone)
}

/** The milestone still belongs to what an entry says once more text has come to it. */
export function withMoreContent(entry: NodeJson, more: NodeJson[]): void {
  const only = entry.content?.length === 1 && entry.content[0]?.type === 'paragraph' && !entry.content[0].content
  entry.content = only ? more : [...(entry.content ?? []), ...more]
  if (entry.attrs) entry.attrs.milestones = milestonesOf(entry.content)
}
