import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { findById, isItem } from './item-acts.ts'

/**
 * Keeps what this author edits whole: an item or a prose section always has a paragraph to write in, and every section and
 * item an id of its own after a split, a paste or a copy. Another's edit is left as it came: they mend their own, and two
 * people who mend the same place at once would both write.
 */
export const KeepStructure = Extension.create({
  name: 'keepStructure',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, before, after) {
          if (!transactions.some((tr) => tr.docChanged)) return null
          if (transactions.some((tr) => isChangeOrigin(tr)) || isSameStructure(before.doc, after.doc)) return null
          return mend(before, after, new Mapping(transactions.flatMap(({ mapping }) => mapping.maps)))
        },
      }),
    ]
  },
})

/** Whether the same sections hold the same items, none of them emptied: so it is after nearly every key. */
export function isSameStructure(before: DocumentNode, after: DocumentNode): boolean {
  return sameChildren(before, after, (section, edited) =>
    sameChildren(section, edited, (_, child) => child.childCount > 0 || !isItem(child)),
  )
}

function sameChildren(
  before: DocumentNode,
  after: DocumentNode,
  inside: (one: DocumentNode, other: DocumentNode) => boolean,
): boolean {
  if (before.childCount !== after.childCount) return false
  return before.children.every((one, place) => {
    const other = after.child(place)
    return one === other || (one.type === other.type && one.attrs.id === other.attrs.id && inside(one, other))
  })
}

/**
 * The transaction that mends `after`, or null when nothing has to be. `mapping` leads from `before` to it: of two with the same
 * id the one that already stood in the document keeps it, since links point to it and not to its copy.
 */
export function mend(before: EditorState, after: EditorState, mapping: Mapping): Transaction | null {
  const tr = after.tr
  const withId = new Map<string, number[]>()
  const empty: number[] = []
  const look = ({ attrs }: DocumentNode, pos: number) => {
    if (attrs.id) withId.set(attrs.id, [...(withId.get(attrs.id) ?? []), pos])
    else tr.setNodeAttribute(pos, 'id', newItemId())
  }
  after.doc.forEach((section, pos) => {
    look(section, pos)
    if (section.childCount === 0 && !itemKindOfSection[section.attrs.kind as SectionKind]) empty.push(pos + 1)
    section.forEach((child, offset) => {
      if (!isItem(child)) return
      look(child, pos + 1 + offset)
      if (child.childCount === 0) empty.push(pos + 1 + offset + 1)
    })
  })
  const twice = [...withId].filter(([, places]) => places.length > 1)
  for (const [id, places] of twice) {
    const stood = findById(before.doc, id)
    const mapped = stood ? mapping.map(stood.pos) : -1
    const keeps = places.includes(mapped) ? mapped : places[0]
    for (const pos of places) if (pos !== keeps) tr.setNodeAttribute(pos, 'id', newItemId())
  }
  for (const pos of empty.toSorted((one, other) => other - one)) {
    tr.insert(pos, after.schema.nodes.paragraph!.create())
  }
  return tr.docChanged ? tr : null
}
