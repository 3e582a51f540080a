import type { NodeJson } from '../document-json.ts'
import { type HtmlElement, type HtmlNode, hasClass, isText, styleOf, wordsOf } from './html-node.ts'
import { marksInside } from './inline-marks.ts'
import { leavesOut } from './leaves-out.ts'
import { raisedNumber } from './raised-number.ts'
import { readImage } from './read-image.ts'
import { type Around, paragraphOf, type Reader, textLeaf } from './reader.ts'

/** Text that is being gathered into a line; spaces in what is `pre` are kept. */
export interface OpenLine {
  leaves: (NodeJson & { pre?: boolean })[]
}

/** Adds an inline node, and everything in it, to a line. */
export function addInline(line: OpenLine, node: HtmlNode, around: Around, reader: Reader): void {
  if (isText(node)) {
    addText(line, node.text, around)
    return
  }
  if (leavesOut(node, reader) || isMarker(node)) return
  switch (node.name) {
    case 'br':
      line.leaves.push({ type: 'hardBreak' })
      return
    case 'img':
      readImage(node, around, reader, line)
      return
    case 'input':
    case 'wbr':
      return
    case 'time':
      if (!wordsOf(node)) addText(line, node.attributes.datetime ?? '', around)
      break
    case 'select': {
      const chosen = node.children.filter((child) => !isText(child) && 'selected' in child.attributes)
      for (const child of chosen.length > 0 ? chosen : node.children) addInline(line, child, around, reader)
      return
    }
  }
  const inside = insideOf(node, around)
  const own = raisedNumber(node) ?? ownText(node)
  if (own !== null) addText(line, own, inside)
  else for (const child of node.children) addInline(line, child, inside, reader)
}

export function insideOf(element: HtmlElement, around: Around): Around {
  const space = styleOf(element, 'white-space')
  const pre = /^(pre|break-spaces)/.test(space) || (around.pre && space !== 'normal')
  const marks = marksInside(element, around.marks)
  const isStatus =
    element.attributes['data-node-type'] === 'status' || hasClass(element, /^(status-macro|aui-lozenge)$/)
  return { pre, marks: isStatus && marks.length === 0 ? [{ type: 'bold' }] : marks }
}

/** What Confluence shows for an element that holds no text: a smile by its name, a date by its number. */
function ownText(element: HtmlElement): string | null {
  const { attributes } = element
  if (attributes['data-emoji-short-name'])
    return attributes['data-emoji-text'] || wordsOf(element) || attributes['data-emoji-short-name']
  if (attributes['data-node-type'] === 'date' && !wordsOf(element)) {
    const day = new Date(Number(attributes['data-timestamp']))
    return Number.isNaN(day.getTime()) ? null : day.toISOString().slice(0, 10)
  }
  return null
}

/** Bullets and numbers that Word writes as text, and its signs for comments: the list and the comment are read by themselves. */
function isMarker(element: HtmlElement): boolean {
  return styleOf(element, 'mso-list') === 'ignore' || hasClass(element, /^MsoCommentReference$|^msocomanchor$/i)
}

function addText(line: OpenLine, text: string, { marks, pre }: Around): void {
  const plain = text.replaceAll('\u00a0', ' ').replaceAll(/[\0\u200b\ufeff]/g, '')
  if (!pre) {
    const collapsed = plain.replaceAll(/[ \t\n\r\f]+/g, ' ')
    if (collapsed) line.leaves.push(textLeaf(collapsed, marks))
    return
  }
  for (const [place, part] of plain.split(/\r?\n/).entries()) {
    if (place > 0) line.leaves.push({ type: 'hardBreak' })
    if (part) line.leaves.push({ ...textLeaf(part, marks), pre: true })
  }
}

/** The paragraphs of a line: two breaks in a row part them, spaces and breaks at their ends are dropped. */
export function endLine(line: OpenLine): NodeJson[] {
  const paragraphs: NodeJson[][] = [[]]
  for (const leaf of line.leaves) {
    const current = paragraphs.at(-1)!
    if (leaf.type === 'hardBreak' && current.at(-1)?.type === 'hardBreak') paragraphs.push([])
    else current.push(leaf)
  }
  line.leaves = []
  return paragraphs
    .map(tidy)
    .filter((leaves) => leaves.length > 0)
    .map((leaves) => paragraphOf(...leaves))
}

function tidy(leaves: (NodeJson & { pre?: boolean })[]): NodeJson[] {
  const kept: NodeJson[] = []
  let isAfterSpace = true
  for (const { pre, ...leaf } of leaves) {
    const before = kept.at(-1)
    if (leaf.type !== 'text') {
      trimEnd(kept)
      if (kept.length > 0) kept.push(leaf)
      isAfterSpace = true
      continue
    }
    const isCode = leaf.marks?.some(({ type }) => type === 'code')
    const text = pre && (kept.length > 0 || isCode) ? leaf.text! : isAfterSpace ? leaf.text!.trimStart() : leaf.text!
    if (text === '') continue
    isAfterSpace = /\s$/.test(text)
    if (before?.type === 'text' && JSON.stringify(before.marks) === JSON.stringify(leaf.marks)) before.text += text
    else kept.push({ ...leaf, text })
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    trimEnd(kept)
    if (kept.at(-1)?.type !== 'hardBreak') break
    kept.pop()
  }
  return kept
}

function trimEnd(leaves: NodeJson[]): void {
  const last = leaves.at(-1)
  if (last?.type !== 'text') return
  last.text = last.text!.trimEnd()
  if (last.text === '') leaves.pop()
}
