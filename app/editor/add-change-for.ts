import type { EditorView } from '@tiptap/pm/view'
import type { ChangeDecision } from '#app/document/items.ts'
import { focusThen, insertItem, placeFor } from './item-acts.ts'

/** Begins a change that addresses a cause, at the end of the changes, and puts the caret into it. */
export function addChangeFor(view: EditorView, causeId: string, decision: ChangeDecision = 'doing'): void {
  const tr = view.state.tr
  const place = placeFor(tr, 'changes', 'What we are changing')
  focusThen(view, insertItem(tr, place, 'change', { causes: [causeId], decision }))
}
