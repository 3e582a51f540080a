import type { MarkJson, NodeJson } from '../document-json.ts'
import { type HtmlElement, type HtmlNode, hasClass, isText, wordsOf } from './html-node.ts'
import { itemOf, listOf } from './levelled-items.ts'
import { codeBlock } from './read-code.ts'
import { insideOf } from './read-line.ts'
import { type ElementReader, paragraphOf, textLeaf } from './reader.ts'

const bold: MarkJson[] = [{ type: 'bold' }]
const panelWords: Record<string, string> = {
  info: 'Info',
  information: 'Info',
  note: 'Note',
  tip: 'Tip',
  success: 'Success',
  warning: 'Warning',
  error: 'Error',
}

/** What Confluence has and HTML has not: panels, macros, expanding parts, tasks and media, in its old and its new form. */
export const readConfluence: ElementReader = (element, around, reader) => {
  const { attributes, children } = element
  const inside = () => reader.blocks(children, insideOf(element, around))
  const macro = attributes['data-macro-name']
  if (macro && element.name === 'table') return readMacroTable(element, macro, inside())
  const panel = panelOf(element)
  if (panel !== null) return quote(panelWords[panel] ?? '', inside())
  if (hasClass(element, /^(panelHeader|codeHeader|expand-control)$/)) {
    const words = wordsOf(element)
    return words ? [paragraphOf(textLeaf(words, bold))] : []
  }
  switch (attributes['data-node-type']) {
    case 'expand':
    case 'nestedExpand':
      return [...(attributes['data-title'] ? [paragraphOf(textLeaf(attributes['data-title'], bold))] : []), ...inside()]
    case 'actionList':
      return children.some(isTask) ? readTasks() : null
    case 'extension':
    case 'inlineExtension':
    case 'bodiedExtension': {
      reader.leave('macro', attributes['data-extension-key'] ?? 'macro')
      return inside()
    }
    case 'media':
      reader.leave('image', attributes['data-alt'] || attributes['data-file-name'] || '')
      return attributes['data-alt'] ? [paragraphOf(textLeaf(`[image: ${attributes['data-alt']}]`))] : []
    default:
      return null
  }

  function readTasks(): NodeJson[] {
    const blocks: NodeJson[] = []
    for (const child of children) {
      if (!isTask(child)) {
        blocks.push(...reader.blocks([child], around))
        continue
      }
      const item = itemOf(
        'taskList',
        reader.blocks(child.children, around),
        child.attributes['data-task-state'] === 'DONE',
      )
      const list = blocks.at(-1)
      if (list?.type === 'taskList') list.content!.push(item)
      else blocks.push(listOf('taskList', [item]))
    }
    return blocks
  }
}

function isTask(node: HtmlNode): node is HtmlElement {
  return !isText(node) && 'data-task-state' in node.attributes
}

/** A macro as the old editor keeps it: a table of one cell with its name, its title among the parameters. */
function readMacroTable({ attributes }: HtmlElement, macro: string, content: NodeJson[]): NodeJson[] {
  const parameters = new Map(
    (attributes['data-macro-parameters'] ?? '').split('|').map((pair) => pair.split(/=(.*)/s) as [string, string]),
  )
  const title = parameters.get('title') ?? ''
  if (macro === 'code' || macro === 'noformat') {
    const language = parameters.get('language') ?? null
    const code = content.filter(({ type }) => type === 'codeBlock').map((block) => block.content?.[0]?.text ?? '')
    const others = content.filter(({ type }) => type !== 'codeBlock')
    return [...titled(title), ...codeBlock(code.join('\n'), language), ...others]
  }
  return macro in panelWords || macro === 'panel'
    ? quote(title || panelWords[macro] || '', content)
    : [...titled(title), ...content]
}

/** The sort of panel an element is, '' for one without a sort, null for what is none. */
function panelOf(element: HtmlElement): string | null {
  if (element.attributes['data-panel-type']) return element.attributes['data-panel-type']
  const named = /\bconfluence-information-macro-(information|note|tip|warning|error|success)\b/.exec(
    element.attributes.class ?? '',
  )
  if (named) return named[1]!
  return element.name === 'div' && hasClass(element, /^panel$/) && !hasClass(element, /^code$/) ? '' : null
}

function quote(word: string, content: NodeJson[]): NodeJson[] {
  const inside = [...titled(word), ...content]
  return inside.length > 0 ? [{ type: 'blockquote', content: inside }] : []
}

function titled(title: string): NodeJson[] {
  return title ? [paragraphOf(textLeaf(title, bold))] : []
}
