import type { NodeJson } from '../document-json.ts'
import { type HtmlElement, type HtmlNode, isText, wordsOf } from './html-node.ts'
import { insideOf } from './read-line.ts'
import { type ElementReader, paragraphOf, textLeaf } from './reader.ts'
import { onGrid, type Span } from './table-grid.ts'

/** A table with its spans; one of a single cell, which draws a frame, is what stands in it. */
export const readTable: ElementReader = (element, around, reader) => {
  const inside = insideOf(element, around)
  const rows = rowsIn(element).map(({ children }) => children.filter(isCell).map(spanned))
  const captions = element.children.filter((child) => !isText(child) && child.name === 'caption').map(wordsOf)
  const above = captions.filter(Boolean).map((words) => paragraphOf(textLeaf(words, [{ type: 'bold' }])))
  const read = ({ element: cell }: Cell) => reader.blocks(cell.children, { ...insideOf(cell, inside), pre: false })
  const cells = rows.flat()
  const grid = cells.length > 1 ? onGrid(rows) : null
  if (!grid) return [...above, ...cells.flatMap(read)]
  const content = grid.map((places): NodeJson => {
    const made = places.map(({ cell, colspan, rowspan }): NodeJson => {
      const blocks = cell ? read(cell) : []
      const type = cell?.element.name === 'th' ? 'tableHeader' : 'tableCell'
      return { type, attrs: { colspan, rowspan }, content: blocks.length > 0 ? blocks : [paragraphOf()] }
    })
    return { type: 'tableRow', content: made }
  })
  return [...above, { type: 'table', content }]
}

interface Cell extends Span {
  element: HtmlElement
}

function isCell(node: HtmlNode): node is HtmlElement {
  return !isText(node) && (node.name === 'td' || node.name === 'th')
}

function spanned(element: HtmlElement): Cell {
  return { element, colspan: spanOf(element, 'colspan'), rowspan: spanOf(element, 'rowspan') }
}

function rowsIn(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (isText(child)) return []
    if (child.name === 'tr') return [child]
    return /^t(head|body|foot)$/.test(child.name) ? rowsIn(child) : []
  })
}

/** Never more than a table may have: a pasted number could be any. */
function spanOf({ attributes }: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attributes[name] ?? '', 10)
  return span >= 1 && span <= 200 ? span : 1
}
