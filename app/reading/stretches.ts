import type { NodeJson } from '#app/document/document-json.ts'
import type { ExtractedSection } from '#app/document/extract.ts'

/** A section cut where plain text follows an item. A timeline is told in order of time, so it stays in one piece. */
export function stretchesOf(section: ExtractedSection): ExtractedSection[] {
  if (section.kind === 'timeline') return [section]
  const items = new Set(section.items.map((item) => item.node))
  const stretches: NodeJson[][] = [[]]
  for (const node of section.node.content ?? []) {
    const last = stretches.at(-1)!
    const cuts = !items.has(node) && !isEmpty(node) && last.some((earlier) => items.has(earlier))
    if (cuts) stretches.push([node])
    else last.push(node)
  }
  return stretches.map((content) => ({
    ...section,
    node: { ...section.node, content },
    items: section.items.filter((item) => content.includes(item.node)),
  }))
}

function isEmpty(node: NodeJson): boolean {
  return node.type === 'paragraph' && !node.content?.length
}

/** Without the empty paragraphs that a draft keeps at its ends. */
export function trimmed(nodes: NodeJson[]): NodeJson[] {
  const from = nodes.findIndex((node) => !isEmpty(node))
  return from === -1 ? [] : nodes.slice(from, nodes.findLastIndex((node) => !isEmpty(node)) + 1)
}
