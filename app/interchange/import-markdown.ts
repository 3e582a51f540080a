import type { NodeJson } from '#app/document/document-json.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { statedZone } from '#app/document/zones.ts'
import { classifyHeading } from './classify-heading.ts'
import { type DayClerk, type DayClerkStart, startDayClerk } from './day-clerk.ts'
import { finishBlocks } from './finish-blocks.ts'
import { itemContent } from './item-content.ts'
import { blocksOf, paragraph } from './markdown-blocks.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { prepareSource } from './prepare-source.ts'
import { findDate } from './read-date.ts'
import { type FoundFacts, frontMatterPairs, readFacts } from './read-facts.ts'
import { readTime, type TimeStyle, timeStyleOf } from './read-time.ts'
import { type ImportRefusal, refuseBeforeParsing } from './refuse-before-parsing.ts'
import { withSoftHeadings } from './soft-headings.ts'
import { type SourceSection, sourceSections, titleOf } from './source-sections.ts'
import { blockText, inlineText } from './text-lines.ts'
import { timelineContent } from './timeline-content.ts'

export interface ImportedSection {
  kind: SectionKind
  /** The section of our templates it stands for, or null where there is none. */
  key: string | null
  title: string
  /** The headings of the source it was made from. */
  headings: string[]
  /** What a section node may hold: blocks and items. */
  content: NodeJson[]
}
export interface Imported {
  title: string
  /** What was found in labelled lines and front matter, as text: date, severity, duration, authors and others. */
  facts: FoundFacts
  sections: ImportedSection[]
  /** Sentences for the preview about what was decided or left out. */
  notes: string[]
}
export type ImportOutcome = { ok: true; imported: Imported } | ImportRefusal

/**
 * A Markdown text as a post-mortem: its sections by what their headings mean, its timeline as entries. Every word a
 * reader of the text sees is kept; what is not understood stays as prose in the nearest section. Texts that a parser
 * could not finish with are refused first (`importLimits`).
 */
export function importMarkdown(source: string, options: { fileName?: string } = {}): ImportOutcome {
  const refusal = refuseBeforeParsing(source)
  if (refusal) return refusal
  try {
    return { ok: true, imported: read(source, options.fileName ?? '') }
  } catch (error) {
    // Emphasis inside emphasis can nest deeper than lines show; the parser's own stack is the last limit.
    if (error instanceof RangeError) return { ok: false, reason: 'too-deep' }
    throw error
  }
}

function read(source: string, fileName: string): Imported {
  const prepared = prepareSource(source)
  const { blocks: parsed, frontMatter, pictures } = blocksOf(parseMarkdown(prepared.text))
  const heads = withSoftHeadings(parsed)
  const { title, from, blocks } = takeTitle(heads, frontMatter, fileName)
  const facts = readFacts(parsed, frontMatter)
  if (from !== 'front matter') delete facts.title

  const zone = zoneOf(parsed)
  const style = timeStyleOf(
    prepared.text.split('\n').filter((line) => line.length < 2000),
    dayFirst(prepared.text, zone),
  )
  const day = dayOf(title, facts, parsed, fileName, style)
  const start: DayClerkStart = { day, zone, about: false }
  const clerks: DayClerk[] = []
  const sections = sourceSections(blocks, style).map((section) => finish(section, start, style, clerks))
  return {
    title,
    facts,
    sections: [...sections, ...headOfFile(frontMatter, title)],
    notes: notesOf(clerks, start, { ...prepared, pictures }),
  }
}

/** Front matter is shown to no reader of the file, and yet someone wrote it: it comes along in a section of its own. */
function headOfFile(frontMatter: string, title: string): ImportedSection[] {
  const lines = frontMatterPairs(frontMatter)
    .filter(([key, value]) => value && !(key.toLowerCase() === 'title' && titleOf(value) === title))
    .map(([key, value]) => ({ type: 'listItem', content: [paragraph([{ type: 'text', text: `${key}: ${value}` }])] }))
  if (lines.length === 0) return []
  const content = [{ type: 'bulletList', content: lines }]
  return [{ kind: 'prose', key: null, title: 'From the head of the file', headings: [], content }]
}

function finish(section: SourceSection, start: DayClerkStart, style: TimeStyle, clerks: DayClerk[]): ImportedSection {
  const { kind, key, title, headings, blocks } = section
  if (kind === 'prose') return { kind, key, title, headings, content: finishBlocks(blocks) }
  if (kind !== 'timeline')
    return { kind, key, title, headings, content: finishBlocks(itemContent(kind, title, blocks)) }
  const own = findDate(title, style.dayFirst)
  const clerk = startDayClerk({
    day: own ? { day: own, found: 'the date in its heading' } : start.day,
    zone: statedZone(title) ?? start.zone,
    about: /\bapprox/i.test(title),
  })
  const year = /(?<![\d/-])(?:19|20)\d\d(?![\d/:-])/.exec(title)?.[0]
  if (year) clerk.setYear(Number(year))
  clerks.push(clerk)
  const { content, dayLines } = timelineContent(blocks, clerk, style)
  return {
    kind,
    key,
    title,
    headings: [...headings, ...dayLines.filter((line) => !headings.includes(line))],
    content: finishBlocks(content),
  }
}

const plainStyle: TimeStyle = { dotted: true, undivided: false, dayFirst: false }

