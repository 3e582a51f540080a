import { codeLanguage } from '../code-languages.ts'
import type { MarkJson, NodeJson } from '../document-json.ts'
import { itemOf, type ListKind, listOf } from './levelled-items.ts'
import { paragraphOf, textLeaf } from './reader.ts'

/** Lists and quotes deeper than this are text: nobody reads them, and each level is read once more. */
const DEEPEST = 12

const FENCE = /^\s*(`{3,}|~{3,})([^`~]*)$/
const HEADING = /^\s{0,3}(#{1,6})\s+(.*)$/
const RULE = /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/
const QUOTE = /^\s{0,3}>\s?(.*)$/
const ITEM = /^(\s*)(?:([-*+•])|(\d{1,4})[.)])\s+(.*)$/
const TASK = /^\[([ xX])\]\s+(.*)$/
const DIVIDER = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

/**
 * Pasted plain text as blocks, with the Markdown that people write without thinking: headings, lists of any depth, tasks,
 * tables, quotes, fenced code, rules, bold, emphasis, strikes, code and links. A line is a paragraph, as it is in a message.
 * Null for a single line, which belongs into the line it is pasted to. No word that is read is dropped.
 */
export function blocksFromMarkdown(text: string): NodeJson[] | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  if (lines.filter((line) => line.trim()).length < 2) return null
  return readLines(lines, 0)
}

function readLines(lines: string[], depth: number): NodeJson[] {
  const blocks: NodeJson[] = []
  for (let at = 0; at < lines.length; ) {
    const read = readFence(lines, at) ?? readTable(lines, at) ?? readDeeper(lines, at, depth)
    if (read) {
      blocks.push(...read.blocks)
      at = read.next
      continue
    }
    const line = lines[at++]!
    const [, hashes, title] = HEADING.exec(line) ?? []
    if (hashes) blocks.push({ type: 'heading', attrs: { level: hashes.length < 4 ? 3 : 4 }, content: inline(title!) })
    else if (RULE.test(line)) blocks.push({ type: 'horizontalRule' })
    else if (line.trim()) blocks.push(paragraphOf(...inline(line.trim())))
  }
  return blocks
}

/** Blocks read from some lines, and the line that follows them. */
interface Read {
  blocks: NodeJson[]
  next: number
}

function readFence(lines: string[], at: number): Read | null {
  const [, fence, info = ''] = FENCE.exec(lines[at]!) ?? []
  if (!fence) return null
  let end = at + 1
  while (end < lines.length && !closes(lines[end]!.trim(), fence)) end++
  const code = lines.slice(at + 1, end).join('\n')
  const [language = '', ...rest] = info.trim().split(/\s+/)
  // What follows the language is a title, or meant for another program; a word apart may be neither.
  const isLanguage = !info.startsWith(' ') || codeLanguage(language) !== null
  const beside = (isLanguage ? rest : [language, ...rest]).join(' ')
  const block = {
    type: 'codeBlock',
    attrs: { language: codeLanguage(language) },
    content: code ? [textLeaf(code)] : [],
  }
  return { blocks: beside ? [paragraphOf(textLeaf(beside)), block] : [block], next: end + 1 }
}

/** Of the same sign as the opening and no shorter, so that a fence may stand inside a longer one. */
function closes(line: string, fence: string): boolean {
  return line.length >= fence.length && line === fence[0]!.repeat(line.length)
}

function readTable(lines: string[], at: number): Read | null {
  const divider = lines[at + 1]?.trim() ?? ''
  if (!lines[at]!.includes('|') || !divider.includes('-') || !DIVIDER.test(divider)) return null
  // A rule below a line that happens to hold the sign makes no table of it.
  if (cellsOf(divider).length !== cellsOf(lines[at]!).length) return null
  let next = at + 2
  while (next < lines.length && lines[next]!.includes('|')) next++
  const rows = [lines[at]!, ...lines.slice(at + 2, next)].map(cellsOf)
  const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const content = rows.map((cells, place): NodeJson => {
    const type = place === 0 ? 'tableHeader' : 'tableCell'
    const filled = [...cells, ...Array<string>(widest - cells.length).fill('')]
    return { type: 'tableRow', content: filled.map((cell) => ({ type, content: [paragraphOf(...inline(cell))] })) }
  })
  return { blocks: [{ type: 'table', content }], next }
}

