import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { findById } from './item-acts.ts'
import { notesIn } from './wording-check.ts'

/** Notes by pointer (a click on the line) and by key: F8 and Shift+F8 go through them, Alt+Enter opens the one at the caret. */
export const NoteKeys = Extension.create<{ host: EditorHost }>({
  name: 'noteKeys',
  priority: 210,
  addKeyboardShortcuts() {
    const { host } = this.options
    const step = (by: -1 | 1) => {
      const notes = notesIn(this.editor.state)
      const at = this.editor.state.selection.from
      const next = by === 1 ? notes.find(({ start }) => start > at) : notes.findLast(({ start }) => start < at)
      const target = next ?? (by === 1 ? notes[0] : notes.at(-1))
      if (target) openNote(this.editor.view, host, target)
      else host.say.set('No wording to look at.')
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
            if (note) openNote(view, host, note)
            return false
          },
        },
      }),
    ]
  },
})

/** Puts the caret at the note, brings it into view and opens its card beside it. */
export function openNote(view: EditorView, host: EditorHost, note: PlacedNote): void {
  const { doc } = view.state
  const start = Math.min(note.start, doc.content.size)
  view.dispatch(view.state.tr.setSelection(TextSelection.near(doc.resolve(start))).scrollIntoView())
  host.ask.set({ about: 'note', id: note.itemId ?? note.sectionId, anchor: anchorOf(view, note), note })
}

/** The words of a note, or the item that has them in an attribute. */
export function anchorOf(view: EditorView, note: PlacedNote): HTMLElement {
  const words = note.attribute ? null : view.dom.querySelector<HTMLElement>(`[data-note="${note.keepKey}"]`)
  const item = note.itemId ? findById(view.state.doc, note.itemId) : null
  const drawn = item && view.nodeDOM(item.pos)
  return words ?? (drawn instanceof HTMLElement ? drawn : view.dom)
}
