import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { CardFocus, EditorHost, PlacedNote } from './editor-host.ts'
import { findById } from './item-acts.ts'
import { isCounted, markOpen, notesIn } from './wording-check.ts'

/** Notes by pointer (a click on the line) and by key: F8 and Shift+F8 go through them, Alt+Enter opens the one at the caret. */
export const NoteKeys = Extension.create<{ host: EditorHost }>({
  name: 'noteKeys',
  priority: 210,
  addKeyboardShortcuts() {
    const { host } = this.options
    const step = (by: -1 | 1) => {
      stepNote(this.editor.view, host, by)
      return true
    }
    return {
      F8: () => step(1),
      'Shift-F8': () => step(-1),
      'Alt-Enter': () => {
        const at = this.editor.state.selection.from
        const note = notesIn(this.editor.state).find(({ start, end }) => start <= at && at <= end)
        if (note) openNote(this.editor.view, host, note)
        return note !== undefined
      },
    }
  },
  addProseMirrorPlugins() {
    const { host } = this.options
    return [
      new Plugin({
        props: {
          handleClick(view, pos, event) {
            if (!(event.target instanceof HTMLElement) || !event.target.closest('.ed-note')) return false
            const note = notesIn(view.state).find(({ start, end }) => start <= pos && pos <= end)
            if (note) openNote(view, host, note, 'card')
            return false
          },
        },
      }),
    ]
  },
})

/**
 * Opens the next note or the one before: seen from the card that is open, or else from the caret. Round the end it goes on at
 * the beginning. What is only worth a look is left to the panel.
 */
export function stepNote(view: EditorView, host: EditorHost, by: -1 | 1, focus: CardFocus = 'first'): void {
  const notes = notesIn(view.state).filter(isCounted)
  const ask = host.ask.get()
  const here = ask?.about === 'note' ? notes.indexOf(noteNow(view.state, ask.note)) : -1
  const at = view.state.selection.from
  const beside = by === 1 ? notes.findIndex(({ start }) => start > at) : notes.findLastIndex(({ start }) => start < at)
  const next = here === -1 ? (beside === -1 && by === 1 ? 0 : beside) : (here + by) % notes.length
  const target = notes.at(next)
  if (target) openNote(view, host, target, focus)
  else host.say.set('No wording to look at.')
}

/** Puts the caret at the note, brings it into view, marks its words and opens its card beside it. */
export function openNote(view: EditorView, host: EditorHost, note: PlacedNote, focus: CardFocus = 'first'): void {
  const { doc, tr } = view.state
  const start = Math.min(note.start, doc.content.size)
  view.dispatch(markOpen(tr.setSelection(TextSelection.near(doc.resolve(start))).scrollIntoView(), note))
  const anchor = anchorOf(view, note)
  // On a phone the card is a sheet at the bottom: the words it is about stand above it.
  if (matchMedia('(width < 40rem)').matches) anchor.scrollIntoView({ block: 'start' })
  host.ask.set({ about: 'note', id: note.itemId ?? note.sectionId, anchor, note, focus })
}

/** A note of a moment ago where it stands now; the same one when it is gone. */
export function noteNow(state: EditorState, note: PlacedNote): PlacedNote {
  const alike = notesIn(state).filter(({ keepKey }) => keepKey === note.keepKey)
  return alike.find(({ blockId, from }) => blockId === note.blockId && from === note.from) ?? alike[0] ?? note
}

/** The words of the open note, or the item that has them in an attribute. */
export function anchorOf(view: EditorView, note: PlacedNote): HTMLElement {
  const words = note.attribute ? null : view.dom.querySelector<HTMLElement>('.ed-note-open')
  const item = note.itemId ? findById(view.state.doc, note.itemId) : null
  const drawn = item && view.nodeDOM(item.pos)
  return words ?? (drawn instanceof HTMLElement ? drawn : view.dom)
}
