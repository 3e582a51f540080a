import type { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { yCursorPluginKey } from '@tiptap/y-tiptap'
import { itemAround } from './item-acts.ts'

/** Answers by item id whether the caret of somebody else is in it: the carets are drawn as decorations with their place. */
export function someoneElseIsIn(state: EditorState): (itemId: string) => boolean {
  const carets = (yCursorPluginKey.getState(state) as DecorationSet | undefined)?.find() ?? []
  const taken = new Set(carets.map(({ to }) => itemAround(state.doc, to)?.node.attrs.id as string | undefined))
  return (itemId) => taken.has(itemId)
}
