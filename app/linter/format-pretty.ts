import type { Level } from './block.ts'
import type { Located } from './formats.ts'
import { examples } from './ruleset.ts'
import { painter, roomIn, type Terminal, visible, wrap } from './terminal-text.ts'

const INDENT = '    '

/** Findings by file: each with its place, its sentence with the phrase underlined, what was seen, and the question to go on with. */
export function formatPretty(located: Located[], terminal: Terminal): string {
  if (located.length === 0) return 'No wording to look at. Whether it is fair is for readers to say.\n'
  const paint = painter(terminal)
  const room = roomIn(terminal) - INDENT.length
  const byFile = Map.groupBy(located, ({ file }) => file)
  const lines: string[] = []
  for (const [file, found] of byFile) {
    lines.push(paint('bold', visible(file)), '')
    for (const { line, column, section, sentence, finding } of found) {
      const { level, ruleId, message, why, question } = finding
      const place = `${line}:${column}`.padEnd(7)
      const rule = paint('quiet', section === 'unknown' ? ruleId : `${ruleId} in ${section}`)
      lines.push(`  ${paint('quiet', place)} ${paint(level, level)}  ${rule}`)
      lines.push(...pointedAt(sentence, level, room, terminal))
      for (const text of wrap(`${message} ${why}`, room)) lines.push(INDENT + text)
      const [first, ...rest] = wrap(question, room - 2)
      lines.push(`${INDENT}→ ${first}`, ...rest.map((text) => `${INDENT}  ${text}`), '')
    }
  }
  lines.push(
    `${phrases(located.length)} to look at${byFile.size > 1 ? ` in ${byFile.size} files` : ''}${byLevel(located)}.`,
  )
  const rule = located.find(({ finding }) => finding.ruleId in examples)?.finding.ruleId
  if (rule) lines.push(paint('quiet', `--explain ${rule} says more about one of them.`))
  return `${lines.join('\n')}\n`
}

/** One line of the sentence around the phrase, underlined by the terminal or, without colour, by a second line. */
function pointedAt({ text, from, to }: Located['sentence'], level: Level, room: number, terminal: Terminal): string[] {
  const paint = painter(terminal)
  const end = Math.min(to, from + room - 2)
  const spare = Math.max(0, room - (end - from) - 2)
  const short = text.length <= room
  const start = short ? 0 : Math.max(0, Math.min(from - Math.floor(spare / 2), text.length - (end - from) - spare))
  const stop = short ? text.length : Math.min(text.length, start + (end - from) + spare)
  const before = (start > 0 ? '…' : '') + visible(text.slice(start, from))
  const phrase = visible(text.slice(from, end))
  const after = visible(text.slice(end, stop)) + (stop < text.length ? '…' : '')
  if (!terminal.colour)
    return [INDENT + before + phrase + after, INDENT + ' '.repeat(before.length) + '~'.repeat(phrase.length)]
  return [`${INDENT}${before}${paint('underline', paint(level, phrase))}${after}`]
}

function phrases(count: number): string {
  return count === 1 ? '1 phrase' : `${count} phrases`
}

function byLevel(located: Located[]): string {
  const counts = (['warn', 'hint', 'info'] as const)
    .map((level) => ({ level, count: located.filter(({ finding }) => finding.level === level).length }))
    .filter(({ count }) => count > 0)
  return counts.length > 1 ? `: ${counts.map(({ level, count }) => `${count} ${level}`).join(', ')}` : ''
}
