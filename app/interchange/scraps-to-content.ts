import type { NodeJson } from '#app/document/document-json.ts'
import { statedZone } from '#app/document/zones.ts'
import { classifyHeading } from './classify-heading.ts'
import { startDayClerk } from './day-clerk.ts'
import { finishBlocks } from './finish-blocks.ts'
import { type Imported, importMarkdown } from './import-markdown.ts'
import { paragraph } from './markdown-blocks.ts'
import { findDate } from './read-date.ts'
import { timeStyleOf } from './read-time.ts'
import { blockText } from './text-lines.ts'
import { chatHeads, timedLines, timelineContent } from './timeline-content.ts'
import { timelineEntry } from './timeline-entry.ts'

/**
 * Whatever was pasted or typed into the first box, as the beginning of a post-mortem. Text with headings is imported
 * like a file. Otherwise lines that start with a time, and what is said in a chat, become timeline entries; the rest
 * is kept as prose in the same place. One plain sentence is a title to start from and a first entry. No word is lost,
 * also where the text is too long or too deep for the importer: then it is kept line by line. Times whose zone is not named are
 * those of `zone`, the zone of whoever types them.
 */
export function scrapsToImported(text: string, zone: string | null = null): Imported {
  const source = text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n')
  if (!source.trim()) return { title: '', facts: {}, sections: [], notes: [] }
  const lines = source.split('\n').filter((line) => line.trim())
  if (hasStructure(lines)) {
    const outcome = importMarkdown(source)
    if (outcome.ok) return outcome.imported
  }
  const blocks = source
    .split(/\n[ \t]*\n/)
    .map((part) =>
      part
        .split('\n')
        .filter((line) => line.trim())
        .join('\n'),
    )
    .filter(Boolean)
    .map((part): NodeJson => paragraph([{ type: 'text', text: part.replace(/^\s*[-*•]\s+(?=\S)/gm, '') }]))
  const style = timeStyleOf(lines, false)
  const timed = blocks.reduce((sum, block) => sum + timedLines(block, style), 0) + chatHeads(blocks, style)
  if (!timed) return untimed(blocks, lines)

  const day = findDate(source.slice(0, 4000), false)
  const clerk = startDayClerk({
    day: day && { day: { year: day.year, month: day.month, day: day.day }, found: 'the first date in the text' },
    zone: lines.slice(0, 3).map(statedZone).find(Boolean) ?? zone,
    about: false,
  })
  const { content, dayLines } = timelineContent(blocks, clerk, style)
  const notes: string[] = []
  if (clerk.tally.withoutDay) notes.push('Some times have no day yet; they are kept as typed.')
  if (clerk.tally.withoutZone) notes.push('No time zone is named; times were read as UTC.')
  return {
    title: '',
    facts: {},
    sections: [
      { kind: 'timeline', key: 'what-happened', title: '', headings: dayLines, content: finishBlocks(content) },
    ],
    notes,
  }
}

function hasStructure(lines: string[]): boolean {
  const headings = lines.filter((line) => /^ {0,3}#{1,6}\s*\S/.test(line) && !/^ {0,3}#\d/.test(line)).length
  const bold = lines.filter((line) => /^\*\*[^*]{2,60}\*\*:?\s*$/.test(line)).length
  const named = lines.filter(
    (line) => line.length <= 60 && !/[.!;,]\s*$/.test(line) && classifyHeading(line)?.exact === true,
  ).length
  return (
    headings > 0 ||
    bold > 1 ||
    named > 1 ||
    lines.some((line) => /^\s*\|?\s*:?-{3,}:?\s*\|/.test(line)) ||
    lines[0] === '---'
  )
}

/** Prose without a time: one line is what happened and a name for it; more is kept as the start of the short account. */
function untimed(blocks: NodeJson[], lines: string[]): Imported {
  const [first = ''] = lines
  const title = suggestedTitle(first)
  if (lines.length === 1) {
    const entry = timelineEntry({ at: null, until: null, zone: null, precision: 'unknown', typed: '' }, blocks)
    return {
      title,
      facts: {},
      sections: [{ kind: 'timeline', key: 'what-happened', title: '', headings: [], content: finishBlocks([entry]) }],
      notes: [],
    }
  }
  // Pasted lines are lines, not one paragraph run together.
  const content = blocks.flatMap((block) =>
    blockText(block)
      .split('\n')
      .map((line) => paragraph([{ type: 'text', text: line }])),
  )
  return {
    title: '',
    facts: {},
    sections: [{ kind: 'prose', key: 'in-short', title: '', headings: [], content: finishBlocks(content) }],
    notes: [],
  }
}

function suggestedTitle(line: string): string {
  const sentence = (/^(.+?[.!?])\s/.exec(line)?.[1] ?? line).trim().replace(/[.]$/, '')
  if (sentence.length <= 80) return sentence
  const cut = sentence.slice(0, 80)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`
}
