import type { NodeJson } from '#app/document/document-json.ts'
import { isItemKind } from '#app/document/items.ts'

/**
 * Blocks as the document's schema wants them: headings of level 3 and 4, soft line ends as spaces (as breaks between
 * labelled lines), no empty texts, and something in every quote and cell.
 */
export function finishBlocks(blocks: NodeJson[]): NodeJson[] {
  return blocks.flatMap(finishBlock)
}

function finishBlock(node: NodeJson): NodeJson[] {
  if (isItemKind(node.type)) return [{ ...node, content: finishBlocks(node.content ?? []) }]
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', attrs: { level: Number(node.attrs?.level) <= 3 ? 3 : 4 }, ...inlineContent(node) }]
    case 'paragraph':
      return [{ type: 'paragraph', ...inlineContent(node) }]
    case 'codeBlock': {
      const text = (node.content ?? []).map((part) => part.text ?? '').join('')
      return [{ ...node, content: text ? [{ type: 'text', text }] : [] }]
    }
    case 'blockquote':
    case 'listItem':
    case 'taskItem':
    case 'tableCell':
    case 'tableHeader': {
      const content = finishBlocks(node.content ?? [])
      const needsLead = (node.type === 'listItem' || node.type === 'taskItem') && content[0]?.type !== 'paragraph'
      return [{ ...node, content: needsLead || !content.length ? [{ type: 'paragraph' }, ...content] : content }]
    }
    case 'horizontalRule':
      return [node]
    default:
      return [{ ...node, content: finishBlocks(node.content ?? []) }]
  }
}

function inlineContent(node: NodeJson): { content?: NodeJson[] } {
  const whole = (node.content ?? []).map(({ text }) => text ?? '\n').join('')
  const labelled = whole.split('\n').filter((line) => /^\W*[\p{L}][\p{L} ]{1,40}:\s/u.test(line)).length
  const breaks = labelled >= 2 && node.type === 'paragraph'
  const nodes: NodeJson[] = []
  for (const part of node.content ?? []) {
    if (part.type !== 'text') nodes.push(part)
    else if (!breaks) push({ ...part, text: (part.text ?? '').replace(/\s*\n\s*/g, ' ') })
    else {
      for (const [index, line] of (part.text ?? '').split('\n').entries()) {
        if (index > 0) nodes.push({ type: 'hardBreak' })
        push({ ...part, text: line })
      }
    }
  }
  while (nodes.at(-1)?.type === 'hardBreak') nodes.pop()
  const first = nodes[0]
  if (first?.type === 'text') first.text = (first.text ?? '').trimStart()
  const kept = nodes.filter(({ type, text }) => type !== 'text' || text)
  return kept.length ? { content: kept } : {}

  function push(next: NodeJson): void {
    const last = nodes.at(-1)
    if (last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(next.marks))
      last.text = (last.text ?? '') + (next.text ?? '')
    else if (next.text) nodes.push(next)
  }
}
