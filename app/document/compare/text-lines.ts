import { canonicalJson } from '../canonical-json.ts'
import type { NodeJson } from '../document-json.ts'
import type { Alignable } from './align.ts'
import type { LineLook } from './difference.ts'

/** A paragraph, a heading, a point of a list, a row of a table: what is compared as one text. */
export interface TextLine extends Alignable {
  text: string
  look: LineLook
  /** What it stands in and what it is, for telling that only this changed. */
  frame: string
  /** Whether it is ticked, where it is a task. */
  isDone: boolean | null
}

const looks: Partial<Record<string, LineLook>> = {
  heading: 'heading',
  codeBlock: 'code',
  blockquote: 'quote',
  bulletList: 'list',
  orderedList: 'list',
  taskList: 'list',
  table: 'table',
}

/** The lines of blocks, in order. Empty paragraphs are none. `nameOf` says what a mention stands for. */
export function textLines(blocks: readonly NodeJson[], nameOf: (mention: NodeJson) => string): TextLine[] {
  const lines: TextLine[] = []
  for (const block of blocks) walk(block, [], 'text')
  return lines

  function walk(node: NodeJson, around: NodeJson[], look: LineLook) {
    const children = node.content ?? []
    const own = looks[node.type] ?? look
    if (node.type === 'paragraph' && children.length === 0) return
    if (node.type === 'tableRow') add(node, around, own, rowText(node))
    else if (children.length === 0 || children.some(isInline)) add(node, around, own, inlineText(node))
    else for (const child of children) walk(child, [...around, node], own)
  }

  function add(node: NodeJson, around: NodeJson[], look: LineLook, text: string) {
    // A tick is told where the task itself stands, not at each line inside of it.
    const frames = around.map(({ type, attrs: { checked, ...attrs } = {} }) => [type, attrs])
    const task = around.at(-1)?.type === 'taskItem' ? around.at(-1)! : null
    const isDone = task && task.attrs?.checked === true
    lines.push({
      look,
      text,
      isDone,
      frame: canonicalJson([frames, node.type, node.attrs ?? {}]),
      key: canonicalJson([frames, node, isDone]),
    })
  }

  function rowText(row: NodeJson): string {
    return (row.content ?? [])
      .map((cell) =>
        textLines(cell.content ?? [], nameOf)
          .map(({ text }) => text)
          .join(' '),
      )
      .join(' | ')
  }

  function inlineText({ type, attrs, content }: NodeJson): string {
    if (!content) return leafText(type, attrs)
    return content
      .map((child) => {
        if (child.type === 'text') return child.text ?? ''
        if (child.type === 'hardBreak') return '\n'
        return child.type === 'mention' ? nameOf(child) : leafText(child.type, child.attrs)
      })
      .join('')
  }
}

function isInline({ type }: NodeJson): boolean {
  return type === 'text' || type === 'mention' || type === 'hardBreak'
}

/** A picture by what it says it shows; a line across the page by its sign. */
function leafText(type: string, attrs: Record<string, unknown> = {}): string {
  if (type === 'horizontalRule') return '———'
  const said = [attrs.alt, attrs.title, attrs.name].find((value) => typeof value === 'string' && value !== '')
  return said ? `[${type}: ${said}]` : type === 'heading' || type === 'codeBlock' ? '' : `[${type}]`
}
