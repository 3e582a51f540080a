import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { isItem } from './item-acts.ts'

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
          if (transactions.some((tr) => isChangeOrigin(tr))) return null
          return mend(before, after)
        },
      }),
    ]
  },
})

/** The transaction that mends `after`, or null when nothing has to be. */
export function mend(before: EditorState, after: EditorState): Transaction | null {
  const tr = after.tr
  const taken = new Set<string>()
  const stood = placesOfIds(before.doc)
  const again: { pos: number; id: string }[] = []
  const empty: number[] = []
  const look = (node: DocumentNode, pos: number) => {
    const id = node.attrs.id as string | null
    if (!id) tr.setNodeAttribute(pos, 'id', newItemId())
    else if (taken.has(id)) again.push({ pos, id })
    else taken.add(id)
  }
  const seen = new Map<string, { pos: number; node: DocumentNode }>()
  after.doc.forEach((section, pos) => {
    look(section, pos)
    if (section.childCount === 0 && !itemKindOfSection[section.attrs.kind as SectionKind]) empty.push(pos + 1)
    section.forEach((child, offset) => {
      if (!isItem(child)) return
      const at = pos + 1 + offset
      if (!seen.has(child.attrs.id)) seen.set(child.attrs.id, { pos: at, node: child })
      look(child, at)
      if (child.childCount === 0) empty.push(at + 1)
    })
  })
  for (const { pos, id } of again) {
    // The node that already stood in the document keeps the id; links point to it, not to its copy.
    const first = seen.get(id)
    const copy = first && after.doc.nodeAt(pos) === stood.get(id) && first.node !== stood.get(id) ? first.pos : pos
    tr.setNodeAttribute(copy, 'id', newItemId())
  }
  for (const pos of empty.toSorted((one, other) => other - one)) {
    tr.insert(pos, after.schema.nodes.paragraph!.create())
  }
  return tr.docChanged ? tr : null
}

function placesOfIds(doc: DocumentNode): Map<string, DocumentNode> {
  const nodes = new Map<string, DocumentNode>()
  doc.forEach((section) => {
    section.forEach((child) => {
      if (isItem(child) && child.attrs.id) nodes.set(child.attrs.id, child)
    })
  })
  return nodes
}
