import Papa from 'papaparse'
import type { EntryType } from '#app/document/items.ts'
import { linkIn } from './collect-messages.ts'
import { keepDays, unknownMoment } from './day-keeper.ts'
import { guessType } from './guess-type.ts'
import { isDayFirst } from './read-day.ts'
import { readStamp } from './read-stamp.ts'
import { type Candidate, notThis, type PassedOver, type Place, type ReadContext, type ScrapReader } from './reading.ts'
import { type Line, sampleOf } from './text-lines.ts'

type Column = 'day' | 'time' | 'text' | 'speaker' | 'type' | 'link'
const heads: Record<Column, RegExp> = {
  day: /^(?:date|day|datum)$/i,
  time: /^(?:time|timestamp|when|at|date ?(?:\/|and|&)? ?time|created(?:[ _]at)?|start(?:ed|s)?(?:[ _]at)?|time ?\(.*\)|timestamp ?\(.*\)|zeit|clock)$/i,
  text: /^(?:text|what(?: happened)?|event|message|description|details?|entry|note|notes|summary|body|content|observation|action taken|log)$/i,
  speaker: /^(?:who|user|name|author|from|sender|speaker|person|role|actor|by|owner|reporter)$/i,
  type: /^(?:type|kind|category)$/i,
  link: /^(?:link|url|source|evidence|reference|permalink)$/i,
}
const typeWords: [RegExp, EntryType][] = [
  [/^(?:observ|seen|alert|detect|symptom|effect|impact)/i, 'seen'],
  [/^(?:action|done|mitigat|step|fix)/i, 'done'],
  [/^(?:comm|said|update|message|notif)/i, 'said'],
  [/^(?:decid|decision)/i, 'decided'],
  [/^(?:change|deploy|release|config)/i, 'changed'],
  [/^(?:thought|hypothesis|understanding|theory|belief)/i, 'thought'],
]

interface Row {
  cells: string[]
  place: Place
}
interface Layout {
  columns: Partial<Record<Column, number>>
  hasHead: boolean
}

