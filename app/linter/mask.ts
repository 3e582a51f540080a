import type { TextBlock } from './block.ts'
import { FILLER } from './characters.ts'

// Each expression is linear: no nested repetition, and every repetition is over a class that excludes what follows it.
// `needs` is a text without which the expression cannot match: most blocks are spared most expressions.
const CODE: [needs: string, expression: RegExp][] = [
  ['`', /`[^`\n]{1,400}`/g], // inline code
  ['://', /\b[a-z][a-z0-9+.-]{1,10}:\/\/[^\s<>"')\]]{1,2000}/gi], // addresses
  ['-->', /<!--[\s\S]{0,2000}?-->/g], // instructions of a template
  ['<', /<\/?[a-z][^<>\n]{0,200}>/gi], // markup left in
  ['_', /(?<![\w.])[\w-]{0,40}(?:_[\w-]{1,40})(?![\w])/g], // snake_case
  ['/', /(?<!\S)(?:~|\.{1,2})?\/[\w.~-]{1,80}(?:\/[\w.~-]{0,80}){1,20}/g], // file paths
  [' -', /(?<!\S)--?[a-z][\w-]{1,40}=?(?=\s|$)/g], // command-line flags
]

const CAMEL_CASE = /\b[a-z]{1,40}[A-Z]\w{0,60}\b/g

// Lines that a machine or a chat wrote are somebody else's voice: "[14:02] ana:", "@ana:", "<ana>", "at open (", "> ", "$ ls", "# ls".
const LINE_SIGNS = /[[@<(>$#]/
const LINES =
  /^[ \t]*(?:\[\d{1,2}[:.]\d{2}[^\]\n]{0,20}\][ \t]*@?[\w.-]{1,30}:|@[\w.-]{1,30}:|<[\w.@ -]{1,30}>[ \t]|at [\w$.<>]{1,80} ?\(|>|[$#] [a-z])[^\n]*/gm
const LOG = /^[^\n]{0,40}\b(?:ERROR|WARN|WARNING|FATAL|CRITICAL|DEBUG|INFO)\b[:\] ][^\n]*/gm

const QUOTED = /(?<![\w])["“]([^"“”]{1,600})["”](?![\w])/g
const ATTRIBUTED =
  /\b(?:said|says|wrote|writes|asked|asks|replied|posted|reads?|message|messages|titled|called|named|reported|answered|stated|shows?|showed|error|quote|quoting):?,?[ \t]*$/i

/**
 * The block's text with everything that is not the author's prose replaced by filler of the same length: the caller's
 * masks, code, addresses, paths, log and chat lines, and quotations. A quotation is a quoted run of four words or more,
 * or one with a verb of saying before it; shorter quotes are scare quotes and stay.
 */
export function mask(block: TextBlock): string {
  const { text } = block
  const ranges: [number, number][] = (block.masks ?? []).map(({ from, to }) => [from, to])
  for (const [needs, expression] of CODE) {
    if (text.includes(needs)) collect(text, expression, ranges)
  }
  if (/[a-z][A-Z]/.test(text)) collect(text, CAMEL_CASE, ranges)
  if (LINE_SIGNS.test(text)) collect(text, LINES, ranges)
  if (/[A-Z]{4}/.test(text)) collect(text, LOG, ranges)
  for (const match of /["“]/.test(text) ? text.matchAll(QUOTED) : []) {
    const inner = match[1] ?? ''
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (inner.trim().split(/\s+/).length >= 4 || ATTRIBUTED.test(before)) {
      ranges.push([match.index + 1, match.index + match[0].length - 1])
    }
  }
  return ranges.length > 0 ? fill(text, ranges) : text
}

function collect(text: string, expression: RegExp, ranges: [number, number][]): void {
  for (const match of text.matchAll(expression)) ranges.push([match.index, match.index + match[0].length])
}

function fill(text: string, ranges: [number, number][]): string {
  ranges.sort((a, b) => a[0] - b[0])
  const parts: string[] = []
  let done = 0
  for (const [start, end] of ranges) {
    const from = Math.max(start, done)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    parts.push(text.slice(done, from), FILLER.repeat(to - from))
    done = to
  }
  parts.push(text.slice(done))
  return parts.join('')
}
