import type { NodeJson } from '#app/document/document-json.ts'

/** Blocks as lines that a person can compare: like Markdown, with `¶` between the blocks of a cell and `⏎` for a break. */
export function blocksInLines(blocks: NodeJson[]): string {
  return blocks.flatMap(lines).join('\n')
}

function lines({ type, attrs = {}, content = [] }: NodeJson): string[] {
  switch (type) {
    case 'heading':
      return [`${'#'.repeat(Number(attrs.level))} ${inline(content)}`]
    case 'bulletList':
      return content.flatMap((item) => indented('- ', item))
    case 'orderedList':
      return content.flatMap((item, place) => indented(`${Number(attrs.start ?? 1) + place}. `, item))
    case 'taskList':
      return content.flatMap((item) => indented(item.attrs?.checked ? '- [x] ' : '- [ ] ', item))
    case 'blockquote':
      return content.flatMap(lines).map((line) => `> ${line}`)
    case 'codeBlock':
      return [`\`\`\`${attrs.language ?? ''}`, ...inline(content).split('\n'), '```']
    case 'table':
      return content.map((row) => `|${row.content!.map(cell).join('|')}|`)
    case 'horizontalRule':
      return ['---']
    default:
      return [inline(content)]
  }
}

function cell({ type, attrs = {}, content = [] }: NodeJson): string {
  const spans = [
    Number(attrs.colspan ?? 1) > 1 ? `→${attrs.colspan}` : '',
    Number(attrs.rowspan ?? 1) > 1 ? `↓${attrs.rowspan}` : '',
  ].join('')
  return `${type === 'tableHeader' ? '=' : ''}${spans} ${content.flatMap(lines).join(' ¶ ')} `
}

function indented(mark: string, { content = [] }: NodeJson): string[] {
  const [first = '', ...rest] = content.flatMap(lines)
  return [`${mark}${first}`, ...rest.map((line) => `  ${line}`)]
}

function inline(leaves: NodeJson[]): string {
  return leaves
    .map(({ type, text, marks = [] }) => (type === 'hardBreak' ? '⏎' : marks.reduceRight(marked, text ?? '')))
    .join('')
}

function marked(text: string, { type, attrs }: { type: string; attrs?: Record<string, unknown> }): string {
  const around: Record<string, string> = { bold: '**', italic: '_', strike: '~~', underline: '__', code: '`' }
  return type === 'link' ? `[${text}](${attrs!.href})` : `${around[type]}${text}${around[type]}`
}
