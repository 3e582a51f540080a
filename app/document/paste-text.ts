import type { NodeJson } from './document-json.ts'
import type { Moment } from './moment.ts'
import { newItemId } from './new-item-id.ts'
import { type MomentContext, parseMoment } from './parse-moment.ts'

/** `- [14:03] text`, `14:03:10 – text`, `~14:05 | text`, `14:05-14:12: text`, `2026-11-12 14:03 text`. */
const TIME_LINE =
  /^\s*(?:[-*•]\s+)?\[?\s*((?:~|≈|about\s)?(?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,9})?(?:\s*[ap]m\b)?Z?(?:\s*[-–—]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]m\b)?)?)\s*\]?\s*(?:UTC\b\s*)?(?:[|:–—-]\s*)?(.*)$/i

/** The time a line begins with, and what follows it; null where it begins with none. */
export function timeAtStart(line: string, context: MomentContext): { moment: Moment; rest: string } | null {
  const [, typed = '', rest = ''] = TIME_LINE.exec(line) ?? []
  const parsed = typed ? parseMoment(typed, context) : null
  return parsed?.ok ? { moment: parsed.moment, rest } : null
}

/**
 * Pasted plain text as the content of a timeline: a line that begins with a time becomes an entry, a line without one goes on
 * with the entry above it, or is a paragraph where there is none. Null when no line begins with a time. Every line is kept.
 */
export function timelineFromText(text: string, context: MomentContext): NodeJson[] | null {
  const nodes: NodeJson[] = []
  let { previous } = context
  let entries = 0
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const timed = timeAtStart(line, { ...context, previous })
    if (timed) {
      previous = timed.moment.at ?? previous
      entries++
      nodes.push({
        type: 'timelineEntry',
        attrs: { id: newItemId(), ...timed.moment },
        content: [paragraph(timed.rest.trim())],
      })
      continue
    }
    const above = nodes.at(-1)
    if (above?.type === 'timelineEntry') above.content!.push(paragraph(line.trim()))
    else nodes.push(paragraph(line.trim()))
  }
  return entries > 0 ? nodes : null
}

function paragraph(text: string): NodeJson {
  return text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' }
}
