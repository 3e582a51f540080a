import type { NodeJson } from '../document-json.ts'
import { codeBlock } from './read-code.ts'

/** The highest level of the source becomes the document's first one for text, every other the second. */
export function fitHeadings(blocks: NodeJson[]): NodeJson[] {
  let highest = Number.POSITIVE_INFINITY
  const collect = ({ type, attrs, content }: NodeJson) => {
    if (type === 'heading') highest = Math.min(highest, Number(attrs!.level))
    for (const child of content ?? []) collect(child)
  }
  for (const block of blocks) collect(block)
  const fit = (node: NodeJson): NodeJson => {
    const content = node.content?.map(fit)
    if (node.type === 'heading') return { ...node, attrs: { level: node.attrs!.level === highest ? 3 : 4 }, content }
    return content ? { ...node, content } : node
  }
  return Number.isFinite(highest) ? blocks.map(fit) : blocks
}

/** Lines of code that stand below one another as paragraphs, as Google Docs writes them, become one block of code. */
export function joinCode(blocks: NodeJson[]): NodeJson[] {
  const joined: NodeJson[] = []
  let lines: NodeJson[] = []
  const end = () => {
    const hasSeveral = lines.length > 1 || lines[0]?.content?.some(({ type }) => type === 'hardBreak')
    if (hasSeveral) joined.push(...codeBlock(lines.map(textOf).join('\n'), null))
    else joined.push(...lines)
    lines = []
  }
  for (const block of blocks) {
    if (isCodeLine(block)) lines.push(block)
    else {
      end()
      joined.push(block)
    }
  }
  end()
  return joined
}

function isCodeLine({ type, content = [] }: NodeJson): boolean {
  const isCode = (leaf: NodeJson) => leaf.type === 'hardBreak' || leaf.marks?.some((mark) => mark.type === 'code')
  return type === 'paragraph' && content.length > 0 && content.every(isCode)
}

function textOf({ content = [] }: NodeJson): string {
  return content.map(({ type, text }) => (type === 'hardBreak' ? '\n' : (text ?? ''))).join('')
}