interface FoundTitle {
  title: string
  from: 'heading' | 'front matter' | 'line' | 'file name' | 'nowhere'
  blocks: NodeJson[]
}

/** The title and the blocks without it. A heading that names a section is no title; neither is a whole sentence. */
function takeTitle(blocks: NodeJson[], frontMatter: string, fileName: string): FoundTitle {
  const written = frontMatterPairs(frontMatter).find(([key]) => key.toLowerCase() === 'title')?.[1]
  const index = blocks.findIndex(({ type }) => type === 'heading')
  const heading = blocks[index]
  const text = inlineText(heading?.content)
  const onlyTop = Number(heading?.attrs?.level) === 1 || blocks.slice(0, index).length <= 2
  const meaning = heading ? classifyHeading(text) : null
  if (
    heading &&
    text.length <= 300 &&
    onlyTop &&
    Number(heading.attrs?.level) < 7 &&
    (!meaning || (Number(heading.attrs?.level) === 1 && !meaning.exact))
  ) {
    // A front matter title that says something else than the first heading keeps the heading where it is.
    if (!written || Number(heading.attrs?.level) === 1)
      return { title: titleOf(text), from: 'heading', blocks: blocks.toSpliced(index, 1) }
  }
  if (written) return { title: titleOf(written), from: 'front matter', blocks }
  const first = blocks[0]
  const line = first?.type === 'paragraph' ? inlineText(first.content).trim() : ''
  if (
    line &&
    blocks.length > 1 &&
    line.length <= 120 &&
    !line.includes('\n') &&
    !/[.:;,]$/.test(line) &&
    !first?.content?.some(({ marks }) => marks?.some(({ type }) => type === 'link')) &&
    !readTime(line, plainStyle)?.clock
  ) {
    return { title: titleOf(line), from: 'line', blocks: blocks.slice(1) }
  }
  const named = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/(?:\.\w+)+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return named ? { title: named, from: 'file name', blocks } : { title: '', from: 'nowhere', blocks }
}

/** The zone that headings or a sentence name once for all times. */
function zoneOf(blocks: NodeJson[]): string | null {
  for (const { type, content } of blocks) {
    const text = type === 'heading' || type === 'paragraph' ? inlineText(content) : ''
    const zone = text && /\btime/i.test(text) ? statedZone(text) : null
    if (zone) return zone
  }
  return null
}

/** Whether `03/04/2024` is 3 April: by the numbers that leave no choice, else by where the times are told. */
function dayFirst(text: string, zone: string | null): boolean {
  let [days, months] = [0, 0]
  for (const [, first, second] of text.matchAll(/(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?!\d)/g)) {
    if (Number(first) > 12 && Number(second) <= 12) days++
    if (Number(second) > 12 && Number(first) <= 12) months++
  }
  if (days !== months) return days > months
  return /^(?:Europe|Africa|Australia)\//.test(zone ?? '')
}

function dayOf(
  title: string,
  facts: FoundFacts,
  blocks: NodeJson[],
  fileName: string,
  style: TimeStyle,
): DayClerkStart['day'] {
  const texts: [string, string][] = [
    [title, 'the date in the title'],
    ...['date', 'started', 'detected', 'time'].map((name): [string, string] => [
      facts[name] ?? '',
      `the ${name} in the text`,
    ]),
    [fileName.replace(/^.*[\\/]/, '').replaceAll('_', ' '), 'the date in the file name'],
    ...blocks
      .slice(0, 40)
      .map((block): [string, string] => [blockText(block).slice(0, 2000), 'the first date in the text']),
  ]
  for (const [text, found] of texts) {
    const day = findDate(text, style.dayFirst)
    if (day) return { day: { year: day.year, month: day.month, day: day.day }, found }
  }
  return null
}

function notesOf(
  clerks: DayClerk[],
  { day }: DayClerkStart,
  left: { comments: number; tags: number; pictures: number },
): string[] {
  const sum = (name: keyof DayClerk['tally']) => clerks.reduce((total, { tally }) => total + tally[name], 0)
  const notes: string[] = []
  const placed = sum('placedOnDocumentDay')
  if (placed && day) {
    const date = new Date(Date.UTC(day.day.year, day.day.month - 1, day.day.day)).toISOString().slice(0, 10)
    notes.push(
      `${count(placed, 'time has no day of its own', 'times have no day of their own')}; the day was taken from ${date}, ${day.found}.`,
    )
  }
  const lost = sum('withoutDay')
  if (lost)
    notes.push(`${count(lost, 'time has', 'times have')} no day, and the text names none; they are kept as typed.`)
  const zoneless = sum('withoutZone')
  if (zoneless) notes.push(`No time zone is named for ${count(zoneless, 'time', 'times')}; read as UTC.`)
  const past = sum('pastMidnight')
  if (past) notes.push(`The times pass midnight ${past === 1 ? 'once' : `${past} times`}; the day was counted on.`)
  if (left.comments) notes.push(`${count(left.comments, 'hidden comment was', 'hidden comments were')} left out.`)
  if (left.tags) notes.push(`${count(left.tags, 'template tag was', 'template tags were')} left out.`)
  if (left.pictures) notes.push(`${count(left.pictures, 'picture is', 'pictures are')} kept as a link or as text.`)
  return notes
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
