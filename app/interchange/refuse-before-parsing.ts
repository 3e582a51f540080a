/** Why a text cannot be imported. `where` says at which line, where there is one. */
export interface ImportRefusal {
  ok: false
  reason: 'empty' | 'not-text' | 'too-large' | 'too-deep' | 'too-many-lines'
  where?: string
}

export const importLimits = {
  bytes: 2 * 1024 * 1024,
  lines: 20_000,
  depth: 30,
  /** Longer lines are machine output; reading emphasis and links in them costs the square of their length. */
  lineLength: 50_000,
} as const

/**
 * What can be said about a text before it is parsed, in one pass over it: a Markdown parser's time grows faster than
 * its input for deep nesting and for very many lines, so those are refused first.
 */
export function refuseBeforeParsing(source: string): ImportRefusal | null {
  if (source.length > importLimits.bytes || new TextEncoder().encode(source).length > importLimits.bytes) {
    return { ok: false, reason: 'too-large' }
  }
  if (!/\S/.test(source.replaceAll('\uFEFF', ''))) return { ok: false, reason: 'empty' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const unprintable = source.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  if (source.includes('\u0000') || unprintable > 20 + source.length / 200) return { ok: false, reason: 'not-text' }
  return refuseByShape(source)
}

function refuseByShape(source: string): ImportRefusal | null {
  const open: number[] = []
  let fence: string | null = null
  let number = 0
  for (const line of lines(source)) {
    number++
    if (number > importLimits.lines) return { ok: false, reason: 'too-many-lines', where: `line ${number}` }
    if (line.length > importLimits.lineLength) return { ok: false, reason: 'too-large', where: `line ${number}` }
    const mark = /^\s{0,30}(```+|~~~+)/.exec(line)?.[1]
    if (fence) {
      if (mark?.startsWith(fence)) fence = null
      continue
    }
    if (mark) fence = mark
    if (depthOf(line, open) > importLimits.depth) return { ok: false, reason: 'too-deep', where: `line ${number}` }
  }
  return null
}

/** Quotes and lists that are open on this line; `open` holds where the content of each open list item begins. */
function depthOf(line: string, open: number[]): number {
  let column = 0
  let quotes = 0
  let first = true
  for (;;) {
    while (line[column] === ' ' || line[column] === '\t') column++
    if (line[column] === '>') {
      quotes++
      column++
      continue
    }
    const marker = /(?:[-*+]|\d{1,9}[.)])(?=\s|$)/y
    marker.lastIndex = column
    const found = marker.exec(line)
    if (!found) break
    if (first) while (open.length && (open.at(-1) ?? 0) > column) open.pop()
    first = false
    column += found[0].length + 1
    open.push(column)
    if (open.length + quotes > importLimits.depth) break
  }
  if (first && line.trim()) {
    const indent = line.length - line.trimStart().length
    while (open.length && (open.at(-1) ?? 0) > indent + 1) open.pop()
  }
  return open.length + quotes
}

function* lines(source: string): Generator<string> {
  let from = 0
  while (from <= source.length) {
    const next = source.indexOf('\n', from)
    yield next < 0 ? source.slice(from) : source.slice(from, next)
    if (next < 0) return
    from = next + 1
  }
}
