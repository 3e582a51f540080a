import type { NodeJson } from '#app/document/document-json.ts'

/** The text of inline nodes; a break is a line end. */
export function inlineText(content: readonly NodeJson[] | undefined): string {
  return (content ?? []).map(({ type, text }) => (type === 'hardBreak' ? '\n' : (text ?? ''))).join('')
}

/** Everything a block says, its lines joined by spaces. */
export function blockText(node: NodeJson): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return ' '
  const inline = node.content?.some(({ type }) => type === 'text')
  return (node.content ?? []).map(blockText).join(inline ? '' : ' ')
}

/** Inline content parted at its line ends; lines that say nothing are left out. */
export function linesOf(content: readonly NodeJson[] | undefined): NodeJson[][] {
  const lines: NodeJson[][] = [[]]
  for (const node of content ?? []) {
    if (node.type === 'hardBreak') lines.push([])
    else {
      for (const [index, part] of (node.text ?? '').split('\n').entries()) {
        if (index > 0) lines.push([])
        if (part) lines.at(-1)?.push({ ...node, text: part })
      }
    }
  }
  return lines.filter((line) => inlineText(line).trim())
}

/** Inline content without its first `count` characters; marks stay on what is left. */
export function dropCharacters(content: readonly NodeJson[], count: number): NodeJson[] {
  let left = count
  const kept: NodeJson[] = []
  for (const node of content) {
    const length = node.type === 'text' ? (node.text?.length ?? 0) : 1
    if (left >= length) left -= length
    else {
      kept.push(node.type === 'text' ? { ...node, text: (node.text ?? '').slice(left) } : node)
      left = 0
    }
  }
  return kept
}

/** The first `count` characters of inline content. */
export function takeCharacters(content: readonly NodeJson[], count: number): NodeJson[] {
  let left = count
  const kept: NodeJson[] = []
  for (const node of content) {
    if (left <= 0) break
    const text = (node.text ?? '').slice(0, left)
    if (node.type === 'text' && text) kept.push({ ...node, text })
    left -= node.type === 'text' ? (node.text?.length ?? 0) : 1
  }
  return kept
}

/** The label a line begins with, in bold, with or without a colon: `**Impact**: …`; null where the line has none. */
export function boldLabel(line: readonly NodeJson[]): { text: string; length: number } | null {
  let text = ''
  for (const node of line) {
    const bold = node.marks?.some(({ type }) => type === 'bold')
    if (!bold && (text || node.text?.trim())) break
    text += node.text ?? ''
  }
  if (!text.trim()) return null
  const after = inlineText(line).slice(text.length)
  const colon = /^\s*[:：]\s*/.exec(after)?.[0].length ?? 0
  return { text: text.trim(), length: text.length + colon }
}

/** Whether a line is nothing but one bold text. */
export function isBoldLine(line: readonly NodeJson[]): boolean {
  const label = boldLabel(line)
  return label !== null && label.length >= inlineText(line).trimEnd().length
}
