import type { EditorView } from '@tiptap/pm/view'
import type { EditorHost } from '../editor-host.ts'
import { findById, isItem } from '../item-acts.ts'

/**
 * Copies an item or a section as Markdown, and as HTML for whatever takes that. What writes them is fetched when it is needed;
 * the clipboard is asked for at once, as long as the key or the press that asked is still fresh.
 */
export async function copyPart(host: EditorHost, view: EditorView, id: string): Promise<void> {
  const found = findById(view.state.doc, id)
  if (!found) return
  const written = import('./write-part.ts').then(({ writePart }) => writePart(host, found.node.toJSON()))
  const blob = (kind: 'markdown' | 'html', type: string) => written.then((part) => new Blob([part[kind]], { type }))
  try {
    const types = { 'text/plain': blob('markdown', 'text/plain'), 'text/html': blob('html', 'text/html') }
    if (navigator.clipboard?.write) await navigator.clipboard.write([new ClipboardItem(types)])
    else copyByEvent(await written)
    host.say.set(isItem(found.node) ? 'Copied as Markdown.' : 'The section is copied as Markdown.')
  } catch {
    host.say.set('This browser did not let it be copied. Select the text and copy that.')
  }
}

/** Where a page is not sent over TLS there is no clipboard to write to, but a copy can be answered. */
function copyByEvent({ markdown, html }: { markdown: string; html: string }): void {
  const answer = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', markdown)
    event.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('copy', answer, { capture: true, once: true })
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', answer, { capture: true })
  if (!isCopied) throw new Error('the browser copied nothing')
}
