import { setMaxListeners } from 'node:events'
import { Editor } from '@tiptap/core'
import type { EditorState, PluginView } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readDocument } from '#app/document/shared-document.ts'
import { createHost } from '#app/editor/create-host.ts'
import type { EditorHost } from '#app/editor/editor-host.ts'
import { editorExtensions } from '#app/editor/extensions.ts'
import type { LiveDocument } from '#app/editor/live-document.ts'
import type { WritingOptions } from '#app/editor/writing-options.ts'

/** Somebody with the editor open: its own extensions, history and binding to Yjs, on a view that draws nothing. */
export interface Writer {
  shared: Y.Doc
  editor: Editor
  view: EditorView
  host: EditorHost
  close(): void
}

const options = {
  templates: [],
  people: [],
  teams: [],
  services: [],
  factors: [],
  severities: [],
  kinds: [],
  language: {},
} as unknown as WritingOptions

// What listens to the browser's window hears nothing of it here.
const deaf = new EventTarget()
setMaxListeners(0, deaf)
;(globalThis as { window?: EventTarget }).window ??= deaf

export function openWriter(shared: Y.Doc): Writer {
  const awareness = new Awareness(shared)
  const live = {
    shared,
    provider: { awareness },
    saving: { get: () => ({ mayWrite: true }) },
  } as unknown as LiveDocument
  const host = createHost(live, options, {}, 'UTC', 'PM-1')
  const editor = new Editor({
    element: null,
    content: readDocument(shared),
    extensions: editorExtensions(host, live),
  })
  const view = viewWithoutPage(editor)
  editor.emit('create', { editor })
  return {
    shared,
    editor,
    view,
    host,
    close() {
      view.destroy()
      host.stop()
      awareness.destroy()
    },
  }
}

/** What the editor and its plugins ask of a view, with nothing to be seen: a test has no page. */
function viewWithoutPage(editor: Editor): EditorView {
  const parts: PluginView[] = []
  const view = {
    state: editor.state.reconfigure({ plugins: editor.extensionManager.plugins }),
    dom: { addEventListener() {}, removeEventListener() {}, querySelectorAll: () => [] },
    editable: true,
    composing: false,
    isDestroyed: false,
    hasFocus: () => false,
    focus: () => {},
    nodeDOM: () => null,
    updateState(next: EditorState) {
      const before = view.state
      view.state = next
      for (const part of parts) part.update?.(asView, before)
    },
    dispatch: (tr: EditorState['tr']) =>
      (editor as unknown as { dispatchTransaction(tr: EditorState['tr']): void }).dispatchTransaction(tr),
    someProp(name: string, ask: (prop: unknown) => unknown) {
      for (const plugin of view.state.plugins) {
        const prop = plugin.props[name as keyof typeof plugin.props]
        const answer = prop && ask(prop)
        if (answer) return answer
      }
      return undefined
    },
    destroy() {
      view.isDestroyed = true
      for (const part of parts) part.destroy?.()
    },
  }
  const asView = view as unknown as EditorView
  Object.assign(editor, { editorView: asView, editorState: view.state })
  for (const plugin of view.state.plugins) {
    const part = plugin.spec.view?.(asView)
    if (part) parts.push(part)
  }
  return asView
}

/** A second copy of a shared document, of somebody else: what one writes the other has at once. */
export function copyInStep(shared: Y.Doc): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(shared))
  const follow = (from: Y.Doc, to: Y.Doc) =>
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from)
    })
  follow(shared, other)
  follow(other, shared)
  return other
}
