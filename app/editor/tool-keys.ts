import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorHost } from './editor-host.ts'

/** The keys that reach what opens over the text, and those of tasks. */
export const ToolKeys = Extension.create<{ host: EditorHost }>({
  name: 'toolKeys',
  priority: 300,
  addKeyboardShortcuts() {
    const { reach } = this.options.host
    const over = (what: 'toolbar' | 'link') => {
      const hasBar = !this.editor.state.selection.empty || (what === 'toolbar' && this.editor.isActive('table'))
      if (!hasBar || !this.editor.isEditable) return false
      reach.set(what)
      return true
    }
    return {
      'Alt-F10': () => over('toolbar'),
      'Mod-k': () => over('link'),
      'Mod-Shift-Enter': () => toggleTask(this.editor),
    }
  },
})

/** Ticks the task the caret is in, or takes the tick back. */
function toggleTask({ view, isEditable }: { view: EditorView; isEditable: boolean }): boolean {
  const { $from } = view.state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name !== 'taskItem' || !isEditable) continue
    view.dispatch(view.state.tr.setNodeAttribute($from.before(depth), 'checked', !node.attrs.checked))
    return true
  }
  return false
}
