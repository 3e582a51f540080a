import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** A range of the text that stays where it is while others type: positions move along with every edit. */
interface HeldPlace {
  id: symbol
  from: number
  to: number
}
type Change = { hold: HeldPlace } | { drop: symbol }

const key = new PluginKey<HeldPlace[]>('heldPlaces')

/** Remembers places for what takes a moment, such as reading a paste. */
export const HeldPlaces = Extension.create({
  name: 'heldPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<HeldPlace[]>({
      key,
      state: {
        init: () => [],
        apply(tr, places) {
          const change = tr.getMeta(key) as Change | undefined
          if (places.length === 0 && !change) return places
          const moved = places.map(({ id, from, to }) => ({
            id,
            from: tr.mapping.map(from, -1),
            to: tr.mapping.map(to, -1),
          }))
          if (!change) return moved
          return 'hold' in change ? [...moved, change.hold] : moved.filter(({ id }) => id !== change.drop)
        },
      },
    }),
  ],
})

/** Holds the selection, or another place, until it is taken. */
export function holdPlace(
  view: EditorView,
  { from, to }: Pick<HeldPlace, 'from' | 'to'> = view.state.selection,
): symbol {
  const id = Symbol('place')
  view.dispatch(view.state.tr.setMeta(key, { hold: { id, from, to } }).setMeta('addToHistory', false))
  return id
}

/** Where a held place is by now; it is held no longer. Null when there is no such place. */
export function takePlace(view: EditorView, id: symbol): { from: number; to: number } | null {
  const found = key.getState(view.state)?.find((place) => place.id === id)
  if (!found) return null
  view.dispatch(view.state.tr.setMeta(key, { drop: id }).setMeta('addToHistory', false))
  return { from: found.from, to: Math.max(found.from, found.to) }
}
