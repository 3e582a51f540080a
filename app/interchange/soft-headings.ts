import type { NodeJson } from '#app/document/document-json.ts'
import { classifyHeading, headingWords } from './classify-heading.ts'
import { paragraph } from './markdown-blocks.ts'
import { boldLabel, dropCharacters, inlineText, isBoldLine, linesOf } from './text-lines.ts'

/** Bold lines, labels and plain lines stand below every real heading. */
export const softLevel = 7

/**
 * Texts without Markdown headings have other ones: a bold line, a label before a colon, a line with nothing but
 * "Root cause" on it, a list whose points are the parts. They become headings here where the words are known; in a
 * text that has real headings only a bold line of its own does.
 */
export function withSoftHeadings(blocks: NodeJson[]): NodeJson[] {
  const real = blocks.filter(({ type, content }) => type === 'heading' && isSection(inlineText(content))).length
  const structured = real >= 2
  const form = structured ? 'headings' : formOf(blocks)
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return fromParagraph(block, form)
    if (block.type === 'bulletList' && !structured) return fromList(block)
    return [block]
  })
}

/** What a text's parts are named by: real headings, lines of their own, bold labels, or any labels before their text. */
type Form = 'headings' | 'lines' | 'bold labels' | 'labels'

/** Where parts have lines of their own, a label before text is part of one; a colon at the end fits both habits. */
function formOf(blocks: NodeJson[]): Form {
  const own = blocks
    .filter(({ type }) => type === 'paragraph')
    .flatMap(({ content }) => linesOf(content))
    .filter((line) => headOfLine(line, 'lines', false))
  if (own.filter((line) => !/[:：]\s*$/.test(inlineText(line))).length >= 2) return 'lines'
  return own.length >= 2 ? 'bold labels' : 'labels'
}

function isSection(text: string): boolean {
  return classifyHeading(text) !== null
}

function heading(content: NodeJson[]): NodeJson {
  return { type: 'heading', attrs: { level: softLevel }, content: withoutColon(content) }
}

function fromParagraph(block: NodeJson, form: Form): NodeJson[] {
  const lines = linesOf(block.content)
  const found: NodeJson[] = []
  let rest: NodeJson[] = []
  const flush = () => {
    if (rest.length) found.push(paragraph(rest))
    rest = []
  }
  for (const [index, line] of lines.entries()) {
    const split = headOfLine(line, form, index === 0 && lines.length === 1)
    if (split) {
      flush()
      found.push(heading(split.head))
      if (inlineText(split.rest).trim()) rest.push(...split.rest)
    } else {
      if (rest.length) rest.push({ type: 'text', text: '\n' })
      rest.push(...line)
    }
  }
  if (!found.length) return [block]
  flush()
  return found
}

/** Where a line's heading ends and its text begins, or null where it has none. */
function headOfLine(line: NodeJson[], form: Form, alone: boolean): { head: NodeJson[]; rest: NodeJson[] } | null {
  const text = inlineText(line).trim()
  if (isBoldLine(line)) {
    const meaning = text.length <= 80 ? classifyHeading(text) : null
    return meaning?.exact && (form !== 'headings' || (alone && !meaning.weak)) ? { head: line, rest: [] } : null
  }
  if (form === 'headings') return null
  const bold = boldLabel(line)
  if (bold) {
    if (form === 'lines') return null
    const colon = /:\s*$/.test(bold.text) || bold.length > bold.text.length
    if (!colon || bold.text.length > 60 || !isOwnSection(bold.text)) return null
    return { head: line.slice(0, 1), rest: dropCharacters(line, bold.length) }
  }
  if (text.length <= 60 && !/[.!;,]$/.test(text) && headingWords(text).length <= 6 && isOwnSection(text))
    return { head: line, rest: [] }
  if (form !== 'labels') return null
  const label = /^\s*(?:\d+[.)]\s+)?([\p{Lu}][\p{L}'’ /&-]{2,45}?)\s*:\s+(?=\S)/u.exec(inlineText(line))
  if (!label?.[1] || !isOwnSection(label[1]) || isFactLabel(label[1])) return null
  return { head: [{ type: 'text', text: label[1] }], rest: dropCharacters(line, label[0].length) }
}

function isOwnSection(text: string): boolean {
  return classifyHeading(text)?.exact === true && !isFactLabel(text)
}

/** "Duration: 2 h" is a fact about the incident, not a part of the text. */
function isFactLabel(text: string): boolean {
  return /^\W*(?:(?:incident |outage |start |end )?(?:date|time)s?|(?:total )?duration|status|severity|priority|authors?|owners?|teams?|stats?|attendees?|participants?|time to \w+|created by|reported by|last modified|updated?|type of incident)\W*$/i.test(
    text,
  )
}

/** A list whose points begin with the names of sections ("- **Impact**: …") is the outline of the document. */
function fromList(list: NodeJson): NodeJson[] {
  const points = (list.content ?? []).map((point) => {
    const [first, ...below] = point.content ?? []
    const [line = [], ...more] = linesOf(first?.content)
    const bold = boldLabel(line)
    const text = inlineText(line).trim()
    if (bold && bold.text.length <= 60 && isOwnSection(bold.text)) {
      return { head: line.slice(0, 1), rest: dropCharacters(line, bold.length), more, below }
    }
    if (!bold && below.length && text.length <= 60 && isOwnSection(text)) return { head: line, rest: [], more, below }
    return { point }
  })
  if (points.filter((part) => 'head' in part).length < 2) return [list]
  return points.flatMap((part) => {
    if (!('head' in part) || !part.head) return [{ type: 'bulletList', content: [part.point ?? { type: 'listItem' }] }]
    const lines = [part.rest, ...part.more].filter((line) => inlineText(line).trim())
    const text = lines.flatMap((line, index) => (index ? [{ type: 'text', text: '\n' }, ...line] : line))
    return [heading(part.head), ...(text.length ? [paragraph(text)] : []), ...part.below]
  })
}

function withoutColon(content: NodeJson[]): NodeJson[] {
  const last = content.at(-1)
  if (last?.type !== 'text') return content
  const text = (last.text ?? '').replace(/\s*[:：]\s*$/, '')
  return text ? [...content.slice(0, -1), { ...last, text }] : content.slice(0, -1)
}
