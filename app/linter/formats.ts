import type { Finding, Level, Section } from './block.ts'

/** A finding with its place in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Located {
  file: string
  line: number
  column: number
  endLine: number
  endColumn: number
  section: Section
  finding: Finding
}

/** How a terminal wants it. */
export interface Terminal {
  colour: boolean
  /** Characters to a line; texts are wrapped between 40 and 100. */
  width: number
}

/** A JSON array, one record per finding. */
export function formatJson(located: Located[]): string {
  const records = located.map(({ file, line, column, endLine, endColumn, section, finding }) => {
    const { ruleId, level, excerpt, message, question } = finding
    return { file, line, column, endLine, endColumn, ruleId, level, section, excerpt, message, question }
  })
  return JSON.stringify(records, null, 2)
}

const COLOURS: Record<Level | 'file' | 'quiet', string> = {
  warn: '\u001B[33m',
  hint: '\u001B[36m',
  info: '\u001B[34m',
  file: '\u001B[1m',
  quiet: '\u001B[2m',
}

/** Findings by file, each with its phrase, what was seen, and the question to go on with. */
export function formatPretty(located: Located[], { colour, width }: Terminal): string {
  if (located.length === 0) return 'No wording to look at. Whether it is fair is for readers to say.\n'
  const paint = (name: keyof typeof COLOURS, text: string) => (colour ? `${COLOURS[name]}${text}\u001B[0m` : text)
  const room = Math.min(100, Math.max(40, width)) - 6
  const lines: string[] = []
  let file: string | undefined
  for (const { finding, ...place } of located) {
    if (place.file !== file) {
      if (file !== undefined) lines.push('')
      file = place.file
      lines.push(paint('file', visible(file)))
    }
    const where = `${place.line}:${place.column}`.padEnd(8)
    const { level, excerpt, ruleId, message, question } = finding
    lines.push(`  ${paint('quiet', where)}${paint(level, level)}  ${visible(excerpt)}  ${paint('quiet', ruleId)}`)
    for (const line of wrap(`${message} ${question}`, room)) lines.push(`      ${visible(line)}`)
  }
  const phrases = located.length === 1 ? '1 phrase' : `${located.length} phrases`
  lines.push('', `${phrases} to look at.`)
  return `${lines.join('\n')}\n`
}

/** Line breaks and control characters in a text cannot move the cursor of whoever reads it. */
function visible(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '�')
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
