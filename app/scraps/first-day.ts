import { addDays, readDay } from './read-day.ts'
import type { ReadContext } from './reading.ts'
import type { Line } from './text-lines.ts'

/**
 * The day of the times above the first day that is written: the incident's, or the one before the written day where that is not
 * later. `isHead` says whether a line begins a message.
 */
export function firstDay(lines: readonly Line[], context: ReadContext, isHead: (line: Line) => boolean): string {
  let begun = false
  for (const line of lines) {
    const words = line.text.length <= 80 ? line.text.replace(/^[\s\-–—=#*]+|[\s\-–—=#*:]+$/g, '') : ''
    const day = /^(?:[A-Z]|\d{4}-)/.test(words) ? readDay(words, context) : null
    if (day) return !begun || context.day < day ? context.day : addDays(day, -1)
    begun ||= isHead(line)
  }
  return context.day
}
