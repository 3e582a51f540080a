import type { NodeJson } from './document-json.ts'
import type { Moment } from './moment.ts'
import { newItemId } from './new-item-id.ts'
import { type MomentContext, nearDay, parseMoment } from './parse-moment.ts'
import { readDay } from './read-day.ts'
import { readZone, statedZone } from './zones.ts'

/** `- [14:03`, `14:03:10`, `~14:05`, `14:05-14:12`, `2026-11-12 14:03`. */
const TIME =
  /^\s*(?:[-*•]\s+)?(?:\[\s*)?((?:~|≈|about\s)?(?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,9})?(?:\s*[ap]m\b)?Z?(?:\s*[-–—]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]m\b)?)?)/i
/** What may stand between a time and its zone, where one follows: `14:03] UTC`, `14:03 (CET)`. */
const BEFORE_ZONE = /^\s*\]?\s*(?=[([]?[A-Z]{3,5}(?![\p{L}\d]))/u
/** What parts a time from its text: `] `, ` – `, ` | `, `: `. */
const SEPARATORS = /^\s*\]?\s*(?:[|:–—-]\s*)?/

/** The time a line begins with, in its own zone where it names one, and what follows it; null where it begins with none. */
export function timeAtStart(line: string, context: MomentContext): { moment: Moment; rest: string } | null {
  const [before, clock] = TIME.exec(line) ?? []
  if (before === undefined || !clock) return null
  const after = line.slice(before.length)
  const gap = BEFORE_ZONE.exec(after)?.[0].length
  const zone = gap === undefined ? null : readZone(after, gap)
  const end = zone ? gap! + zone.length : 0
  const typed = `${clock} ${after.slice(gap, end).replace(/[()[\]]/g, '')}`
  const parsed = parseMoment(typed, context)
  return parsed.ok ? { moment: parsed.moment, rest: after.slice(end).replace(SEPARATORS, '') } : null
}

/** A longer line says more than a day. */
const LONGEST_DAY = 60

/** The day, `2026-11-12`, that a line names and nothing else, as a heading over the times of a day does; null for any other line. */
export function dayAlone(line: string, context: MomentContext): string | null {
  if (line.length > LONGEST_DAY) return null
  const near = nearDay(context, context.zone)
  const named = line.replace(/^[\s#*-]+|[\s:*-]+$/g, '')
  const first = readDay(named, near)
  // In "Thursday, 12 November" the weekday only repeats what follows.
  const read = first?.rest ? readDay(first.rest.replace(/^[\s,]+/, ''), near) : first
  return read?.rest === '' ? read.day : null
}

/** What times are read against from a given day on. */
export function onDay(day: string, context: MomentContext): MomentContext {
  return { ...context, previous: null, today: day }
}

/** What times are read against below a heading or a first sentence: "Timeline (UTC)" and "All times in CET" name their zone. */
export function inStatedZone(line: string, context: MomentContext): MomentContext {
  const zone = /\btime/i.test(line) ? statedZone(line) : null
  return zone ? { ...context, zone } : context
}

/**
 * Pasted plain text as the content of a timeline: a line that begins with a time becomes an entry, a line without one goes on
 * with the entry above it, or is a paragraph where there is none. A line that names a day is a paragraph between entries, and
 * the times below it are on that day; a zone that is named above them all is theirs. Null when no line begins with a time. Every line is kept.
 */
export function timelineFromText(text: string, given: MomentContext): NodeJson[] | null {
  const nodes: NodeJson[] = []
  let context = given
  let entries = 0
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const timed = timeAtStart(line, context)
    if (timed) {
      context = { ...context, previous: timed.moment.at ?? context.previous }
      entries++
      nodes.push({
        type: 'timelineEntry',
        attrs: { id: newItemId(), ...timed.moment },
        content: [paragraph(timed.rest.trim())],
      })
      continue
    }
    const day = dayAlone(line, context)
    if (day) context = onDay(day, context)
    else if (entries === 0) context = inStatedZone(line, context)
    const above = day ? null : nodes.at(-1)
    if (above?.type === 'timelineEntry') above.content!.push(paragraph(line.trim()))
    else nodes.push(paragraph(line.trim()))
  }
  return entries > 0 ? nodes : null
}

function paragraph(text: string): NodeJson {
  return text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' }
}
