import type { NodeJson } from '../document-json.ts'
import { type HtmlElement, type HtmlNode, isText, unread } from './html-node.ts'
import { leavesOut } from './leaves-out.ts'
import type { LeftOut } from './left-out.ts'
import { nestItems } from './levelled-items.ts'
import { readCode } from './read-code.ts'
import { readConfluence } from './read-confluence.ts'
import { addInline, endLine, insideOf, type OpenLine } from './read-line.ts'
import { readList } from './read-list.ts'
import { readTable } from './read-table.ts'
import { readWord } from './read-word.ts'
import { type Around, paragraphOf, type Reader, textLeaf } from './reader.ts'
import { fitHeadings, joinCode } from './tidy-blocks.ts'

export interface Pasted {
  blocks: NodeJson[]
  leftOut: LeftOut[]
}

const blockNames = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'header', 'hr', 'html', 'legend', 'li', 'main', 'nav'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'p', 'pre', 'section', 'summary', 'ul'],
  ...['table', 'tr', 'tbody', 'td', 'th', 'iframe', 'video', 'audio'],
])

/**
 * Pasted HTML as blocks of a section: headings, lists of any depth, tasks, tables, code, quotes, links and marks, in the ways
 * that Google Docs, Word and Confluence write them. No script, style or address of a script gets in, nothing is fetched, and
 * every word that could be read is in the blocks or in what was left out.
 */
export function blocksFromHtml(root: HtmlElement): Pasted {
  const leftOut: LeftOut[] = []
  const hasBlocks = new Map<HtmlElement, boolean>()
  const reader: Reader = { blocks: readInside, leave: (kind, text) => leftOut.push({ kind, text }) }
  const blocks = readInside(root.children, { marks: [], pre: false })
  return { blocks: fitHeadings(joinCode(blocks)), leftOut }

  /** What stands in a place of its own, such as an item, a cell or the whole: lists that are written line by line end with it. */
  function readInside(children: readonly HtmlNode[], around: Around): NodeJson[] {
    return nestItems(readBlocks(children, around))
  }

  function readBlocks(children: readonly HtmlNode[], around: Around): NodeJson[] {
    const blocks: NodeJson[][] = []
    const line: OpenLine = { leaves: [] }
    for (const child of children) {
      if (isText(child) || !standsAlone(child)) {
        addInline(line, child, around, reader)
        continue
      }
      blocks.push(endLine(line))
      if (!leavesOut(child, reader)) blocks.push(readBlock(child, around))
    }
    blocks.push(endLine(line))
    return blocks.flat()
  }

  function readBlock(element: HtmlElement, around: Around): NodeJson[] {
    for (const read of [readWord, readConfluence, readCode]) {
      const known = read(element, around, reader)
      if (known) return known
    }
    const inside = insideOf(element, around)
    const level = headingLevel(element)
    if (level !== null) {
      // The type of a heading is drawn by its level, so boldness around all of it says nothing.
      const marks = inside.marks.filter(({ type }) => type !== 'bold')
      const [first, ...rest] = readBlocks(element.children, { ...inside, marks })
      if (first?.type !== 'paragraph') return first ? [first, ...rest] : []
      return [{ type: 'heading', attrs: { level }, content: unbold(first.content) }, ...rest]
    }
    switch (element.name) {
      case 'ul':
      case 'ol':
        return readList(element, inside, reader) ?? []
      case 'li':
        return readList({ name: 'ul', attributes: {}, children: [element] }, around, reader) ?? []
      case 'table':
        return readTable(element, around, reader) ?? []
      case 'hr':
        return [{ type: 'horizontalRule' }]
      case 'blockquote': {
        const content = readInside(element.children, inside)
        return content.length > 0 ? [{ type: 'blockquote', content }] : []
      }
      case 'dt':
      case 'summary':
        return readBlocks(element.children, { ...inside, marks: [{ type: 'bold' }] })
      case 'iframe':
      case 'video':
      case 'audio':
        return readEmbedded(element)
      default:
        return readBlocks(element.children, inside)
    }
  }

  function readEmbedded({ attributes, children }: HtmlElement): NodeJson[] {
    const source = attributes.src ?? ''
    reader.leave('video', attributes.title || source)
    const link = /^https?:\/\//i.test(source)
      ? [paragraphOf(textLeaf(attributes.title || source, [{ type: 'link', attrs: { href: source } }]))]
      : []
    return [...link, ...readBlocks(children, { marks: [], pre: false })]
  }

  /** Whether an element makes blocks: it is one, or there is one somewhere inside. */
  function standsAlone(element: HtmlElement): boolean {
    if (unread.has(element.name)) return false
    const known = hasBlocks.get(element)
    if (known !== undefined) return known
    const isBlock =
      blockNames.has(element.name) ||
      headingLevel(element) !== null ||
      /^(extension|bodiedExtension|media|expand|actionList)$/.test(element.attributes['data-node-type'] ?? '')
    const answer = isBlock || element.children.some((child) => !isText(child) && standsAlone(child))
    hasBlocks.set(element, answer)
    return answer
  }
}

function headingLevel({ name, attributes }: HtmlElement): number | null {
  const named = /^h([1-6])$/.exec(name)
  if (named) return Number(named[1])
  if (attributes.role !== 'heading') return null
  return Number.parseInt(attributes['aria-level'] ?? '', 10) || 2
}

function unbold(content: NodeJson[] = []): NodeJson[] {
  const isAllBold = content.every((leaf) => leaf.type !== 'text' || leaf.marks?.some(({ type }) => type === 'bold'))
  if (!isAllBold) return content
  return content.map(({ marks, ...leaf }) => {
    const others = (marks ?? []).filter(({ type }) => type !== 'bold')
    return others.length > 0 ? { ...leaf, marks: others } : leaf
  })
}
