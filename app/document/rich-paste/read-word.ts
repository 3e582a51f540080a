import type { NodeJson } from '../document-json.ts'
import { type HtmlElement, hasClass, isText, styleOf, wordsOf } from './html-node.ts'
import type { LevelledItem } from './levelled-items.ts'
import { insideOf } from './read-line.ts'
import { type ElementReader, paragraphOf } from './reader.ts'

/** What Word writes in its own way: lists as paragraphs with a level, the title as a paragraph, comments below the text. */
export const readWord: ElementReader = (element, around, reader) => {
  const part = styleOf(element, 'mso-element')
  if (part === 'comment') {
    reader.leave('comment', wordsOf(element).replace(/^\[[^\]]*\]\s*/, ''))
    return []
  }
  if (element.name === 'hr' && hasClass(element, /^msocomoff$/i)) return []
  if (part === 'comment-list' || element.name !== 'p') return null
  if (hasClass(element, /^MsoTitle$/)) {
    const [first, ...rest] = reader.blocks(element.children, insideOf(element, around))
    if (first?.type !== 'paragraph') return first ? [first, ...rest] : []
    return [{ ...first, type: 'heading', attrs: { level: 0 } }, ...rest]
  }
  const listed = /^(l\d+)\s+level(\d+)/.exec(styleOf(element, 'mso-list'))
  if (!listed) return null
  const [, list = '', level] = listed
  const marker = markerOf(element)
  const ordered = /^\(?(\d+|[a-z]{1,4})[.)]/i.exec(marker)
  const content: NodeJson[] = reader.blocks(element.children, insideOf(element, around))
  const item: LevelledItem = {
    type: '#item',
    kind: ordered ? 'orderedList' : 'bulletList',
    level: Number(level),
    list,
    start: Number.parseInt(ordered?.[1] ?? '', 10) || 1,
    content: content.length > 0 ? content : [paragraphOf()],
  }
  return [item]
}

function markerOf(element: HtmlElement): string {
  for (const child of element.children) {
    if (isText(child)) continue
    if (styleOf(child, 'mso-list') === 'ignore') return wordsOf(child)
    const found = markerOf(child)
    if (found) return found
  }
  return ''
}
