import { Extension } from '@tiptap/core'
import { type Node as DocumentNode, Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'

/** Of the binding, what is not in its types. */
interface Binding {
  mapping: Map<unknown, unknown>
  _tr: Transaction
}

/**
 * Keeps what somebody else's letter does not touch. The binding (y-tiptap 3.0.9) makes every node of the document anew at each
 * change that arrives and replaces all of it, so that in a long document each item would be read, compared and drawn again for
 * every letter of another. It drops what changed from its memory first, so the rest of the memory is right and stays, and the
 * one stretch that differs is replaced.
 */
export const KeepWhatStands = Extension.create({
  name: 'keepWhatStands',
  // Behind the collaboration's own plugin, which draws the whole document once when it begins.
  priority: 90,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        view(view) {
          const { binding } = ySyncPluginKey.getState(view.state) as { binding: ProsemirrorBinding }
          keepWhatStands(view, binding as unknown as Binding)
          return {}
        },
      }),
    ]
  },
})

function keepWhatStands(view: EditorView, binding: Binding): void {
  binding.mapping.clear = () => {}
  Object.defineProperty(binding, '_tr', {
    configurable: true,
    get: () => {
      const tr = view.state.tr.setMeta('addToHistory', false)
      const replace = tr.replace.bind(tr)
      tr.replace = (from, to, slice = Slice.empty) => {
        const isWhole = from === 0 && to === tr.doc.content.size
        const changed = isWhole ? stretchThatDiffers(tr.doc, tr.doc.copy(slice.content)) : { from, to, slice }
        return changed ? replace(changed.from, changed.to, changed.slice) : tr
      }
      return tr
    },
  })
}

/**
 * Which sections, or which children of one section, have to be replaced to make one document of another; null where they are the
 * same. Whole nodes, so that nothing has to be fitted.
 */
export function stretchThatDiffers(before: DocumentNode, after: DocumentNode): Stretch | null {
  const stretch = childrenThatDiffer(before, after, 0)
  const [one, other] = [stretch?.replaced, stretch?.slice.content]
  const isOne = one?.length === 1 && other?.childCount === 1 && one[0]!.sameMarkup(other.child(0))
  return stretch && isOne ? childrenThatDiffer(one[0]!, other.child(0), stretch.from + 1) : stretch
}

interface Stretch {
  from: number
  to: number
  slice: Slice
  replaced: DocumentNode[]
}

/** `start` is where the content of `before` begins in its document. */
function childrenThatDiffer(before: DocumentNode, after: DocumentNode, start: number): Stretch | null {
  const [old, now] = [before.children, after.children]
  const most = Math.min(old.length, now.length)
  let above = 0
  while (above < most && old[above]!.eq(now[above]!)) above++
  let below = 0
  while (below < most - above && old[old.length - 1 - below]!.eq(now[now.length - 1 - below]!)) below++
  const replaced = old.slice(above, old.length - below)
  const content = Fragment.from(now.slice(above, now.length - below))
  if (replaced.length === 0 && content.size === 0) return null
  const from = start + old.slice(0, above).reduce((size, { nodeSize }) => size + nodeSize, 0)
  const to = from + replaced.reduce((size, { nodeSize }) => size + nodeSize, 0)
  return { from, to, slice: new Slice(content, 0, 0), replaced }
}
