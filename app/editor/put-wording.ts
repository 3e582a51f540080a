import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Rewrite } from '#app/linter/index.ts'
import type { PlacedNote } from './editor-host.ts'
import { findById, setAttributes } from './item-acts.ts'
import { noteNow } from './note-keys.ts'
import { oneStep } from './one-step.ts'

/**
 * Puts a proposed wording into the text, and answers false when the sentence has become another one meanwhile. Each edit is a
 * transaction of its own, the last one first: the binding to Yjs finds one changed stretch in a text, and with the first and
 * the last word of a sentence in one transaction that would be all of it, with what somebody else types in between. Undo takes
 * them back as one.
 */
export function putWording(view: EditorView, note: PlacedNote, { before, after, from, edits }: Rewrite): boolean {
  if (note.attribute) return intoAttribute(view, note, before, after)
  const { doc } = view.state
  const now = noteNow(view.state, note)
  const $at = doc.resolve(Math.min(now.start - note.from + from, doc.content.size))
  const text = $at.parent.textBetween(0, $at.parent.content.size, '\n', () => '\uFFFC')
  const sentence = text.slice($at.parentOffset, $at.parentOffset + before.length)
  const holder = note.itemId ?? note.sectionId
  if (!$at.parent.isTextblock || sentence !== before || !findById(doc, holder)) return false

  // Found again before each edit: the first one of an author may mend the document further up, and everything moves.
  const inHolder = $at.pos - from - findById(doc, holder)!.pos
  const start = () => findById(view.state.doc, holder)!.pos + inHolder
  oneStep(view.state, () => {
    for (const edit of edits.toReversed()) {
      view.dispatch(view.state.tr.insertText(edit.text, start() + edit.from, start() + edit.to))
    }
  })
  const end = view.state.doc.resolve(start() + from + after.length)
  view.dispatch(view.state.tr.setSelection(TextSelection.near(end, -1)))
  return true
}

function intoAttribute(view: EditorView, { itemId, attribute, sentence }: PlacedNote, before: string, after: string) {
  const text = itemId && attribute ? findById(view.state.doc, itemId)?.node.attrs[attribute] : undefined
  if (typeof text !== 'string' || text.slice(sentence.from, sentence.to) !== before) return false
  setAttributes(view, itemId!, { [attribute!]: text.slice(0, sentence.from) + after + text.slice(sentence.to) })
  return true
}
