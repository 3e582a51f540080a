import type { NodeJson } from './document-json.ts'
import { unknownMention } from './mention.ts'

const blockTypes = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'listItem',
  'tableRow',
  'bulletList',
  'orderedList',
  'table',
  'taskList',
  'taskItem',
])

/** The text of a node as a reader sees it, one line per block; a mention is what `nameOf` calls it. */
export function plainText(
  node: NodeJson,
  nameOf: (mention: NodeJson) => string = ({ attrs }) => unknownMention(attrs?.kind),
): string {
  const lines: string[] = ['']
  walk(node)
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

  function walk(current: NodeJson) {
    if (current.type === 'text') append(current.text ?? '')
    else if (current.type === 'hardBreak') append('\n')
    else if (current.type === 'mention') append(nameOf(current))
    else if (current.type === 'image') lines.push(String(current.attrs?.alt || current.attrs?.name || ''), '')
    else {
      const isBlock = blockTypes.has(current.type)
      if (isBlock) lines.push('')
      else if (current.type === 'tableCell' || current.type === 'tableHeader') append(' ')
      for (const child of current.content ?? []) walk(child)
      if (isBlock) lines.push('')
    }
  }
  function append(text: string) {
    lines[lines.length - 1] += text
  }
}