function cellsOf(line: string): string[] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())
}

/** A list or a quote, which hold lines of their own. */
function readDeeper(lines: string[], at: number, depth: number): Read | null {
  if (depth >= DEEPEST) return null
  if (QUOTE.test(lines[at]!)) {
    let next = at
    const inside: string[] = []
    for (; next < lines.length; next++) {
      const quoted = QUOTE.exec(lines[next]!)
      if (!quoted) break
      inside.push(quoted[1]!)
    }
    const content = readLines(inside, depth + 1)
    return { blocks: content.length > 0 ? [{ type: 'blockquote', content }] : [], next }
  }
  if (RULE.test(lines[at]!) || !ITEM.test(lines[at]!)) return null
  return readList(lines, at, depth)
}

function readList(lines: string[], at: number, depth: number): Read {
  const blocks: NodeJson[] = []
  const margin = indentOf(lines[at]!)
  let next = at
  while (next < lines.length) {
    const [, , bullet, number, rest = ''] = ITEM.exec(lines[next]!) ?? []
    const isItem = (bullet || number) && indentOf(lines[next]!) === margin && !RULE.test(lines[next]!)
    if (!isItem) break
    const { inside, end } = insideOfItem(lines, next, margin)
    const [, tick, task] = TASK.exec(rest) ?? []
    const kind: ListKind = tick !== undefined ? 'taskList' : number ? 'orderedList' : 'bulletList'
    const content = readLines([(task ?? rest).trim(), ...inside], depth + 1)
    const item = itemOf(kind, content, tick === 'x' || tick === 'X')
    const list = blocks.at(-1)
    if (list?.type === kind) list.content!.push(item)
    else blocks.push(listOf(kind, [item], Number(number) || 1))
    next = end
  }
  return { blocks, next }
}

/** The lines that belong to an item: those that stand further in, with empty ones between them. */
function insideOfItem(lines: string[], at: number, margin: number): { inside: string[]; end: number } {
  const inside: string[] = []
  let end = at + 1
  for (let place = at + 1; place < lines.length; place++) {
    const line = lines[place]!
    if (line.trim() === '') continue
    if (indentOf(line) <= margin) break
    while (end < place) {
      inside.push('')
      end++
    }
    inside.push(line)
    end = place + 1
  }
  const least = inside.reduce((most, line) => (line === '' ? most : Math.min(most, indentOf(line))), Infinity)
  // Of empty lines behind the last item only as many are passed as it needs to see what follows.
  while (end < lines.length && lines[end]!.trim() === '' && ITEM.test(lines[end + 1] ?? '')) end++
  return { inside: inside.map((line) => outdent(line, least)), end }
}

const TAB = 4

function indentOf(line: string): number {
  let width = 0
  for (const letter of line) {
    if (letter === '\t') width += TAB
    else if (letter === ' ') width++
    else break
  }
  return width
}

function outdent(line: string, width: number): string {
  let at = 0
  for (let passed = 0; passed < width && at < line.length; at++) passed += line[at] === '\t' ? TAB : 1
  return line.slice(at)
}

const INLINE =
  /(`[^`\n]+`)|\*\*([^*\n]+)\*\*|__([^_\n]+)__|~~([^~\n]+)~~|(?<![\w*_])[*_](?!\s)([^*_\n]+)(?<!\s)[*_](?![\w*_])|!?\[([^\]\n]{1,500})\]\((https?:\/\/[^\s)]{1,2000})\)/g

function inline(text: string, around: MarkJson[] = []): NodeJson[] {
  const leaves: NodeJson[] = []
  const plain = (part: string) => {
    if (part) leaves.push(textLeaf(part, around))
  }
  let done = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, alsoStrong, struck, emphasis, label, href] = match
    plain(text.slice(done, match.index))
    const bold = strong ?? alsoStrong
    if (code) leaves.push(textLeaf(code.slice(1, -1), [{ type: 'code' }]))
    else if (bold) leaves.push(...inline(bold, [...around, { type: 'bold' }]))
    else if (struck) leaves.push(...inline(struck, [...around, { type: 'strike' }]))
    else if (emphasis) leaves.push(...inline(emphasis, [...around, { type: 'italic' }]))
    else leaves.push(...inline(label!, [{ type: 'link', attrs: { href } }, ...around]))
    done = match.index + whole.length
  }
  plain(text.slice(done))
  return leaves
}
