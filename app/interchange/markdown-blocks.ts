import type { NodeJson } from '#app/document/document-json.ts'
import { inlinesOf, type MarkdownContext, textNode, withoutTags } from './markdown-inlines.ts'
import type { MarkdownNode, MarkdownRoot } from './parse-markdown.ts'

/**
 * Markdown blocks as nodes of the document. Headings keep the level they had (1 to 6) until the sections are made, and
 * soft line ends stay in the text.
 */
export function blocksOf(root: MarkdownRoot): { blocks: NodeJson[]; frontMatter: string; pictures: number } {
  const context: MarkdownContext = { definitions: new Map(), pictures: 0 }
  collectDefinitions(root.children, context)
  let frontMatter = ''
  const blocks: NodeJson[] = []
  for (const [index, node] of root.children.entries()) {
    const value = index === 0 && isFrontMatter(node) ? node.value : null
    if (value !== null) frontMatter = value
    else blocks.push(...blockOf(node, context))
  }
  return { blocks: blocks.filter(isBetweenText), frontMatter, pictures: context.pictures }
}

/** A line between two parts of a text is kept; one that sets off a heading, or the end, only repeats what the heading says. */
function isBetweenText({ type }: NodeJson, place: number, blocks: readonly NodeJson[]): boolean {
  const parts = (block: NodeJson | undefined) => !block || block.type === 'heading' || block.type === 'horizontalRule'
  return type !== 'horizontalRule' || !(parts(blocks[place - 1]) || parts(blocks[place + 1]))
}

/** Front matter has keys; a rule at the top of a text with sentences below it is a rule. */
function isFrontMatter(node: MarkdownNode): node is Extract<MarkdownNode, { type: 'yaml' }> {
  if (!isRuled(node)) return false
  const lines = node.value.split('\n').filter((line) => line.trim() && !/^\s|^[-#\]}[]/.test(line))
  return lines.length > 0 && lines.every((line) => /^["']?[\w. -]+["']?\s*[:=]/.test(line))
}

/** Text between two lines of `---` or `+++` at the top; the Markdown tree's own types do not know the second. */
function isRuled(node: MarkdownNode): node is Extract<MarkdownNode, { type: 'yaml' }> {
  return node.type === 'yaml' || (node.type as string) === 'toml'
}

function collectDefinitions(nodes: readonly MarkdownNode[], context: MarkdownContext): void {
  for (const node of nodes) {
    if (node.type === 'definition') {
      const name = node.identifier.toLowerCase()
      if (!context.definitions.has(name)) context.definitions.set(name, node.url)
    } else if ('children' in node) collectDefinitions(node.children as MarkdownNode[], context)
  }
}

function blockOf(node: MarkdownNode, context: MarkdownContext): NodeJson[] {
  if (isRuled(node)) return node.value.trim() ? [paragraph(textNode(node.value.trim()))] : []
  switch (node.type) {
    case 'heading': {
      const content = inlinesOf(node.children, context)
      // A line of dashes right below a paragraph makes the whole paragraph a heading, which nobody meant.
      const long = content.some(({ text }) => text?.includes('\n')) || lengthOf(content) > 200
      if (!content.length) return []
      return [long ? paragraph(content) : { type: 'heading', attrs: { level: node.depth }, content }]
    }
    case 'paragraph':
      return paragraphs(inlinesOf(node.children, context))
    case 'list': {
      const items = node.children.map((item) => {
        const checked = typeof item.checked === 'boolean' ? textNode(item.checked ? '[x] ' : '[ ] ') : []
        return listItem(
          item.children.flatMap((child) => blockOf(child as MarkdownNode, context)),
          checked,
        )
      })
      if (node.children.length > 0 && node.children.every(({ checked }) => typeof checked === 'boolean')) {
        return [taskList(node.children, context)]
      }
      if (!node.ordered) return [{ type: 'bulletList', content: items }]
      return [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content: items }]
    }
    case 'blockquote': {
      const content = node.children.flatMap((child) => blockOf(child as MarkdownNode, context))
      return content.length ? [{ type: 'blockquote', content }] : []
    }
    case 'code':
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null }, content: textNode(node.value) }]
    case 'table': {
      const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
      const rows = node.children.map((row, index): NodeJson => {
        const type = index === 0 ? 'tableHeader' : 'tableCell'
        // The editor would fill a row that is too short, as an edit of whoever opens it first.
        const cells = Array.from({ length: width }, (_, place): NodeJson => {
          return { type, content: [paragraph(inlinesOf(row.children[place]?.children ?? [], context))] }
        })
        return { type: 'tableRow', content: cells }
      })
      // A table without headings is written with empty ones, since Markdown has no other.
      const [head, ...body] = rows
      const isHeadless = head?.content?.every(({ content }) => !content?.[0]?.content) && body.length > 0
      return rows.length ? [{ type: 'table', content: isHeadless ? body : rows }] : []
    }
    case 'html':
      return withoutTags(node.value)
        .split(/\n\s*\n/)
        .flatMap((part) => (part.trim() ? [paragraph(textNode(part.trim()))] : []))
    case 'footnoteDefinition': {
      const content = node.children.flatMap((child) => blockOf(child as MarkdownNode, context))
      const mark = textNode(`[^${node.label ?? node.identifier}]: `)
      if (content[0]?.type !== 'paragraph') return [paragraph(mark), ...content]
      return [paragraph([...mark, ...(content[0].content ?? [])]), ...content.slice(1)]
    }
    case 'definition':
      return node.title ? [paragraph(textNode(node.title))] : []
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    default: {
      const content = inlinesOf([node], context)
      return content.length ? [paragraph(content)] : []
    }
  }
}

function taskList(items: Extract<MarkdownNode, { type: 'list' }>['children'], context: MarkdownContext): NodeJson {
  const content = items.map((item) => {
    const inside = item.children.flatMap((child) => blockOf(child as MarkdownNode, context))
    return { ...listItem(inside, []), type: 'taskItem', attrs: { checked: item.checked === true } }
  })
  return { type: 'taskList', content }
}

export function paragraph(content: NodeJson[]): NodeJson {
  return content.length ? { type: 'paragraph', content } : { type: 'paragraph' }
}

/** A paragraph that only spaces are left of, once comments are gone, is none. */
function paragraphs(content: NodeJson[]): NodeJson[] {
  return content.some(({ type, text }) => type !== 'hardBreak' && text?.trim()) ? [paragraph(content)] : []
}

function listItem(content: NodeJson[], lead: NodeJson[]): NodeJson {
  const [first, ...rest] = content
  if (first?.type !== 'paragraph') return { type: 'listItem', content: [paragraph(lead), ...content] }
  return { type: 'listItem', content: [paragraph([...lead, ...(first.content ?? [])]), ...rest] }
}

function lengthOf(content: NodeJson[]): number {
  return content.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
}
