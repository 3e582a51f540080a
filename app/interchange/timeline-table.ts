import type { NodeJson } from '#app/document/document-json.ts'
import { paragraph } from './markdown-blocks.ts'
import { readTime, type TimeStyle } from './read-time.ts'
import { blockText } from './text-lines.ts'

export interface TimelineRows {
  /** The head row's words in one line, or '' where there is none. */
  head: string
  rows: { time: string; content: NodeJson[] }[]
}

const timeHead = /\b(?:time|date|when|hour|day|timestamp|weekday|start|utc|gmt|cet|cest|[pmce][sd]?t|bst)\b/i

/**
 * The rows of a table whose first columns tell times, however the time is spread over columns (weekday, date, clock);
 * null for a table about something else.
 */
export function tableRows(table: NodeJson, style: TimeStyle): TimelineRows | null {
  const rows = (table.content ?? []).map(({ content }) =>
    (content ?? []).map((cell) => cell.content?.[0]?.content ?? []),
  )
  const [head = [], ...body] = rows
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const text = (row: NodeJson[][], column: number) =>
    blockText({ type: 'paragraph', content: row[column] ?? [] }).trim()
  // A table without a head puts its first row there.
  const headIsRow = Boolean(readTime(text(head, 0), style))
  const data = (headIsRow ? rows : body).filter((row) => row.some((_, column) => text(row, column)))
  if (!data.length) return null

  const timeColumns: number[] = []
  for (let column = 0; column < width; column++) {
    const cells = data.map((row) => text(row, column)).filter(Boolean)
    const whole = cells.filter((cell) => isTimeCell(cell, style)).length
    const named = !headIsRow && timeHead.test(text(head, column)) && text(head, column).length < 60
    if (cells.length && (whole >= cells.length * 0.6 || (named && whole >= cells.length * 0.3)))
      timeColumns.push(column)
  }
  const others = Array.from({ length: width }, (_, column) => column).filter((column) => !timeColumns.includes(column))
  const clocked = data.some((row) => timeColumns.some((column) => readTime(text(row, column), style)))
  if (!timeColumns.length || !clocked || !others.length) return null

  const main = others.toSorted((a, b) => total(b) - total(a))[0] ?? 0
  return {
    head: headIsRow
      ? ''
      : head
          .map((_, column) => text(head, column))
          .filter(Boolean)
          .join(' · '),
    rows: data.map((row) => ({
      // The clock last, so that "14:02 | Thu | 3 June" reads as a date with a time.
      time: timeColumns
        .map((column) => text(row, column))
        .filter(Boolean)
        .sort((a, b) => Number(startsWithClock(a)) - Number(startsWithClock(b)))
        .join(' '),
      content: [
        ...(row[main]?.length && text(row, main) ? [paragraph(row[main])] : []),
        ...others
          .filter((column) => column !== main && text(row, column))
          .map((column) => {
            const label = headIsRow ? '' : text(head, column)
            return paragraph([...(label ? [{ type: 'text', text: `${label}: ` }] : []), ...(row[column] ?? [])])
          }),
      ],
    })),
  }

  function total(column: number): number {
    return data.reduce((sum, row) => sum + text(row, column).length, 0)
  }
  function startsWithClock(cell: string): boolean {
    return Boolean(readTime(cell, style)?.clock) && !readTime(cell, style)?.date
  }
}

function isTimeCell(cell: string, style: TimeStyle): boolean {
  if (/^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$/i.test(cell)) return true
  const read =
    readTime(cell, style) ??
    (/^(?:[01]\d|2[0-3])[0-5]\d\b/.test(cell) ? readTime(cell, { ...style, undivided: true }) : null)
  return read !== null && read.end >= cell.length - 12
}
