import type { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import { itemAround } from './item-acts.ts'

/**
 * Answers by the id of an item or a section whether the caret of somebody else is in it: the carets are drawn as decorations
 * with their place.
 */
export function someoneElseIsIn(state: EditorState): (id: string) => boolean {
  const carets = (yCursorPluginKey.getState(state) as DecorationSet | undefined)?.find() ?? []
  const taken = new Set<unknown>()
  for (const { to } of carets) {
    const $pos = state.doc.resolve(to)
    if ($pos.depth > 0) taken.add($pos.node(1).attrs.id)
    taken.add(itemAround(state.doc, to)?.node.attrs.id)
  }
  return (id) => taken.has(id)
}
