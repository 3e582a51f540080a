import { Extension } from '@tiptap/core'
import type { EditorHost } from './editor-host.ts'
import { moveSectionBy } from './section-acts.ts'

/** The keys of the section the caret is in: moving it, and its menu. */
export const SectionKeys = Extension.create<{ host: EditorHost }>({
  name: 'sectionKeys',
  priority: 200,
  addKeyboardShortcuts() {
    const { host } = this.options
    const section = () => {
      const { $from } = this.editor.state.selection
      return $from.depth > 0 ? String($from.node(1).attrs.id) : null
    }
    const move = (step: -1 | 1) => {
      const id = section()
      if (id && host.editable) moveSectionBy(host, this.editor.view, id, step)
      return id !== null
    }
    return {
      'Alt-Shift-ArrowUp': () => move(-1),
      'Alt-Shift-ArrowDown': () => move(1),
      'Alt-Shift-Enter': () => {
        const id = section()
        const anchor = id && document.getElementById(`section-${id}`)?.querySelector<HTMLElement>('.ed-more')
        if (anchor) host.ask.set({ about: 'section', id, anchor })
        return Boolean(anchor)
      },
    }
  },
})
