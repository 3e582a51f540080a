import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { addViewHere } from './add-view.ts'
import type { EditorHost } from './editor-host.ts'
import { goToSection } from './go-to-section.ts'
import { acceptDraft } from './in-short.ts'
import { nextToWrite } from './next-to-write.ts'
import { readOutline } from './read-outline.ts'

/** Keys of writing: on to what comes next, another view of a moment, and taking the draft of "In short". */
export const WritingKeys = Extension.create<{ host: EditorHost }>({
  name: 'writingKeys',
  // Before the keys of items, where Tab leaves the text.
  priority: 210,
  addKeyboardShortcuts() {
    const { host } = this.options
    return {
      'Alt-n': () => goOn(this.editor.view, host),
      'Alt-v': () => addViewHere(this.editor.view, host),
      Tab: () => acceptHere(this.editor.view, host) || toWhatIsOffered(this.editor.view),
    }
  },
})

function goOn(view: EditorView, host: EditorHost): boolean {
  // Read now: what was typed a moment ago counts.
  const next = nextToWrite(readOutline(view.state.doc, host.facts.get().zone).sections)
  if (next) goToSection(view, next.id)
  else host.say.set('There is something in every section.')
  return true
}

function acceptHere(view: EditorView, host: EditorHost): boolean {
  const { $from, empty } = view.state.selection
  return empty && $from.depth > 0 && acceptDraft(view, host, String($from.node(1).attrs.id))
}

/** From the plain text of a section Tab goes on to what is offered at its end: what can be added, ready answers, what comes next. */
function toWhatIsOffered(view: EditorView): boolean {
  const { $from } = view.state.selection
  if ($from.depth !== 2 || $from.parent.type.name !== 'paragraph') return false
  const section = document.getElementById(`section-${$from.node(1).attrs.id}`)
  const offered = section?.querySelectorAll<HTMLElement>(
    ':scope > .ed-section-end > :not([hidden]) button, :scope > :is(.ed-closing, .ed-next):not([hidden]) button',
  )
  const first = [...(offered ?? [])].find((button) => button.offsetParent !== null)
  first?.focus()
  return first !== undefined
}
