import type { MarkJson, NodeJson } from './document-json.ts'
import { unknownMention } from './mention.ts'

const blockTags: Record<string, string> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
}
const markTags: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' }

/**
 * Blocks as HTML for a clipboard or a file: plain elements without classes, which our own paste reads back as the same blocks.
 * Nothing of what was written is taken for markup.
 */
export function htmlOfBlocks(
  blocks: readonly NodeJson[],
  nameOf: (mention: NodeJson) => string = ({ attrs }) => unknownMention(attrs?.kind),
): string {
  return blocks.map(write).join('')

  function write(node: NodeJson): string {
    const inside = () => (node.content ?? []).map(write).join('')
    const tag = blockTags[node.type]
    if (tag) return `<${tag}${attributesOf(node)}>${inside()}</${tag}>`
    switch (node.type) {
      case 'text':
        return (node.marks ?? []).toReversed().reduce(marked, escaped(node.text ?? ''))
      case 'mention':
        return escaped(nameOf(node))
      case 'hardBreak':
        return '<br>'
      case 'horizontalRule':
        return '<hr>'
      case 'image': {
        const { fileId, alt, name } = node.attrs ?? {}
        return `<p><img src="/files/${escaped(String(fileId))}" alt="${escaped(String(alt || name || ''))}"></p>`
      }
      case 'heading': {
        const level = node.attrs?.level === 4 ? 4 : 3
        return `<h${level}>${inside()}</h${level}>`
      }
      case 'codeBlock': {
        const language = String(node.attrs?.language ?? '')
        return `<pre><code${language ? ` class="language-${escaped(language)}"` : ''}>${inside()}</code></pre>`
      }
      case 'taskList':
        return `<ul data-type="taskList">${inside()}</ul>`
      case 'taskItem': {
        const checked = node.attrs?.checked === true
        const box = `<label><input type="checkbox"${checked ? ' checked' : ''}></label>`
        return `<li data-type="taskItem" data-checked="${checked}">${box}<div>${inside()}</div></li>`
      }
      default:
        return inside()
    }
  }
}

function attributesOf({ type, attrs = {} }: NodeJson): string {
  if (type === 'orderedList' && Number(attrs.start ?? 1) !== 1) return ` start="${Number(attrs.start)}"`
  if (type !== 'tableCell' && type !== 'tableHeader') return ''
  const span = (name: string) => (Number(attrs[name] ?? 1) > 1 ? ` ${name}="${Number(attrs[name])}"` : '')
  return span('colspan') + span('rowspan')
}

const safeAddress = /^(?:https?:\/\/|mailto:|\/(?!\/))/i

function marked(inside: string, { type, attrs }: MarkJson): string {
  if (type === 'link') {
    const href = String(attrs?.href ?? '')
    return safeAddress.test(href) ? `<a href="${escaped(href)}">${inside}</a>` : inside
  }
  const tag = markTags[type]
  return tag ? `<${tag}>${inside}</${tag}>` : inside
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
