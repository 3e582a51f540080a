import type { MarkJson, NodeJson } from '#app/document/document-json.ts'
import type { MarkdownNode } from './parse-markdown.ts'

export interface MarkdownContext {
  /** Addresses of `[text][name]` links, by lower-case name. */
  definitions: Map<string, string>
  pictures: number
}

/** The order in which the document's schema keeps marks on a text. */
const order = ['link', 'bold', 'code', 'italic', 'strike', 'underline']
const elements =
  /^(?:a|abbr|address|area|article|aside|audio|b|base|bdi|bdo|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|menu|meta|nav|noscript|object|ol|option|p|picture|pre|progress|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr)$/i

/** Inline Markdown as nodes of the document. Soft line ends stay in the text as `\n` until the blocks are finished. */
export function inlinesOf(
  children: readonly MarkdownNode[],
  context: MarkdownContext,
  marks: MarkJson[] = [],
): NodeJson[] {
  let underlined = 0
  return children.flatMap((node): NodeJson[] => {
    if (node.type === 'html' && /^<\/?u>$/i.test(node.value.trim())) {
      underlined = Math.max(0, underlined + (node.value.includes('/') ? -1 : 1))
      return []
    }
    return inlineOf(node, underlined > 0 ? add(marks, { type: 'underline' }) : marks)
  })

  function inlineOf(node: MarkdownNode, marks: MarkJson[]): NodeJson[] {
    switch (node.type) {
      case 'text':
        return textNode(node.value, marks)
      case 'emphasis':
        return inlinesOf(node.children, context, add(marks, { type: 'italic' }))
      case 'strong':
        return inlinesOf(node.children, context, add(marks, { type: 'bold' }))
      case 'delete':
        return inlinesOf(node.children, context, add(marks, { type: 'strike' }))
      case 'inlineCode':
        // The schema allows no other mark on code; a link is worth more than the typeface.
        return textNode(node.value, marks.some(({ type }) => type === 'link') ? marks : [{ type: 'code' }])
      case 'break':
        return [{ type: 'hardBreak' }]
      case 'link':
        return inlinesOf(node.children, context, linked(marks, node.url))
      case 'linkReference': {
        const href = context.definitions.get(node.identifier.toLowerCase())
        return inlinesOf(node.children, context, href ? linked(marks, href) : marks)
      }
      case 'image':
        return picture(node.alt ?? '', node.url, marks, context)
      case 'imageReference':
        return picture(node.alt ?? '', context.definitions.get(node.identifier.toLowerCase()) ?? '', marks, context)
      case 'footnoteReference':
        return textNode(`[^${node.label ?? node.identifier}]`, marks)
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value.trim())) return [{ type: 'hardBreak' }]
        return textNode(withoutTags(node.value), marks)
      default:
        return 'children' in node ? inlinesOf(node.children as MarkdownNode[], context, marks) : []
    }
  }
}

/** Text of raw HTML with the tags left out. `<cluster-name>` is no element of HTML but a placeholder, and stays. */
export function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d|summary|td|th)>/gi, '\n')
    .replace(/<\/?([a-zA-Z][\w-]*)(?:\s[^<>]*)?\/?>/g, (tag: string, name: string) => (elements.test(name) ? '' : tag))
    .replace(/<!doctype[^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ')
}
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }

export function textNode(text: string, marks: MarkJson[] = []): NodeJson[] {
  if (!text) return []
  return [marks.length ? { type: 'text', text, marks } : { type: 'text', text }]
}

function picture(alt: string, url: string, marks: MarkJson[], context: MarkdownContext): NodeJson[] {
  context.pictures++
  const href = safeAddress(url)
  if (href && !marks.some(({ type }) => type === 'link')) return textNode(alt || url, linked(marks, url))
  return textNode(href || !url || url.startsWith('data:') ? alt : alt ? `${alt} (${url})` : url, marks)
}

function linked(marks: MarkJson[], url: string): MarkJson[] {
  const href = safeAddress(url)
  return href ? add(marks, { type: 'link', attrs: { href } }) : marks
}

/** An address that a reader may follow from a document; relative ones lead nowhere once the text has moved. */
function safeAddress(url: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return null
  return URL.canParse(url) ? url : null
}

function add(marks: MarkJson[], mark: MarkJson): MarkJson[] {
  if (marks.some(({ type }) => type === mark.type)) return marks
  return [...marks, mark].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
}
