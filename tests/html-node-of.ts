import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { HtmlElement, HtmlNode } from '#app/document/rich-paste/html-node.ts'

/** HTML as the editor reads it in a browser, by the same standard: the body of the document. */
export function htmlNodeOf(html: string): HtmlElement {
  const document = parse(html)
  const root = document.childNodes.find((node) => node.nodeName === 'html') as DefaultTreeAdapterTypes.Element
  const body = root.childNodes.find((node) => node.nodeName === 'body') as DefaultTreeAdapterTypes.Element
  return read(body)[0] as HtmlElement
}

function read(node: DefaultTreeAdapterTypes.ChildNode): HtmlNode[] {
  if ('value' in node) return [{ text: node.value }]
  if (!('tagName' in node)) return []
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [{ name: node.tagName.toLowerCase(), attributes, children: node.childNodes.flatMap(read) }]
}
