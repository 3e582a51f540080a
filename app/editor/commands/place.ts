import type { EditorState } from '@tiptap/pm/state'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import type { ItemKind } from '#app/document/items.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { itemAround } from '../item-acts.ts'

/** Where the caret or the selection is, as far as it decides what may be done there. */
export interface Place {
  section: SectionKind | null
  /** The kind of item the section is made of. */
  own: ItemKind | null
  item: { id: string; kind: ItemKind } | null
  /** Whether all of it stands in one block of text. */
  oneBlock: boolean
  inTable: boolean
  inList: boolean
  inCode: boolean
}

export function placeOf({ doc, selection }: EditorState): Place {
  const { $from, $to } = selection
  const section = $from.depth > 0 ? ($from.node(1).attrs.kind as SectionKind) : null
  const item = itemAround(doc, $from.pos)
  const around = new Set<string>()
  for (let depth = $from.depth; depth > 1; depth--) around.add($from.node(depth).type.name)
  return {
    section,
    own: section ? (itemKindOfSection[section] ?? null) : null,
    item: item && { id: String(item.node.attrs.id), kind: item.node.type.name as ItemKind },
    oneBlock: $from.sameParent($to),
    inTable: around.has('table'),
    inList: around.has('listItem') || around.has('taskItem'),
    inCode: around.has('codeBlock'),
  }
}