/** Rows with a column of times: a CSV file, or a range copied from a spreadsheet. */
export const table: ScrapReader = {
  format: 'table',

  recognise(head) {
    const lines = sampleOf(head).slice(0, 40)
    if (lines.length < 2 || /^\s*[[{]/.test(head)) return notThis
    const delimiter = delimiterOf(lines)
    if (!delimiter) return notThis
    const rows = rowsOf(head.slice(0, 20_000), delimiter).slice(0, 40)
    const layout = layoutOf(rows, { zone: 'UTC', day: '2026-01-01', today: '2026-01-01' })
    if (!layout) return notThis
    return {
      confidence: (layout.hasHead ? 0.85 : 0.7) + (delimiter === '\t' ? 0.1 : 0),
      why: layout.hasHead ? 'columns with a head for time and text' : 'columns, one of them with times',
    }
  },

  read(text, context) {
    const rows = rowsOf(text, delimiterOf(sampleOf(text.slice(0, 16_000)).slice(0, 40)) ?? ',')
    const candidates: Candidate[] = []
    const passedOver: PassedOver[] = []
    const pass = ({ cells, place }: Row, why: PassedOver['why']) =>
      passedOver.push({ place, text: cells.join(' | ').slice(0, 300), why })
    const layout = layoutOf(rows, context)
    if (!layout) {
      for (const row of rows) pass(row, 'not-understood')
      return { format: 'table', candidates, passedOver, notes: [] }
    }
    const { columns, hasHead } = layout
    const body = hasHead ? rows.slice(1) : rows
    if (hasHead) pass(rows[0]!, 'head')
    const dates = body.flatMap((row) => /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?/.exec(stampOf(row, columns))?.[0] ?? [])
    const dayFirst = isDayFirst(dates, context)
    const days = keepDays(context)
    for (const row of body) {
      const words = wordsOf(row, columns, hasHead ? rows[0]!.cells : [])
      const stamp = stampOf(row, columns)
      if (!words && !stamp) {
        pass(row, 'not-understood')
        continue
      }
      candidates.push({
        moment: serialDay(stamp, days) ?? readStamp(stamp, days, context, dayFirst) ?? unknownMoment(stamp),
        type: words ? typeOf(cell(row, columns.type), words) : null,
        speaker: cell(row, columns.speaker),
        text: words,
        place: row.place,
        ...(!words && { aside: 'no-words' as const }),
        ...linkIn(`${cell(row, columns.link)} ${words}`),
      })
    }
    const notes =
      dates.length > 0 ? [dayFirst ? 'Dates are read with the day first.' : 'Dates are read with the month first.'] : []
    return { format: 'table', candidates, passedOver, notes }
  },
}

/** What parts the cells: the first mark that stands in nearly every line, at least as often as in the first. */
function delimiterOf(lines: readonly Line[]): string | undefined {
  return ['\t', ';', ',', '|'].find((mark) => {
    const cells = lines.map(({ text }) => text.split(mark).length)
    return cells[0]! >= 2 && cells.filter((each) => each >= cells[0]!).length >= lines.length * 0.7
  })
}

/** Rows that are not blank, with their places. */
function rowsOf(text: string, delimiter: string): Row[] {
  const rows: Row[] = []
  let from = 0
  let line = 1
  Papa.parse<string[]>(text, {
    delimiter,
    step({ data, meta }) {
      const to = meta.cursor
      const whole = text.slice(from, to)
      const breaks = whole.length - whole.trimStart().length
      if (whole.trim()) {
        const place = { line, from: from + breaks, to: from + whole.trimEnd().length }
        rows.push({ cells: data.map((each) => each.trim()), place })
      }
      for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) line++
      from = to
    },
  })
  return rows
}

/** Which column is what: by the words of the first row, otherwise by what stands in them. Null without times. */
function layoutOf(rows: Row[], context: ReadContext): Layout | null {
  const [first] = rows
  if (!first || first.cells.length < 2) return null
  const named: Layout['columns'] = {}
  for (const [at, word] of first.cells.entries()) {
    for (const [column, head] of Object.entries(heads) as [Column, RegExp][]) {
      if (named[column] === undefined && head.test(word)) named[column] = at
    }
  }
  if (named.time === undefined && named.day !== undefined && hasTimes(rows.slice(1), named.day, context)) {
    named.time = named.day
    delete named.day
  }
  if (named.time !== undefined && rows.length > 1) {
    named.text ??= longest(rows.slice(1), Object.values(named))
    return { columns: named, hasHead: true }
  }
  const width = Math.min(first.cells.length, 30)
  const time = Array.from({ length: width }, (_, at) => at).find((at) => hasTimes(rows, at, context))
  if (time === undefined) return null
  const text = longest(rows, [time])
  const day = Array.from({ length: width }, (_, at) => at).find((at) => at !== time && hasDays(rows, at))
  return { columns: { time, ...(text !== undefined && { text }), ...(day !== undefined && { day }) }, hasHead: false }
}

function hasTimes(rows: Row[], at: number, context: ReadContext): boolean {
  const cells = rows
    .slice(0, 40)
    .map((row) => cell(row, at))
    .filter(Boolean)
  const days = keepDays(context)
  const times = cells.filter(
    (each) => readStamp(each, days, context, true)?.at || readStamp(each, days, context, false)?.at || isSerial(each),
  )
  return times.length > 0 && times.length >= cells.length * 0.6
}

function hasDays(rows: Row[], at: number): boolean {
  const cells = rows
    .slice(0, 40)
    .map((row) => cell(row, at))
    .filter(Boolean)
  return cells.length > 0 && cells.every((each) => /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/.test(each))
}

function longest(rows: Row[], taken: readonly (number | undefined)[]): number | undefined {
  const lengths = new Map<number, number>()
  for (const { cells } of rows.slice(0, 60)) {
    for (const [at, each] of cells.entries())
      if (!taken.includes(at)) lengths.set(at, (lengths.get(at) ?? 0) + each.length)
  }
  return [...lengths].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

function cell({ cells }: Row, at: number | undefined): string {
  return at === undefined ? '' : (cells[at] ?? '')
}

function stampOf(row: Row, { day, time }: Layout['columns']): string {
  return [cell(row, day), cell(row, time)].filter(Boolean).join(' ')
}

/** The text, and what stands in columns that have no place in an entry: nothing of a row is left out. */
function wordsOf(row: Row, columns: Layout['columns'], head: string[]): string {
  const placed = new Set(Object.values(columns))
  const rest = row.cells.flatMap((each, at) =>
    placed.has(at) || !each ? [] : [head[at] ? `${head[at]}: ${each}` : each],
  )
  const source = cell(row, columns.link)
  const kept = source && !/^https?:/i.test(source) ? [...rest, source] : rest
  const text = cell(row, columns.text)
  return text && kept.length > 0 ? `${text} (${kept.join(', ')})` : text || kept.join(', ')
}

function typeOf(word: string, words: string): EntryType {
  return typeWords.find(([sign]) => word && sign.test(word))?.[1] ?? guessType(words)
}

/** Days since 1900 with a fraction, as a spreadsheet keeps a time; from 1982 to 2064. */
function isSerial(text: string): boolean {
  return /^\d{5}\.\d+$/.test(text) && Number(text) >= 30_000 && Number(text) < 60_000
}

function serialDay(stamp: string, days: ReturnType<typeof keepDays>) {
  if (!isSerial(stamp)) return null
  const seconds = Math.round((Number(stamp) - 25_569) * 86_400)
  const at = new Date(seconds * 1000)
  const clock = { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() }
  return days.placeOn(at.toISOString().slice(0, 10), clock, stamp)
}
