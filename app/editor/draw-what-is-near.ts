import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, type Selection } from '@tiptap/pm/state'

/** Documents with more blocks than this are long: below it, all of the text is drawn in less time than a key takes. */
const LONG = 100

/**
 * Lets the browser leave undrawn what is far from the window of a long document (`ed-long` in the style sheet). Not while
 * several blocks are selected: Chromium takes the end of a selection in undrawn text for its beginning.
 */
export const DrawWhatIsNear = Extension.create({
  name: 'drawWhatIsNear',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          attributes: ({ doc, selection }): Record<string, string> =>
            isLong(doc) && isInOneBlock(selection) ? { class: 'ed-long' } : {},
        },
      }),
    ]
  },
})

function isLong(doc: DocumentNode): boolean {
  let blocks = 0
  for (const section of doc.children) blocks += section.childCount
  return blocks > LONG
}

function isInOneBlock({ empty, $from, to }: Selection): boolean {
  return empty || $from.sharedDepth(to) >= 2
}
