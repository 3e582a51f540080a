import type { Place } from './reading.ts'

/** A line of the original with its place; `text` has no line break and no carriage return. */
export interface Line extends Place {
  text: string
}

/** The lines of a text, blank ones included. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (let number = 1; from <= text.length; number++) {
    const end = text.indexOf('\n', from)
    const stop = end === -1 ? text.length : end
    const to = stop > from && text[stop - 1] === '\r' ? stop - 1 : stop
    lines.push({ text: text.slice(from, to), line: number, from, to })
    from = stop + 1
  }
  return lines
}

export function isBlank({ text }: Pick<Line, 'text'>): boolean {
  return text.trim() === ''
}

/** The lines of a head that say something: what recognition looks at. */
export function sampleOf(head: string): Line[] {
  return linesOf(head).filter((line) => !isBlank(line))
}
