import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { element } from '../element.ts'

/** Where files go: to an item, as its evidence where it takes any, or into the text at a position. */
export interface FilePlace {
  item?: string
  at: number
}

type Change = { add: { id: string; at: number; words: string } } | { remove: string }
const key = new PluginKey<DecorationSet>('placesKept')

/** Keeps the places in the text that files on their way will take, while the text around them is written on. */
export const PlacesKept = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, before) {
      const change = tr.getMeta(key) as Change | undefined
      if (before === DecorationSet.empty && !change) return before
      const places = before.map(tr.mapping, tr.doc)
      if (!change) return places
      if ('remove' in change) return places.remove(places.find(undefined, undefined, ({ id }) => id === change.remove))
      const { id, at, words } = change.add
      const draw = () => element('span', { class: 'ed-arriving', contenteditable: 'false' }, words)
      return places.add(tr.doc, [Decoration.widget(at, draw, { id, key: id, side: 1 })])
    },
  },
  props: { decorations: (state) => key.getState(state) },
})

export function keepPlace(view: EditorView, id: string, at: number, words: string): void {
  const safe = Math.max(0, Math.min(at, view.state.doc.content.size))
  view.dispatch(view.state.tr.setMeta(key, { add: { id, at: safe, words } } satisfies Change))
}

/** The place as it is now, which is free from then on; null when the text around it is gone. */
export function takePlace(view: EditorView, id: string): number | null {
  const [found] = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? []
  view.dispatch(view.state.tr.setMeta(key, { remove: id } satisfies Change))
  return found?.from ?? null
}
