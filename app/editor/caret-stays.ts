import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * Keeps the caret at its letter while someone else writes in the same paragraph. The binding (y-tiptap 3.0.9) takes every
 * change of the paragraph's text for a move of blocks and puts the caret back at its old number, so that two people in one
 * sentence would scramble each other's words. Where the caret's own text still exists, its place in Yjs is the right one.
 */
export const CaretStays = Extension.create({
  name: 'caretStays',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, _before, state) {
          if (!transactions.some((tr) => isChangeOrigin(tr)) || !(state.selection instanceof TextSelection)) return null
          const { binding } = ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding }
          const stood = binding.beforeTransactionSelection
          if (stood?.type !== 'text') return null
          const [anchor, head] = [placeOf(stood.anchor, binding), placeOf(stood.head, binding)]
          if (anchor === null || head === null) return null
          const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
          return selection.eq(state.selection) ? null : state.tr.setSelection(selection)
        },
      }),
    ]
  },
})

/** Where a place of Yjs is in the document now, or null when the text it was in is gone. */
export function placeOf(relative: Y.RelativePosition, { doc, type, mapping }: ProsemirrorBinding): number | null {
  const place = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  if (!(place?.type instanceof Y.XmlText)) return null
  for (let around = place.type._item; around; around = (around.parent as Y.AbstractType<unknown>)._item) {
    if (around.deleted) return null
  }
  return relativePositionToAbsolutePosition(doc, type, relative, mapping)
}
