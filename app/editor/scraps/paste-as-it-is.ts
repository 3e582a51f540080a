import { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'

const given = new WeakSet<object>()

/** Puts it in as if it had just been pasted, without asking again: what keeps structure sees it first. */
export function pasteAsItIs(view: EditorView, text: string, html: string): void {
  const data: Record<string, string> = { 'text/plain': text, ...(html && { 'text/html': html }) }
  const clipboardData = { getData: (type: string) => data[type] ?? '', types: Object.keys(data) }
  const event = { clipboardData, preventDefault() {} } as unknown as ClipboardEvent
  given.add(event)
  const taken = view.someProp('handlePaste', (handle) => handle(view, event, Slice.empty))
  if (taken) return
  if (html) view.pasteHTML(html)
  else view.pasteText(text)
}

export function isPastedAsItIs(event: ClipboardEvent): boolean {
  return given.has(event)
}
