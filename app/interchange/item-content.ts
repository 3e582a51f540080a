import type { NodeJson } from '#app/document/document-json.ts'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import { itemShapes } from '#app/document/items.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { paragraph } from './markdown-blocks.ts'
import { blockText } from './text-lines.ts'

/**
 * The blocks of a section as its items: each point of a list, each row of a table. Sentences between lists stay
 * sentences, except where a section of causes, lessons or thanks has nothing else.
 */
export function itemContent(
  kind: Exclude<SectionKind, 'timeline' | 'prose'>,
  title: string,
  blocks: NodeJson[],
): NodeJson[] {
  // Five whys are one chain of thought; its steps are not conditions that stand side by side.
  if (kind === 'causes' && /\bwhy'?s\b/i.test(title)) return blocks
  const hasLists = blocks.some(({ type }) => isList(type) || type === 'table')
  const onlyParagraphs = blocks.length > 0 && blocks.length <= 3 && blocks.every(({ type }) => type === 'paragraph')
  if (!hasLists && onlyParagraphs && (kind === 'lessons' || kind === 'causes' || kind === 'thanks')) {
    return kind === 'causes' ? [item(kind, blocks)] : blocks.map((block) => item(kind, [block]))
  }
  return blocks.flatMap((block) => {
    if (isList(block.type))
      return (block.content ?? []).map((point) => item(kind, withoutEmptyLead(point.content ?? [])))
    if (block.type === 'table') return rowsOf(kind, block)
    return [block]
  })
}

function isList(type: string): boolean {
  return type === 'bulletList' || type === 'orderedList' || type === 'taskList'
}

function item(kind: SectionKind, content: NodeJson[]): NodeJson {
  const name = itemKindOfSection[kind] ?? 'lesson'
  return {
    type: name,
    attrs: itemShapes[name].parse({ id: newItemId() }),
    content: content.length ? content : [{ type: 'paragraph' }],
  }
}

function withoutEmptyLead(content: NodeJson[]): NodeJson[] {
  const [first, ...rest] = content
  return first?.type === 'paragraph' && !first.content?.length && rest.length ? rest : content
}

/** A table's rows as items: the longest column is what is done, the others are told below it with their heads. */
function rowsOf(kind: SectionKind, table: NodeJson): NodeJson[] {
  const [head, ...body] = table.content ?? []
  const heads = (head?.content ?? []).map((cell) => blockText(cell).trim())
  const filled = body.filter((row) => blockText(row).trim())
  if (!filled.length) return [table]
  const lengths = heads.map((_, column) =>
    filled.reduce((sum, row) => sum + blockText(row.content?.[column] ?? empty).length, 0),
  )
  const main = Math.max(0, lengths.indexOf(Math.max(...lengths)))
  return [
    paragraph([{ type: 'text', text: heads.filter(Boolean).join(' · ') || ' ' }]),
    ...filled.map((row) => {
      const cells = (row.content ?? []).map((cell) => cell.content?.[0]?.content ?? [])
      const others = cells.flatMap((cell, column) => {
        if (column === main || !cell.length) return []
        return [paragraph([...(heads[column] ? [{ type: 'text', text: `${heads[column]}: ` }] : []), ...cell])]
      })
      return item(kind, [...(cells[main]?.length ? [paragraph(cells[main] ?? [])] : []), ...others])
    }),
  ]
}
const empty: NodeJson = { type: 'tableCell' }
