import type { SectionKind } from '#app/document/section-kind.ts'
import { classifyHeading, headingWords } from './classify-heading.ts'
import { type MarkdownNode, type MarkdownRoot, parseMarkdown } from './parse-markdown.ts'

/** A block of a Markdown file for the linter: `text` is the source from `offset` on, so places need no table. */
export interface MarkdownTextBlock {
  id: string
  section: SectionKind | 'summary' | 'unknown'
  kind: 'text' | 'heading' | 'quote' | 'code' | 'chat'
  text: string
  masks: { from: number; to: number }[]
  offset: number
}

/** An HTML comment of a Markdown file, with its marks; half open, in UTF-16 units. */
export interface MarkdownComment {
  text: string
  from: number
  to: number
}

/** A heading's words → the section they name, before what the product would make of it. */
export type SectionsByHeading = ReadonlyMap<string, MarkdownTextBlock['section']>

type AnyNode = { type: string; children?: AnyNode[]; position?: MarkdownNode['position'] }

const summaries = new Set(['in-short', 'who-felt-it'])
const masked = new Set(['inlineCode', 'html', 'image', 'imageReference', 'footnoteReference'])

/**
 * Every paragraph, cell and heading of a Markdown text as the linter takes it, with the section it stands in by its
 * nearest heading that says one. Code and quotes come as such; code, links' addresses and markup are masked. Comments
 * come beside the blocks. The keys of `sections` are written as `headingKey` does.
 */
export function markdownTextBlocks(
  source: string,
  sections?: SectionsByHeading,
): { blocks: MarkdownTextBlock[]; comments: MarkdownComment[] } {
  const blocks: MarkdownTextBlock[] = []
  const comments: MarkdownComment[] = []
  let section: MarkdownTextBlock['section'] = 'unknown'
  visit(parseMarkdown(source) as AnyNode & MarkdownRoot, false)
  return { blocks, comments }

  function visit(node: AnyNode, quoted: boolean) {
    for (const child of node.children ?? []) {
      if (child.type === 'heading') {
        section = sectionOf(sourceOf(child).replace(/^#+\s*/, ''), sections) ?? section
        add(child, 'heading')
      } else if (child.type === 'paragraph' || child.type === 'tableCell') {
        add(child, quoted ? 'quote' : 'text')
        collectComments(child)
      } else if (child.type === 'html') collectComments(child)
      else if (child.type !== 'code') visit(child, quoted || child.type === 'blockquote')
    }
  }

  function collectComments(node: AnyNode) {
    for (const child of node.children ?? []) collectComments(child)
    if (node.type !== 'html') return
    const offset = node.position?.start.offset ?? 0
    for (const { 0: text, index } of sourceOf(node).matchAll(/<!--[\s\S]*?-->/g)) {
      comments.push({ text, from: offset + index, to: offset + index + text.length })
    }
  }

  function add(node: AnyNode, kind: MarkdownTextBlock['kind']) {
    const offset = node.position?.start.offset ?? 0
    const masks = masksIn(node, offset)
    blocks.push({ id: String(blocks.length), section, kind, text: sourceOf(node), masks, offset })
  }

  function sourceOf(node: AnyNode): string {
    return source.slice(node.position?.start.offset, node.position?.end.offset)
  }
}

function sectionOf(heading: string, sections?: SectionsByHeading): MarkdownTextBlock['section'] | undefined {
  const named = sections?.get(headingKey(heading))
  if (named) return named
  const meaning = classifyHeading(heading)
  if (!meaning) return undefined
  return meaning.key && summaries.has(meaning.key) ? 'summary' : meaning.kind
}

/** Headings that differ in case, numbers, emoji and marks only are one. */
export function headingKey(heading: string): string {
  return headingWords(heading).join(' ')
}

/** Inside a text: code, pictures, and of a link all but its words. */
function masksIn(node: AnyNode, base: number): { from: number; to: number }[] {
  return (node.children ?? []).flatMap((child) => {
    const from = (child.position?.start.offset ?? 0) - base
    const to = (child.position?.end.offset ?? 0) - base
    if (masked.has(child.type)) return [{ from, to }]
    if (child.type !== 'link' && child.type !== 'linkReference') return masksIn(child, base)
    const first = (child.children?.at(0)?.position?.start.offset ?? base + from) - base
    const last = (child.children?.at(-1)?.position?.end.offset ?? base + from) - base
    return [{ from, to: first }, ...masksIn(child, base), { from: last, to }].filter((mask) => mask.to > mask.from)
  })
}
