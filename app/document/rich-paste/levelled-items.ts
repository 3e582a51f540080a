import type { NodeJson } from '../document-json.ts'
import { asItemContent } from './reader.ts'

export type ListKind = 'bulletList' | 'orderedList' | 'taskList'

/** An item of a list that is written as a line of its own with the level it has, as Word does it. */
export interface LevelledItem extends NodeJson {
  type: '#item'
  kind: ListKind
  /** From 1. */
  level: number
  /** Which list it belongs to, in the source. */
  list: string
  checked?: boolean
  start?: number
  content: NodeJson[]
}

/** Builds nested lists from runs of levelled items; other blocks stay where they are. */
export function nestItems(blocks: NodeJson[]): NodeJson[] {
  const nested: NodeJson[] = []
  let open: { level: number; kind: ListKind; list: string; node: NodeJson }[] = []
  for (const block of blocks) {
    if (block.type !== '#item') {
      open = []
      nested.push(block)
      continue
    }
    const item = block as LevelledItem
    while (open.length > 0 && open.at(-1)!.level > item.level) open.pop()
    const same = open.at(-1)
    const isOther = same && (same.kind !== item.kind || (open.length === 1 && same.list !== item.list))
    if (same?.level === item.level && isOther) open.pop()
    const above = open.at(-1)
    if (!above || above.level < item.level) {
      const node = listOf(item.kind, [], item.start)
      if (above) above.node.content!.at(-1)!.content!.push(node)
      else nested.push(node)
      open.push({ level: item.level, kind: item.kind, list: item.list, node })
    }
    open.at(-1)!.node.content!.push(itemOf(item.kind, item.content, item.checked))
  }
  return nested
}

export function listOf(kind: ListKind, content: NodeJson[], start = 1): NodeJson {
  return kind === 'orderedList' ? { type: kind, attrs: { start }, content } : { type: kind, content }
}

export function itemOf(kind: ListKind, blocks: NodeJson[], checked = false): NodeJson {
  const content = asItemContent(blocks)
  return kind === 'taskList' ? { type: 'taskItem', attrs: { checked }, content } : { type: 'listItem', content }
}
