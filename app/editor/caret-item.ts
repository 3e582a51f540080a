import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { itemAround } from './item-acts.ts'

/** Marks the item with the caret, so that what may be done with it can be shown there, on a phone above all. */
export const CaretItem = Extension.create({
  name: 'caretItem',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          decorations({ doc, selection }) {
            const item = itemAround(doc, selection.from)
            if (!item) return null
            const here = Decoration.node(item.pos, item.pos + item.node.nodeSize, { class: 'ed-here' })
            return DecorationSet.create(doc, [here])
          },
        },
      }),
    ]
  },
})
