import type { NodeJson } from './document-json.ts'
import { newItemId } from './new-item-id.ts'
import { type MomentContext, parseMoment } from './parse-moment.ts'

/** `- [14:03] text`, `14:03:10 – text`, `~14:05 | text`, `14:05-14:12: text`, `2026-11-12 14:03 text`. */
const TIME_LINE =
  /^\s*(?:[-*•]\s+)?\[?\s*((?:~|≈|about\s)?(?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,9})?(?:\s*[ap]m\b)?Z?(?:\s*[-–—]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]m\b)?)?)\s*\]?\s*(?:UTC\b\s*)?(?:[|:–—-]\s*)?(.*)$/i

/**
 * Pasted plain text as the content of a timeline: a line that begins with a time becomes an entry, a line without one goes on
 * with the entry above it, or is a paragraph where there is none. Null when no line begins with a time. Every line is kept.
 */
export function timelineFromText(text: string, context: MomentContext): NodeJson[] | null {
  const nodes: NodeJson[] = []
  let { previous } = context
  let entries = 0
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [, typed = '', rest = ''] = TIME_LINE.exec(line) ?? []
    const parsed = typed ? parseMoment(typed, { ...context, previous }) : null
    if (parsed?.ok) {
      previous = parsed.moment.at ?? previous
      entries++
      nodes.push({
        type: 'timelineEntry',
        attrs: { id: newItemId(), ...parsed.moment },
        content: [paragraph(rest.trim())],
      })
      continue
    }
    const above = nodes.at(-1)
    if (above?.type === 'timelineEntry') above.content!.push(paragraph(line.trim()))
    else nodes.push(paragraph(line.trim()))
  }
  return entries > 0 ? nodes : null
}

const INLINE =
  /(`[^`\n]+`)|\*\*([^*\n]+)\*\*|(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g

/**
 * Pasted plain text as blocks, with the Markdown that people write without thinking: headings, lists, quotes, fenced code,
 * bold, emphasis, code and links. Null for a single line, which belongs into the line it is pasted to. No word is dropped.
 */
export function blocksFromText(text: string): NodeJson[] | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  if (lines.filter((line) => line.trim()).length < 2) return null
  const blocks: NodeJson[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const [, fence, language] = /^\s*(```|~~~)([\w+#-]*)\s*$/.exec(line) ?? []
    if (fence) {
      const closing = lines.findIndex((other, place) => place > at && other.trim() === fence)
      const end = closing === -1 ? lines.length : closing
      const content = textOf(lines.slice(at + 1, end).join('\n'))
      blocks.push({ type: 'codeBlock', attrs: { language: language || null }, content })
      at = end
    } else addLine(blocks, line)
  }
  return blocks
}

function addLine(blocks: NodeJson[], line: string): void {
  const [, hashes, title] = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line) ?? []
  const [, bullet, number, item] = /^\s*(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/.exec(line) ?? []
  const quote = /^\s{0,3}>\s?(.*)$/.exec(line)?.[1]
  if (line.trim() === '') return
  if (hashes) blocks.push({ type: 'heading', attrs: { level: hashes.length < 4 ? 3 : 4 }, content: inline(title!) })
  else if (bullet || number) {
    const child = { type: 'listItem', content: [paragraph(item!)] }
    join(blocks, bullet ? 'bulletList' : 'orderedList', child)
  } else if (quote !== undefined) join(blocks, 'blockquote', paragraph(quote))
  else blocks.push(paragraph(line.trim()))
}

function join(blocks: NodeJson[], type: string, child: NodeJson): void {
  const above = blocks.at(-1)
  if (above?.type === type) above.content!.push(child)
  else blocks.push({ type, content: [child] })
}

function paragraph(text: string): NodeJson {
  return { type: 'paragraph', content: inline(text) }
}

function inline(text: string): NodeJson[] {
  const leaves: NodeJson[] = []
  let done = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, bold, emphasis, label, href] = match
    leaves.push(...textOf(text.slice(done, match.index)))
    if (code) leaves.push(...textOf(code.slice(1, -1), { type: 'code' }))
    else if (bold) leaves.push(...textOf(bold, { type: 'bold' }))
    else if (emphasis) leaves.push(...textOf(emphasis, { type: 'italic' }))
    else leaves.push(...textOf(label!, { type: 'link', attrs: { href } }))
    done = match.index + whole.length
  }
  return [...leaves, ...textOf(text.slice(done))]
}

function textOf(text: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson[] {
  if (text === '') return []
  return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]
}
