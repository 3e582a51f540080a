import type { NodeJson } from '#app/document/document-json.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { classifyHeading, type HeadingMeaning } from './classify-heading.ts'
import { readTime, type TimeStyle } from './read-time.ts'
import { softLevel } from './soft-headings.ts'
import { boldLabel, inlineText, linesOf } from './text-lines.ts'
import { chatHeads, timedLines } from './timeline-content.ts'

/** A part of the source under one heading that opened it, not yet read as items. */
export interface SourceSection {
  kind: SectionKind
  key: string | null
  title: string
  headings: string[]
  blocks: NodeJson[]
  /** Whether a heading said what this is, or it was only the nearest place. */
  understood: boolean
}

interface Level {
  level: number
  meaning: HeadingMeaning | null
  section: SourceSection
}

/** A heading's text as a title: without emoji codes, closing number signs and line ends. */
export function titleOf(text: string): string {
  const plain = text
    .replace(/:[a-z][a-z0-9_+-]*:/g, ' ')
    .replace(/\s+#+\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[:：]\s*$/, '')
    .trim()
  return plain || text.trim()
}

/** Parts a document at the headings that name a section; every other heading stays a heading inside the nearest one. */
export function sourceSections(blocks: NodeJson[], style: TimeStyle): SourceSection[] {
  const preamble: SourceSection = {
    kind: 'prose',
    key: 'in-short',
    title: '',
    headings: [],
    blocks: [],
    understood: false,
  }
  const sections: SourceSection[] = [preamble]
  const levels: Level[] = []
  let current = preamble

  for (const block of blocks) {
    if (block.type === 'heading') headingOf(block)
    else {
      current.blocks.push(block)
      current.headings.push(...labelsOf(block))
    }
  }
  const kept = sections.filter(({ title, blocks: inside }) => title || inside.length)
  for (const section of kept) if (isTimeline(section, style)) becomeTimeline(section)
  return kept

  function headingOf(block: NodeJson): void {
    const text = inlineText(block.content)
    const level = Number(block.attrs?.level)
    if (level < softLevel || levels.some((one) => one.level === softLevel)) {
      while (levels.length && (levels.at(-1)?.level ?? 0) >= level) levels.pop()
    }
    const parent = levels.at(-1)
    const read = readTime(text, style)
    if (read && (read.clock || read.date) && (read.clock || /[\d)]\W*$/.test(text) || current.kind === 'timeline')) {
      timeHeading(block, text)
      return
    }

    const meaning = classifyHeading(text)
    const inside = parent && (parent.meaning || current !== preamble)
    if (meaning && belongsInside(meaning, parent)) {
      subHeading(block, text, parent as Level)
      return
    }
    if (!meaning && inside && parent) {
      subHeading(block, text, parent)
      return
    }
    open(meaning, titleOf(text), text)
    levels.push({ level, meaning, section: current })
  }

  function belongsInside(meaning: HeadingMeaning, parent: Level | undefined): boolean {
    if (!parent) return false
    const above = parent.meaning
    if (!above) return !meaning.sure
    if (meaning.kind === above.kind && (meaning.key === above.key || meaning.kind !== 'prose')) return true
    if (meaning.weak) return true
    return !meaning.sure
  }

  function subHeading(block: NodeJson, text: string, parent: Level): void {
    if (current === parent.section) {
      current.blocks.push(block)
      current.headings.push(text)
      return
    }
    // A sister section stands between: what follows is part of the parent again, in a section of its own title.
    const { kind, key } = parent.section
    open(parent.meaning ? { ...parent.meaning, kind, key } : null, titleOf(text), text)
  }

  /** A time as a heading is an entry, and its text the entry's; it opens a section only where no timeline is near. */
  function timeHeading(block: NodeJson, text: string): void {
    const near = [...levels].reverse().find(({ section }) => section.kind === 'timeline')
    if (near && near.section !== current)
      current = near.section === sections.at(-1) ? near.section : open(near.meaning, '', '')
    else if (!near && current.understood && current.kind === 'prose')
      open({ kind: 'timeline', key: 'what-happened', exact: true, sure: true }, '', '')
    current.blocks.push(block)
    current.headings.push(text)
  }

  function open(meaning: HeadingMeaning | null, title: string, text: string): SourceSection {
    current = {
      kind: meaning?.kind ?? 'prose',
      key: meaning?.key ?? null,
      title,
      headings: text ? [text] : [],
      blocks: [],
      understood: meaning !== null,
    }
    sections.push(current)
    return current
  }
}

/** Bold labels are headings to a reader, and part of what was understood, though they stay where they are. */
function labelsOf(block: NodeJson): string[] {
  if (block.type !== 'paragraph') return []
  return linesOf(block.content).flatMap((line) => {
    const label = boldLabel(line)
    if (!label || label.text.length > 80 || readTimeLike(label.text)) return []
    const whole = label.length >= inlineText(line).trimEnd().length
    return whole || /:\s*$/.test(label.text) || label.length > label.text.length
      ? [label.text.replace(/\s*:\s*$/, '')]
      : []
  })
}

function readTimeLike(text: string): boolean {
  return /^\W*\d{1,4}[:.h-]\d\d/.test(text)
}

/** A section whose lines mostly start with times is a timeline, whatever its heading says: "What happened", "Details". */
function isTimeline({ kind, key, title, understood, blocks }: SourceSection, style: TimeStyle): boolean {
  if (kind !== 'prose' || (understood && key !== null && !/\bhappened\b|\bdescription\b/i.test(title))) return false
  const spoken = understood ? 0 : chatHeads(blocks, style)
  const timed =
    blocks.reduce((sum, block) => sum + (block.type === 'codeBlock' ? 0 : timedLines(block, style)), 0) + spoken
  const parts = blocks.reduce((sum, block) => sum + partsOf(block), 0)
  const listed = blocks.every(({ type }) => type !== 'paragraph')
  return timed >= (listed || spoken >= 2 ? 2 : 3) && timed >= parts * 0.5
}

function partsOf({ type, content }: NodeJson): number {
  if (type === 'bulletList' || type === 'orderedList' || type === 'taskList' || type === 'table')
    return content?.length ?? 0
  if (type === 'heading') return 0
  return 1
}

function becomeTimeline(section: SourceSection): void {
  section.kind = 'timeline'
  section.key = 'what-happened'
}
