import type { EditorView } from '@tiptap/pm/view'
import { type MoveOutcome, moveItem } from '#app/document/move-item.ts'
import { inTimeOrder, outOfOrder } from '#app/document/timeline-order.ts'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { findById, focusItem } from './item-acts.ts'

/** Moves what is out of order to its place, entry by entry; one that someone else is in stays, and the page says so. */
export function sortTimeline(host: EditorHost, view: EditorView): void {
  const entries = [...host.outline.get().entries.values()].map(({ entry }) => entry)
  const stray = outOfOrder(entries)
  const sorted = inTimeOrder(entries)
  let stayed = 0
  host.shared.transact(() => {
    for (const [place, { id }] of sorted.entries()) {
      if (!stray.has(id)) continue
      const beside = sorted[place - 1]
      const next = sorted.slice(place + 1).find((entry) => !stray.has(entry.id))
      if (!beside && !next) continue
      const outcome = moveItem(
        host.shared,
        id,
        beside ? { after: beside.id } : { before: next!.id },
        someoneElseIsIn(view),
        authorsAct,
      )
      if (!outcome.ok) stayed++
    }
  }, authorsAct)
  const moved = stray.size - stayed
  const says = moved === 1 ? '1 entry moved to its time.' : `${moved} entries moved to their times.`
  host.say.set(stayed > 0 ? `${says} ${stayed} stayed: someone is writing there.` : says)
}

/** Moves an item past its neighbour of the same section, and keeps the caret with it. */
export function moveBy(host: EditorHost, view: EditorView, id: string, step: -1 | 1): MoveOutcome | null {
  const item = findById(view.state.doc, id)
  if (!item) return null
  const $pos = view.state.doc.resolve(item.pos)
  const section = $pos.parent
  for (let place = $pos.index() + step; place >= 0 && place < section.childCount; place += step) {
    const neighbour = section.child(place)
    if (!neighbour.attrs.id) continue
    const to = step === -1 ? { before: String(neighbour.attrs.id) } : { after: String(neighbour.attrs.id) }
    const outcome = moveItem(host.shared, id, to, someoneElseIsIn(view), authorsAct)
    host.say.set(outcome.ok ? (step === -1 ? 'Moved up.' : 'Moved down.') : 'It stays: someone is writing there.')
    if (outcome.ok) focusItem(view, id)
    return outcome
  }
  return null
}

/** Asks the carets of others, which the caret plugin draws as decorations with their place in the document. */
function someoneElseIsIn(view: EditorView): (itemId: string) => boolean {
  const carets = [...view.dom.querySelectorAll('.ed-caret')]
  const taken = new Set<string>()
  for (const caret of carets) {
    const $pos = view.state.doc.resolve(view.posAtDOM(caret, 0))
    if ($pos.depth >= 2) taken.add(String($pos.node(2).attrs.id))
  }
  return (itemId) => taken.has(itemId)
}
