import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { addViewHere } from './add-view.ts'
import type { EditorHost } from './editor-host.ts'
import { goToSection } from './go-to-section.ts'
import { acceptDraft } from './in-short.ts'
import { nextToWrite } from './next-to-write.ts'

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
      Tab: () => acceptHere(this.editor.view, host),
    }
  },
})

function goOn(view: EditorView, host: EditorHost): boolean {
  const next = nextToWrite(host.outline.get().sections)
  if (next) goToSection(view, next.id)
  else host.say.set('There is something in every section.')
  return true
}

function acceptHere(view: EditorView, host: EditorHost): boolean {
  const { $from, empty } = view.state.selection
  return empty && $from.depth > 0 && acceptDraft(view, host, String($from.node(1).attrs.id))
}
