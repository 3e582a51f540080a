import type { NodeJson } from '#app/document/document-json.ts'
import { statedZone } from '#app/document/zones.ts'
import type { DayClerk } from './day-clerk.ts'
import { paragraph } from './markdown-blocks.ts'
import { type ReadTime, readTime, readTimeAtEnd, type TimeStyle } from './read-time.ts'
import { blockText, dropCharacters, inlineText, linesOf, takeCharacters } from './text-lines.ts'
import { timelineEntry, withMoreContent } from './timeline-entry.ts'
import { tableRows } from './timeline-table.ts'

export interface TimelineContent {
  content: NodeJson[]
  /** Lines that named a day for the times below them. */
  dayLines: string[]
}

const chatLine = /^<?@?[\p{L}\p{N}][\p{L}\p{N}._'’@ -]{0,30}>?:\s/u
const speaker = /^@?\p{L}[\p{L}\p{N}._'’-]*(?: [\p{L}\p{N}(][\p{L}\p{N}._'’()-]*){0,3}\s*(?:APP)?\s*[[(]?$/u

/**
 * The blocks of a timeline as entries, in the order in which they were written. What carries no time goes to the entry
 * it was written under, or stays as it is: a day's heading, a sentence between lists, a table about something else.
 */
export function timelineContent(blocks: NodeJson[], clerk: DayClerk, style: TimeStyle): TimelineContent {
  const content: NodeJson[] = []
  const dayLines: string[] = []
  let open: NodeJson | null = null
  let openLevel = 0
  const chat = chatHeads(blocks, style) >= 2
  walk(blocks)
  return { content, dayLines }

  function walk(nodes: NodeJson[]): void {
    for (const node of nodes) {
      if (node.type === 'heading') heading(node)
      else if (node.type === 'paragraph') paragraphOf(node)
      else if (node.type === 'bulletList' || node.type === 'orderedList' || node.type === 'taskList') list(node)
      else if (node.type === 'table') table(node)
      else if (node.type === 'blockquote' && timedLines(node, style) >= 2) walk(node.content ?? [])
      else if (node.type === 'codeBlock' && !open && isPasted(node, style)) walk([paragraph(node.content ?? [])])
      else attach(node)
    }
  }

  function attach(node: NodeJson): void {
    if (open) withMoreContent(open, [node])
    else content.push(node)
  }

  function enter(read: ReadTime, rest: NodeJson[], blocksBelow: NodeJson[] = []): NodeJson {
    const bracketed = /^\W*\[/.test(read.typed) || chatLine.test(inlineText(rest))
    const said =
      bracketed && chatLine.test(inlineText(rest)) && /[[<@]/.test(inlineText(rest).slice(0, 2)) ? 'said' : null
    const first = inlineText(rest).trim() ? [paragraph(rest)] : []
    const entry = timelineEntry(clerk.place(read), [...first, ...blocksBelow], said)
    content.push(entry)
    return entry
  }

  function heading(node: NodeJson): void {
    const inlines = node.content ?? []
    const text = inlineText(inlines)
    const level = Number(node.attrs?.level ?? 3)
    const read = readTime(text, style)
    if (read?.clock || (read && !read.date)) {
      open = enter(read, dropCharacters(inlines, read.end))
      openLevel = level
      return
    }
    if (open && level > openLevel && !read) {
      attach(node)
      return
    }
    const atEnd = read ? null : readTimeAtEnd(text, style)
    if (atEnd?.clock) {
      open = enter(atEnd, takeCharacters(inlines, atEnd.from))
      openLevel = level
      return
    }
    open = null
    if (read?.date?.day) {
      clerk.openDay(read.date)
      dayLines.push(text)
    }
    noticeFrame(text)
    content.push(node)
  }

  function noticeFrame(text: string): void {
    const zone = statedZone(text)
    if (zone) clerk.setZone(zone)
    const year = text.length < 100 ? /(?<![\d/-])(?:19|20)\d\d(?![\d/:-])/.exec(text)?.[0] : undefined
    if (year) clerk.setYear(Number(year))
    if (/\btimes\b.{0,30}\bapprox/i.test(text)) clerk.setAbout()
  }

  function paragraphOf(node: NodeJson): void {
    const before = open
    let current: NodeJson | null = null
    let loose: NodeJson[] = []
    const flush = () => {
      if (!loose.length) return
      const block = paragraph(loose)
      noticeFrame(inlineText(loose))
      loose = []
      if (before && content.at(-1) === before) withMoreContent(before, [block])
      else content.push(block)
    }
    for (const line of linesOf(node.content)) {
      const text = inlineText(line)
      const read = readTime(text, style)
      const head = !read && chat ? chatHead(text, style) : null
      if (read && isDayLine(read, text)) {
        flush()
        if (read.date) clerk.openDay(read.date)
        dayLines.push(text.trim())
        content.push({ type: 'heading', attrs: { level: 3 }, content: line.map(withoutBold) })
        current = null
        open = null
      } else if (read && isEntry(read, text)) {
        flush()
        current = enter(read, dropCharacters(line, read.end))
        // A time alone on its line is the heading of what follows.
        if (read.end >= text.trimEnd().length) dayLines.push(text.trim())
      } else if (head) {
        flush()
        const name = text.slice(0, head.from).replace(/[\s[(]+$/, '')
        current = enter(head, [{ type: 'text', text: `${name}:` }])
      } else if (current) continueEntry(current, line)
      else {
        if (loose.length) loose.push({ type: 'text', text: '\n' })
        loose.push(...line)
      }
    }
    flush()
    if (current) {
      open = current
      openLevel = 7
    }
  }

  function list(node: NodeJson): void {
    const items = node.content ?? []
    const timed = items.filter((item) => itemTime(item, style)).length
    const nested = items.some((item) => (item.content ?? []).slice(1).some((child) => timedLines(child, style) >= 1))
    const inside = timed + items.filter((item) => timedLines(item, style) > 0).length
    if ((!timed && !nested) || (timed === 1 && items.length > 3 && inside < items.length / 2)) {
      attach(node)
      return
    }
    open = null
    for (const item of items) listItem(item)
    open = null
  }

  function listItem(item: NodeJson): void {
    const [first, ...below] = item.content ?? []
    const lines = linesOf(first?.content)
    const text = inlineText(lines[0])
    const read = readTime(text, style)
    const timedBelow = below.some((child) => timedLines(child, style) >= 1)
    if (read?.date && !read.clock && timedBelow) {
      clerk.openDay(read.date)
      dayLines.push(text.trim())
      content.push({ type: 'heading', attrs: { level: 3 }, content: (first?.content ?? []).map(withoutBold) })
      walk(below)
      return
    }
    if (read && (isEntry(read, text) || read.date)) {
      open = enter(read, dropCharacters(lines[0] ?? [], read.end))
      for (const line of lines.slice(1)) {
        const next = readTime(inlineText(line), style)
        if (next?.clock) open = enter(next, dropCharacters(line, next.end))
        else continueEntry(open, line)
      }
    } else {
      const end = lines.length === 1 ? readTimeAtEnd(text, style) : null
      if (end) open = enter(end, takeCharacters(lines[0] ?? [], end.from))
      else if (timedBelow) {
        open = null
        if (text)
          content.push({ type: 'heading', attrs: { level: 4 }, content: (first?.content ?? []).map(withoutBold) })
      } else {
        open = timelineEntry(
          { at: null, until: null, zone: null, precision: 'unknown', typed: '' },
          first?.content ? [first] : [],
        )
        content.push(open)
      }
    }
    openLevel = 7
    if (timedBelow) walk(below)
    else for (const child of below) attach(child)
    open = null
  }

  function table(node: NodeJson): void {
    const rows = tableRows(node, style)
    if (!rows) {
      attach(node)
      return
    }
    open = null
    if (rows.head) {
      noticeFrame(rows.head)
      content.push(paragraph([{ type: 'text', text: rows.head }]))
    }
    for (const row of rows.rows) {
      const read = row.time ? readTime(row.time, style) : null
      if (read) {
        const rest = row.time.slice(read.end).trim()
        content.push(
          timelineEntry(
            clerk.place(read),
            rest ? [paragraph([{ type: 'text', text: rest }]), ...row.content] : row.content,
          ),
        )
      } else if (!row.content.length && content.at(-1)?.type === 'timelineEntry') {
        // A line wrapper broke the row: what stands alone in the first column ends the row above.
        withMoreContent(content.at(-1) as NodeJson, [paragraph([{ type: 'text', text: row.time }])])
      } else {
        const typed = row.time.length <= 80 ? row.time : ''
        const lost = typed ? [] : row.time ? [paragraph([{ type: 'text', text: row.time }])] : []
        content.push(
          timelineEntry({ at: null, until: null, zone: null, precision: 'unknown', typed }, [...lost, ...row.content]),
        )
      }
    }
  }
}

/** How many lines of a block, and of what is inside it, start with a time of day. */
export function timedLines(node: NodeJson, style: TimeStyle): number {
  if (node.type === 'table') return tableRows(node, style)?.rows.length ?? 0
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock') {
    return linesOf(node.content).filter((line) => readTime(inlineText(line), style)?.clock).length
  }
  return (node.content ?? []).reduce((sum, child) => sum + timedLines(child, style), 0)
}

function itemTime(item: NodeJson, style: TimeStyle): boolean {
  const text = inlineText(linesOf(item.content?.[0]?.content)[0])
  const read = readTime(text, style)
  return read ? isEntry(read, text) : readTimeAtEnd(text, style) !== null
}

/** A date alone begins an entry only where something parts it from the text; a clock time always does. */
function isEntry(read: ReadTime, text: string): boolean {
  return (
    Boolean(read.clock) ||
    !read.date ||
    (read.parted && read.end < text.trimEnd().length) ||
    /^\W*(?:on|since|by)\s/i.test(text)
  )
}

/** A line that names a day and nothing else; a second zone, a weekday or brackets may stand around it. */
function isDayLine(read: ReadTime, text: string): boolean {
  return Boolean(read.date?.day) && !read.clock && !/[\p{L}\d]/u.test(text.slice(read.end))
}

function continueEntry(entry: NodeJson, line: NodeJson[]): void {
  const last = entry.content?.at(-1)
  if (last?.type === 'paragraph' && last.content) last.content.push({ type: 'text', text: '\n' }, ...line)
  else withMoreContent(entry, [paragraph(line)])
}

/** A chat program's head line, "Ana Reyes  2:02 PM", over what was said: the name and the time, or null. */
function chatHead(text: string, style: TimeStyle): (ReadTime & { from: number }) | null {
  if (text.length > 60) return null
  const end = readTimeAtEnd(text, style)
  return end && speaker.test(text.slice(0, end.from).trimEnd()) ? end : null
}

/** How many lines look like a chat program's head over a message: a name and a time. */
export function chatHeads(blocks: NodeJson[], style: TimeStyle): number {
  return blocks
    .filter(({ type }) => type === 'paragraph')
    .flatMap(({ content }) => linesOf(content))
    .filter((line) => chatHead(inlineText(line), style)).length
}

/** A code block that holds a pasted log of times from its first line on is a timeline, not code. */
function isPasted(node: NodeJson, style: TimeStyle): boolean {
  const lines = blockText(node)
    .split('\n')
    .filter((line) => line.trim())
  const timed = lines.filter((line) => readTime(line, style)?.clock).length
  return lines.length >= 2 && timed >= lines.length * 0.6
}

function withoutBold(node: NodeJson): NodeJson {
  const marks = node.marks?.filter(({ type }) => type !== 'bold')
  const { marks: _, ...rest } = node
  return marks?.length ? { ...rest, marks } : rest
}
