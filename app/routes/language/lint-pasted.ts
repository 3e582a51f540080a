import { type Level, lint, type Section, type TextBlock } from '#app/linter/index.ts'

/** A note on a pasted text; offsets are UTF-16 units in the whole of it. */
export interface PastedNote {
  ruleId: string
  from: number
  to: number
  level: Level
  excerpt: string
  message: string
  why: string
  question: string
}

/**
 * Looks at a text as if it stood in one section. Paragraphs are parted by empty lines; headings and fenced code are left
 * out. In a module of its own, so that a page can load the linter when it is first asked for, without the examples.
 */
export function lintPasted(text: string, section: Section): PastedNote[] {
  const blocks = blocksIn(text, section)
  return lint(blocks).map(({ ruleId, blockId, from, to, level, excerpt, message, why, question }) => {
    const offset = Number(blockId)
    return { ruleId, from: offset + from, to: offset + to, level, excerpt, message, why, question }
  })
}

function blocksIn(text: string, section: Section): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: { from: number; to: number } | null = null
  let fence = ''
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const mark = /^[ \t]*(```|~~~)/.exec(line)?.[1] ?? ''
    const isProse = fence === '' && mark === '' && /\S/.test(line) && !/^#{1,6} /.test(line)
    if (mark !== '' && (fence === '' || mark === fence)) fence = fence === '' ? mark : ''
    // A line goes on with a paragraph where nothing but the line break stands between them.
    if (open && isProse && index === open.to + 1) open.to = index + line.length
    else {
      close()
      if (isProse) open = { from: index, to: index + line.length }
    }
  }
  close()
  return blocks

  function close() {
    if (open) blocks.push({ id: String(open.from), section, kind: 'text', text: text.slice(open.from, open.to) })
    open = null
  }
}
