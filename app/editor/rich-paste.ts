import type { NodeJson } from '#app/document/document-json.ts'
import type { MomentContext } from '#app/document/parse-moment.ts'
import { blocksFromHtml } from '#app/document/rich-paste/blocks-from-html.ts'
import { blocksFromMarkdown } from '#app/document/rich-paste/blocks-from-markdown.ts'
import { entriesFromBlocks } from '#app/document/rich-paste/entries-from-blocks.ts'
import type { HtmlElement, HtmlNode } from '#app/document/rich-paste/html-node.ts'
import type { LeftOut } from '#app/document/rich-paste/left-out.ts'
import { linesAsParagraphs } from './lines-as-paragraphs.ts'

export interface ReadPaste {
  blocks: NodeJson[]
  /** Whether the blocks are entries of a timeline and what belongs to them, to stand between entries. */
  areEntries: boolean
  leftOut: LeftOut[]
}

/**
 * What a clipboard holds as blocks of the document; a paste into a timeline (`timeline` says against which day) as entries where
 * its lines begin with times. The browser's own parser reads the HTML into a document that runs nothing and fetches nothing.
 */
export function readPaste({ html, text }: { html: string; text: string }, timeline: MomentContext | null): ReadPaste {
  const read = html ? blocksFromHtml(bodyOf(html)) : { blocks: blocksFromMarkdown(text) ?? [], leftOut: [] }
  const { leftOut } = read
  const blocks = read.blocks.length > 0 || leftOut.length > 0 ? read.blocks : linesAsParagraphs(text)
  const entries = timeline && entriesFromBlocks(blocks, timeline)
  if (entries) return { blocks: entries.nodes, areEntries: true, leftOut: [...leftOut, ...entries.leftOut] }
  return { blocks, areEntries: false, leftOut }
}

function bodyOf(html: string): HtmlElement {
  return htmlNode(new DOMParser().parseFromString(html, 'text/html').body)
}

function htmlNode(element: Element): HtmlElement {
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes) attributes[name] = value
  const children: HtmlNode[] = []
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) children.push({ text: child.nodeValue ?? '' })
    else if (child instanceof Element) children.push(htmlNode(child))
  }
  return { name: element.localName.toLowerCase(), attributes, children }
}
