import type { SectionKind } from '#app/document/section-kind.ts'
import { classifyHeading } from './classify-heading.ts'
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

type AnyNode = { type: string; children?: AnyNode[]; position?: MarkdownNode['position'] }

const summaries = new Set(['in-short', 'who-felt-it'])
const masked = new Set(['inlineCode', 'html', 'image', 'imageReference', 'footnoteReference'])

/**
 * Every paragraph, cell and heading of a Markdown text as the linter takes it, with the section it stands in by its
 * nearest heading that says one. Code and quotes come as such; code, links' addresses and markup are masked.
 */
export function markdownTextBlocks(source: string): MarkdownTextBlock[] {
  const blocks: MarkdownTextBlock[] = []
  let section: MarkdownTextBlock['section'] = 'unknown'
  visit(parseMarkdown(source) as AnyNode & MarkdownRoot, false)
  return blocks

  function visit(node: AnyNode, quoted: boolean) {
    for (const child of node.children ?? []) {
      if (child.type === 'heading') {
        const meaning = classifyHeading(sourceOf(child).replace(/^#+\s*/, ''))
        if (meaning) section = meaning.key && summaries.has(meaning.key) ? 'summary' : meaning.kind
        add(child, 'heading')
      } else if (child.type === 'paragraph' || child.type === 'tableCell') add(child, quoted ? 'quote' : 'text')
      else if (child.type !== 'code' && child.type !== 'html') visit(child, quoted || child.type === 'blockquote')
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
