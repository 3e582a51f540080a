/** An element or a text of pasted HTML, as plain data: read by the browser's own parser there, and by a test's elsewhere. */
export type HtmlNode = HtmlText | HtmlElement

export interface HtmlText {
  text: string
}
export interface HtmlElement {
  /** In small letters: `p`, `v:shape`. */
  name: string
  attributes: Record<string, string>
  children: HtmlNode[]
}

export function isText(node: HtmlNode): node is HtmlText {
  return 'text' in node
}

/** The words of an element and everything in it, white space as a reader sees it. */
export function wordsOf(node: HtmlNode): string {
  const parts: string[] = []
  collect(node)
  return parts.join('').replaceAll(/\s+/g, ' ').trim()

  function collect(one: HtmlNode) {
    if (isText(one)) parts.push(one.text)
    else if (!unread.has(one.name)) {
      const apart = apartFrom.has(one.name) ? ' ' : ''
      parts.push(apart)
      for (const child of one.children) collect(child)
      parts.push(apart)
    }
  }
}

/** Elements whose content nobody reads. */
export const unread = new Set(['script', 'style', 'meta', 'link', 'title', 'head', 'template', 'base', 'xml'])
const apartFrom = new Set(['p', 'div', 'br', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** One property of an element's own style, in small letters; '' where it has none. */
export function styleOf({ attributes }: HtmlElement, property: string): string {
  const style = attributes.style
  if (!style) return ''
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon !== -1 && declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return ''
}

export function hasClass({ attributes }: HtmlElement, name: RegExp): boolean {
  return (attributes.class ?? '').split(/\s+/).some((each) => name.test(each))
}
