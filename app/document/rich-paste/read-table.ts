import type { NodeJson } from '../document-json.ts'
import { type HtmlElement, isText, wordsOf } from './html-node.ts'
import { insideOf } from './read-line.ts'
import { type ElementReader, paragraphOf, textLeaf } from './reader.ts'

/** A table with its spans; one of a single cell, which draws a frame, is what stands in it. */
export const readTable: ElementReader = (element, around, reader) => {
  const inside = insideOf(element, around)
  const rows = rowsIn(element).map(({ children }) =>
    children.filter((cell): cell is HtmlElement => !isText(cell) && (cell.name === 'td' || cell.name === 'th')),
  )
  const captions = element.children.filter((child) => !isText(child) && child.name === 'caption').map(wordsOf)
  const above = captions.filter(Boolean).map((words) => paragraphOf(textLeaf(words, [{ type: 'bold' }])))
  const filled = rows.filter((cells) => cells.length > 0)
  const read = (cell: HtmlElement) => reader.blocks(cell.children, { ...insideOf(cell, inside), pre: false })
  if (filled.length === 0) return above
  if (filled.length === 1 && filled[0]!.length === 1) return [...above, ...read(filled[0]![0]!)]
  const hasSpans = filled.flat().some((cell) => spanOf(cell, 'colspan') > 1 || spanOf(cell, 'rowspan') > 1)
  const widest = filled.reduce((most, cells) => Math.max(most, cells.length), 0)
  const content = filled.map((cells): NodeJson => {
    const made = cells.map((cell): NodeJson => {
      const blocks = read(cell)
      return {
        type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
        attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') },
        content: blocks.length > 0 ? blocks : [paragraphOf()],
      }
    })
    while (!hasSpans && made.length < widest) made.push({ type: 'tableCell', content: [paragraphOf()] })
    return { type: 'tableRow', content: made }
  })
  return [...above, { type: 'table', content }]
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
