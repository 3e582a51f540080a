import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { addSection, removeSection } from '#app/document/add-section.ts'
import { moveSection } from '#app/document/move-section.ts'
import type { SectionTexts } from '#app/document/start-document.ts'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { rememberMoves } from './history.ts'
import { findById, focusItem } from './item-acts.ts'
import { oneStep } from './one-step.ts'
import { isEmptyNode } from './read-outline.ts'
import { someoneElseIsIn } from './someone-else-is-in.ts'

/** Moves a section past its neighbour and says so; a caret in it stays at its letter. */
export function moveSectionBy(host: EditorHost, view: EditorView, id: string, step: -1 | 1): void {
  const { doc, selection } = view.state
  const before = findById(doc, id)
  if (!before) return
  const { anchor, head } = selection
  const isInside = anchor > before.pos && head < before.pos + before.node.nodeSize
  const place = doc.resolve(before.pos).index()
  if (place + step < 0 || place + step >= doc.childCount) {
    host.say.set(step === -1 ? 'This is the first section.' : 'This is the last section.')
    return
  }
  const outcome = oneStep(view.state, () => moveSection(host.shared, id, step, someoneElseIsIn(view.state), authorsAct))
  if (!outcome.ok) {
    host.say.set('It stays: someone is writing there.')
    return
  }
  if (outcome.moved) rememberMoves(view.state, host.shared, [outcome.moved])
  host.say.set(step === -1 ? 'The section moved up.' : 'The section moved down.')
  const after = findById(view.state.doc, id)
  if (!after) return
  if (!isInside) {
    document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'nearest' })
    return
  }
  const at = (pos: number) =>
    view.state.doc.resolve(Math.min(after.pos + pos - before.pos, view.state.doc.content.size))
  view.focus()
  view.dispatch(view.state.tr.setSelection(TextSelection.between(at(anchor), at(head))).scrollIntoView())
}

/** Adds an empty section below another one, or at the end, and puts the caret into it. */
export function addSectionBelow(
  host: EditorHost,
  view: EditorView,
  section: SectionTexts,
  belowId: string | null,
): void {
  const id = oneStep(view.state, () => addSection(host.shared, section, belowId, authorsAct))
  focusItem(view, id)
}

/** Takes an empty section out; one in which somebody has written since it was asked for stays. */
export function removeEmptySection(host: EditorHost, view: EditorView, id: string): void {
  const found = findById(view.state.doc, id)
  if (!found) return
  if (!isEmptyNode(found.node)) {
    host.say.set('It stays: something stands in it now.')
    return
  }
  oneStep(view.state, () => removeSection(host.shared, id, authorsAct))
  host.say.set(`“${found.node.attrs.title}” is gone. Undo brings it back.`)
  view.focus()
}

/** Puts the caret into the title of a section, all of it selected. */
export function renameSection(id: string): void {
  const title = document.querySelector<HTMLTextAreaElement>(`#section-${CSS.escape(id)} .ed-title`)
  title?.focus()
  title?.select()
}

/** Puts the focus on the button that brings a section back. */
export function focusWayBack(id: string): void {
  document.querySelector<HTMLElement>(`#section-${CSS.escape(id)} .ed-section-foot button`)?.focus()
}
