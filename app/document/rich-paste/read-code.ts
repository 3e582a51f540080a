import { codeLanguage } from '../code-languages.ts'
import type { NodeJson } from '../document-json.ts'
import { type HtmlElement, type HtmlNode, isText, styleOf, unread } from './html-node.ts'
import { isMonospaced } from './inline-marks.ts'
import { type ElementReader, textLeaf } from './reader.ts'

/** Code that keeps its lines: `<pre>`, and what editors copy, lines of `<div>` in a type of one width. */
export const readCode: ElementReader = (element) => {
  const isCopied = element.name === 'div' && isMonospaced(element) && styleOf(element, 'white-space').startsWith('pre')
  const framed = preIn(element)
  if (framed) return codeBlock(linesOf(framed), languageOf(element) ?? languageOf(framed))
  if (element.name !== 'pre' && !isCopied) return null
  return codeBlock(linesOf(element), languageOf(element))
}

export function codeBlock(code: string, language: string | null): NodeJson[] {
  const text = code
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '')
  return text ? [{ type: 'codeBlock', attrs: { language }, content: [textLeaf(text)] }] : []
}

/** The code in a frame that says its language and holds nothing else. */
function preIn({ name, attributes, children }: HtmlElement): HtmlElement | null {
  if (name !== 'div' || !/\b(highlight-source|language)-/.test(attributes.class ?? '')) return null
  const inside = children.filter((child) => !isText(child) || child.text.trim() !== '')
  const only = inside.length === 1 ? inside[0]! : null
  return only && !isText(only) && only.name === 'pre' ? only : null
}

/** The text with a line for each `<br>` and each block inside. */
function linesOf(node: HtmlNode): string {
  if (isText(node)) return node.text
  if (unread.has(node.name)) return ''
  if (node.name === 'br') return '\n'
  let text = ''
  for (const child of node.children) {
    const isLine = !isText(child) && /^(div|p|li|tr)$/.test(child.name)
    if (isLine && text && !text.endsWith('\n')) text += '\n'
    const inside = linesOf(child)
    text += isLine && !inside.endsWith('\n') ? `${inside}\n` : inside
  }
  return text
}

function languageOf(element: HtmlElement): string | null {
  const { attributes, children } = element
  const named = [
    attributes['data-language'],
    /brush:\s*([\w#+-]+)/.exec(attributes['data-syntaxhighlighter-params'] ?? '')?.[1],
    /\b(?:language|lang|highlight-source)-([\w#+-]+)/.exec(attributes.class ?? '')?.[1],
  ].find(Boolean)
  if (named) return codeLanguage(named)
  const code = children.find((child) => !isText(child) && child.name === 'code')
  return code && !isText(code) ? languageOf(code) : null
}
