import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { MarkJson, NodeJson } from './document-json.ts'
import { unknownMention } from './mention.ts'

/** What a mention is called where the text goes. */
export type NameOf = (mention: NodeJson) => string

type Tree = Parameters<typeof toMarkdown>[0]
/** A node of the Markdown tree, as far as it is made here. */
interface Leaf {
  type: string
  [field: string]: unknown
}

/**
 * Blocks of a document as Markdown (CommonMark with the tables, task lists and struck text of GFM), which our own import reads
 * back as the same blocks. Mentions are written as what `nameOf` calls them: an id says nothing elsewhere. What Markdown has
 * not got: empty paragraphs, and several blocks in a cell, which become lines.
 */
export function markdownOfBlocks(
  blocks: readonly NodeJson[],
  nameOf: NameOf = ({ attrs }) => unknownMention(attrs?.kind),
): string {
  const tree = { type: 'root', children: blocksOf(blocks, nameOf) } as Tree
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false, firstLineBlank: true })],
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
  })
}

function blocksOf(blocks: readonly NodeJson[], nameOf: NameOf): Leaf[] {
  return blocks.flatMap((block) => blockOf(block, nameOf))
}

function blockOf(block: NodeJson, nameOf: NameOf): Leaf[] {
  const inside = block.content ?? []
  switch (block.type) {
    case 'paragraph':
      return inside.length > 0 ? [{ type: 'paragraph', children: inlinesOf(inside, nameOf) }] : []
    case 'heading':
      return [{ type: 'heading', depth: block.attrs?.level === 4 ? 4 : 3, children: inlinesOf(inside, nameOf) }]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(inside, nameOf) }]
    case 'codeBlock':
      return [{ type: 'code', lang: block.attrs?.language || null, value: codeOf(block) }]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'image':
      return [{ type: 'paragraph', children: [imageOf(block)] }]
    case 'bulletList':
    case 'orderedList':
    case 'taskList': {
      const ordered = block.type === 'orderedList'
      const start = ordered ? Number(block.attrs?.start ?? 1) : null
      const children = inside.map((item) => listItem(item, nameOf))
      return [{ type: 'list', ordered, start, spread: children.some(({ spread }) => spread), children }]
    }
    case 'table':
      return [tableOf(inside, nameOf)]
    default:
      return blocksOf(inside, nameOf)
  }
}

function listItem(item: NodeJson, nameOf: NameOf): Leaf {
  const children = blocksOf(item.content ?? [], nameOf)
  const paragraphs = children.filter(({ type }) => type !== 'list').length
  const checked = item.type === 'taskItem' ? Boolean(item.attrs?.checked) : null
  // A task without words needs something to stand before.
  const lead = checked !== null && children[0]?.type !== 'paragraph' ? [{ type: 'paragraph', children: [] }] : []
  return { type: 'listItem', checked, spread: paragraphs > 1, children: [...lead, ...children] }
}

/** A table of Markdown has a row of headings; where there is none, it is written empty. */
function tableOf(rows: readonly NodeJson[], nameOf: NameOf): Leaf {
  const written = rows.map(({ content = [] }) => ({
    type: 'tableRow',
    children: content.map((cell) => ({ type: 'tableCell', children: cellOf(cell, nameOf) })),
  }))
  const hasHead = (rows[0]?.content ?? []).some(({ type }) => type === 'tableHeader')
  const blank = {
    type: 'tableRow',
    children: (rows[0]?.content ?? []).map(() => ({ type: 'tableCell', children: [] })),
  }
  return { type: 'table', align: [], children: hasHead ? written : [blank, ...written] }
}

function codeOf({ content = [] }: NodeJson): string {
  return content.map(({ text }) => text ?? '').join('')
}

function imageOf({ attrs = {} }: NodeJson): Leaf {
  return { type: 'image', url: `/files/${attrs.fileId}`, alt: attrs.alt || attrs.name || '' }
}

function cellOf(cell: NodeJson, nameOf: NameOf): Leaf[] {
  const lines: Leaf[][] = []
  const walk = (nodes: readonly NodeJson[]) => {
    for (const node of nodes) {
      if (node.type === 'codeBlock') {
        // A row ends where a line does.
        for (const value of codeOf(node).split('\n')) if (value.trim()) lines.push([{ type: 'inlineCode', value }])
      } else if (node.type === 'image') lines.push([imageOf(node)])
      else if (node.content?.some(({ type }) => isInline(type))) lines.push(inlinesOf(node.content, nameOf))
      else walk(node.content ?? [])
    }
  }
  walk(cell.content ?? [])
  const line = { type: 'html', value: '<br>' }
  return lines
    .flatMap((leaves, place) => (place > 0 ? [line, ...leaves] : leaves))
    .map((leaf) => (leaf.type === 'break' ? line : leaf))
}

function isInline(type: string): boolean {
  return type === 'text' || type === 'mention' || type === 'hardBreak'
}

/** From the outermost in. */
const order = ['link', 'bold', 'italic', 'strike', 'underline', 'code']
const trees: Record<string, string> = { bold: 'strong', italic: 'emphasis', strike: 'delete' }

/** Leaves with the same outer mark share it, so that emphasis is not closed and opened between two words. */
function inlinesOf(leaves: readonly NodeJson[], nameOf: NameOf, done = 0): Leaf[] {
  const written: Leaf[] = []
  for (let at = 0; at < leaves.length; ) {
    const leaf = leaves[at]!
    const mark = marksOf(leaf)[done]
    if (!mark) {
      written.push(leafOf(leaf, nameOf))
      at++
      continue
    }
    let end = at + 1
    while (end < leaves.length && isSame(marksOf(leaves[end]!)[done], mark)) end++
    const run = leaves.slice(at, end)
    at = end
    if (mark.type === 'code') written.push({ type: 'inlineCode', value: run.map(({ text }) => text ?? '').join('') })
    else {
      const children = inlinesOf(run, nameOf, done + 1)
      if (mark.type === 'underline') written.push(html('<u>'), ...children, html('</u>'))
      else if (mark.type === 'link') written.push({ type: 'link', url: String(mark.attrs?.href ?? ''), children })
      else written.push({ type: trees[mark.type]!, children })
    }
  }
  return written
}

function leafOf(leaf: NodeJson, nameOf: NameOf): Leaf {
  if (leaf.type === 'hardBreak') return { type: 'break' }
  return { type: 'text', value: leaf.type === 'mention' ? nameOf(leaf) : (leaf.text ?? '') }
}

function marksOf({ marks = [] }: NodeJson): MarkJson[] {
  return marks
    .filter(({ type }) => order.includes(type))
    .toSorted((one, other) => order.indexOf(one.type) - order.indexOf(other.type))
}

function isSame(one: MarkJson | undefined, other: MarkJson): boolean {
  return one?.type === other.type && one.attrs?.href === other.attrs?.href
}

function html(value: string): Leaf {
  return { type: 'html', value }
}
