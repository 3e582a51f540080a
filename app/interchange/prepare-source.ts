export interface PreparedSource {
  text: string
  /** Hidden comments and template tags that were left out, counted for the preview. */
  comments: number
  tags: number
}

/**
 * A text as a Markdown parser should see it: one kind of line end, no hidden comments or template tags, a space after
 * the number signs of a heading, and an empty line around headings that lean on text. Fenced code is left as it is.
 */
export function prepareSource(source: string): PreparedSource {
  let comments = 0
  let tags = 0
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u001b', '')
  const prepared = outsideFences(text, (part) => remove(part, '<!--', '-->', () => comments++))
  const untagged = outsideFences(prepared, (part) => {
    let rest = part
    for (const [open, close] of [
      ['{%', '%}'],
      ['{{<', '>}}'],
      ['{{%', '%}}'],
      ['<%', '%>'],
    ] as const) {
      rest = remove(rest, open, close, () => tags++)
    }
    return (
      rest
        // Nobody sees a longer gap, and patterns that look for the end of one cost the square of its length.
        .replace(/[^\S\n]{200,}/g, ' '.repeat(200))
        .replace(/\{\{([^{}\n]*)\}\}/g, '$1')
        .split('\n')
        .map(mendLine)
        .flatMap(partParagraphs())
        .join('\n')
    )
  })
  return { text: untagged, comments, tags }
}

/**
 * The parser's time grows with the square of a paragraph's lines: a log or a chat pasted without empty lines gets one
 * after every two hundred. Tables, lists and quotes are not parted.
 */
function partParagraphs(): (line: string) => string[] {
  let plain = 0
  return (line) => {
    plain = line.trim() && !/^\s|^[>#*+-]|^\d+[.)]\s|\|/.test(line) ? plain + 1 : 0
    if (plain < 200) return [line]
    plain = 0
    return [line, '']
  }
}

function mendLine(line: string): string {
  // A comment that is opened and never closed would hide the rest of the text; it is taken as the signs that it is.
  if (/^(?:[\s>*+-]|\d+[.)])*<!--/.test(line)) return line.replace('<!--', '\\<!--')
  // "[08:47]: text" is a time in brackets, not the address of a link.
  if (/^(?:[\s>*+-]|\d+[.)])*\[[\d:. apm]{3,10}\]:/i.test(line)) return line.replace('[', '\\[')
  const heading = /^ {0,3}(#{2,6}|#(?=\p{Lu}))([^#\s].*)$/u.exec(line)
  // "#2127" and "#sig-testing" are references; two signs before a letter are a heading.
  if (heading?.[1] && heading[2] && !/^\d+(?:[\s,.)]|$)/.test(heading[2])) return `${heading[1]} ${heading[2]}`
  return line
}

/** Leaves out what stands between two marks; a mark without its partner is text. Linear: it never looks back. */
function remove(text: string, open: string, close: string, count: () => void): string {
  let kept = ''
  let from = 0
  for (;;) {
    const start = text.indexOf(open, from)
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length)
    if (end < 0) return kept + text.slice(from)
    // The line breaks stay, so that what follows does not move up into another block.
    const hidden = text.slice(start, end + close.length)
    kept += text.slice(from, start) + (/\n/.test(hidden) ? '\n' : ' ')
    count()
    from = end + close.length
  }
}

function outsideFences(text: string, change: (part: string) => string): string {
  const parts: string[] = []
  let current: string[] = []
  let fence: string | null = null
  const flush = (changed: boolean) => {
    if (current.length) parts.push(changed ? change(current.join('\n')) : current.join('\n'))
    current = []
  }
  for (const line of text.split('\n')) {
    const mark: string | undefined = /^\s*(?:[-*+>]\s+)*(```+|~~~+)/.exec(line)?.[1]
    if (!fence && mark) {
      flush(true)
      fence = mark.slice(0, 3)
      current.push(line)
    } else if (fence && mark?.startsWith(fence) && /^\s*(?:```+|~~~+)\s*$/.test(line)) {
      current.push(line)
      flush(false)
      fence = null
    } else current.push(line)
  }
  flush(fence === null)
  return parts.join('\n')
}
