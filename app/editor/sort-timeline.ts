import type { EditorView } from '@tiptap/pm/view'
import { type Destination, type MoveOutcome, moveElement, whereItStands } from '#app/document/move-element.ts'
import { sortEntries } from '#app/document/sort-entries.ts'
import type { Placed } from '#app/document/timeline-order.ts'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { rememberMoves } from './history.ts'
import { findById, focusItem } from './item-acts.ts'
import { oneStep } from './one-step.ts'
import { someoneElseIsIn } from './someone-else-is-in.ts'

/**
 * Moves what is out of order in a timeline to its place, entry by entry, or only the entry with the id `only`. One that someone
 * else is in stays, and the page says so.
 */
export function sortTimeline(host: EditorHost, view: EditorView, entryId: string, only?: string): void {
  const entry = findById(view.state.doc, entryId)
  if (!entry) return
  const entries = view.state.doc
    .resolve(entry.pos)
    .parent.children.filter(({ type }) => type.name === 'timelineEntry')
    .map(({ attrs }) => attrs as Placed)
  const { moved, stayed } = oneStep(view.state, () =>
    sortEntries(host.shared, entries, someoneElseIsIn(view.state), authorsAct, only),
  )
  rememberMoves(view.state, host.shared, moved)
  const says = moved.length === 1 ? '1 entry moved to its time.' : `${moved.length} entries moved to their times.`
  const stays = `${stayed.length} stayed: someone is writing there.`
  host.say.set([...(moved.length > 0 ? [says] : []), ...(stayed.length > 0 ? [stays] : [])].join(' '))
}

/** Moves an item to another place as an act of its own, says what came of it, and keeps the caret with the item. */
export function moveTo(host: EditorHost, view: EditorView, id: string, to: Destination, says: string): MoveOutcome {
  const from = whereItStands(host.shared, id)
  const outcome = oneStep(view.state, () => moveElement(host.shared, id, to, someoneElseIsIn(view.state), authorsAct))
  if (outcome.ok) {
    if (from) rememberMoves(view.state, host.shared, [{ id, from }])
    host.say.set(says)
    focusItem(view, id)
  } else {
    host.say.set(outcome.reason === 'gone' ? 'It was removed meanwhile.' : 'It stays: someone is writing there.')
  }
  return outcome
}

/** Moves an item past its neighbour of the same section; null where there is none. */
export function moveBy(host: EditorHost, view: EditorView, id: string, step: -1 | 1): MoveOutcome | null {
  const item = findById(view.state.doc, id)
  if (!item) return null
  const $pos = view.state.doc.resolve(item.pos)
  const section = $pos.parent
  for (let place = $pos.index() + step; place >= 0 && place < section.childCount; place += step) {
    const neighbour = section.child(place)
    if (!neighbour.attrs.id) continue
    const to = step === -1 ? { before: String(neighbour.attrs.id) } : { after: String(neighbour.attrs.id) }
    return moveTo(host, view, id, to, step === -1 ? 'Moved up.' : 'Moved down.')
  }
  return null
}
