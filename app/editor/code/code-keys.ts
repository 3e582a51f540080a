import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

const INDENT = '  '

/** Whether Escape was pressed in this block of code, so that the next Tab leaves it. */
const leaving = new PluginKey<boolean>('leavingCode')

/** Tab and Shift+Tab indent lines of code; after Escape, Tab goes on to what stands beside the text, as everywhere else. */
export const CodeKeys = Extension.create({
  name: 'codeKeys',
  // Before the keys of items, which go from the text to what stands beside it.
  priority: 260,
  addKeyboardShortcuts() {
    const { editor } = this
    return {
      Tab: () => indent(editor.view, 'in'),
      'Shift-Tab': () => indent(editor.view, 'out'),
      Escape: () => {
        if (!isInCode(editor.state)) return false
        editor.view.dispatch(editor.state.tr.setMeta(leaving, true))
        return false
      },
    }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<boolean>({
        key: leaving,
        state: {
          init: () => false,
          apply: (tr, before) => tr.getMeta(leaving) ?? (before && !tr.docChanged && !tr.selectionSet),
        },
      }),
    ]
  },
})

function isInCode({ selection }: EditorState): boolean {
  return Boolean(selection.$from.parent.type.spec.code) && selection.$from.sameParent(selection.$to)
}

function indent(view: EditorView, way: 'in' | 'out'): boolean {
  const { state } = view
  if (!view.editable || !isInCode(state) || leaving.getState(state)) return false
  const tr = indentLines(state, way)
  if (tr.docChanged) view.dispatch(tr.scrollIntoView())
  return true
}

/** Without a selection Tab writes two spaces; with one, and with Shift, whole lines are moved. */
export function indentLines(state: EditorState, way: 'in' | 'out'): Transaction {
  const { $from, $to, empty } = state.selection
  const { tr } = state
  if (empty && way === 'in') return tr.insertText(INDENT)
  const start = $from.start()
  const code = $from.parent.textContent
  const { anchor, head } = state.selection
  const first = code.lastIndexOf('\n', $from.parentOffset - 1) + 1
  for (let at = first; at !== 0 || at === first; at = code.indexOf('\n', at) + 1) {
    if (at > first && at >= $to.parentOffset) break
    const pos = tr.mapping.map(start + at)
    if (way === 'in') tr.insertText(INDENT, pos)
    else {
      const spaces = /^(?: {1,2}|\t)/.exec(code.slice(at))?.[0].length ?? 0
      if (spaces > 0) tr.delete(pos, pos + spaces)
    }
    if (code.indexOf('\n', at) === -1) break
  }
  return tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(anchor), tr.mapping.map(head)))
}
