import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { itemAround } from './item-acts.ts'

/** Marks the section and the item with the caret, so that what may be done there can be shown, on a phone above all. */
export const CaretItem = Extension.create({
  name: 'caretItem',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          decorations({ doc, selection }) {
            const { $from } = selection
            if ($from.depth === 0) return null
            const marks = [Decoration.node($from.before(1), $from.after(1), { class: 'ed-current' })]
            const item = itemAround(doc, $from.pos)
            if (item) marks.push(Decoration.node(item.pos, item.pos + item.node.nodeSize, { class: 'ed-here' }))
            return DecorationSet.create(doc, marks)
          },
        },
      }),
    ]
  },
})
