import { type HtmlElement, isText, styleOf, unread, wordsOf } from './html-node.ts'
import type { Reader } from './reader.ts'

const drawings = /^(svg|canvas|object|embed|o:oleobject|v:(?!imagedata).*)$/

/** Notes what has no place in a text, and answers whether the element is one of these. */
export function leavesOut(element: HtmlElement, reader: Reader): boolean {
  if (unread.has(element.name)) return true
  const isDrawing = drawings.test(element.name)
  const isHidden = styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all'
  if (!isDrawing && !isHidden) return isGoogleComment(element, reader)
  const words = wordsOf(element)
  if (isDrawing) {
    // An icon beside a link or a heading says nothing, and its page says so.
    const isIcon = element.attributes['aria-hidden'] === 'true' && !words
    if (!isIcon) reader.leave('drawing', words || element.attributes['aria-label'] || titleOf(element))
  } else if (words) reader.leave('hidden', words)
  return true
}

/** A comment as Google Docs exports it: below the text, with a link back to its place. */
function isGoogleComment(element: HtmlElement, reader: Reader): boolean {
  if (element.name !== 'div' || !firstLink(element)?.startsWith('#cmnt_ref')) return false
  reader.leave('comment', wordsOf(element).replace(/^\[[^\]]*\]\s*/, ''))
  return true
}

function firstLink(element: HtmlElement): string | undefined {
  for (const child of element.children) {
    if (isText(child)) {
      if (child.text.trim()) return undefined
      continue
    }
    if (child.name === 'a') return child.attributes.href
    return firstLink(child)
  }
  return undefined
}

/** What a drawing is called, which is no word of a text elsewhere. */
function titleOf({ children }: HtmlElement): string {
  const title = children.find((child) => !isText(child) && child.name === 'title')
  return title && !isText(title) ? title.children.map((child) => (isText(child) ? child.text : '')).join('') : ''
}
