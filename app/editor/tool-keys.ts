import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { copyPart } from './copy/copy-part.ts'
import type { EditorHost } from './editor-host.ts'
import { isItem } from './item-acts.ts'

/** The keys that reach what opens over the text, and those of tasks. */
export const ToolKeys = Extension.create<{ host: EditorHost }>({
  name: 'toolKeys',
  priority: 300,
  addKeyboardShortcuts() {
    const { host } = this.options
    const over = (what: 'toolbar' | 'link') => {
      const hasBar = !this.editor.state.selection.empty || (what === 'toolbar' && this.editor.isActive('table'))
      if (!hasBar || !this.editor.isEditable) return false
      host.reach.set(what)
      return true
    }
    return {
      'Alt-F10': () => over('toolbar'),
      'Mod-k': () => over('link'),
      'Mod-Shift-Enter': () => toggleTask(this.editor),
      'Alt-Shift-c': () => {
        const { $from } = this.editor.state.selection
        const part = $from.depth >= 2 && isItem($from.node(2)) ? $from.node(2) : $from.node(1)
        void copyPart(host, this.editor.view, String(part.attrs.id))
        return true
      },
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
