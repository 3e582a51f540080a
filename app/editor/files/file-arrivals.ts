import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorHost } from '../editor-host.ts'
import { itemAround } from '../item-acts.ts'
import { isTextFile } from '../scraps/is-text-file.ts'
import { type FilePlace, PlacesKept } from './places-kept.ts'

/** Files that are dropped on an item or into the text, and screenshots that are pasted. What becomes of them is loaded then. */
export const FileArrivals = Extension.create<{ host: EditorHost }>({
  name: 'fileArrivals',
  priority: 220,
  addProseMirrorPlugins() {
    const { host } = this.options
    return [
      PlacesKept,
      new Plugin({
        props: {
          handleKeyDown: (view, event) => event.key === 'Enter' && openChosen(view, host),
          handlePaste(view, event) {
            const files = pastedFiles(event.clipboardData)
            if (files.length === 0 || !host.editable) return false
            const { from } = view.state.selection
            const item = itemAround(view.state.doc, from)
            takeFiles(host, view, files, item ? { item: String(item.node.attrs.id), at: from } : { at: from })
            return true
          },
        },
        view: (view) => dropsOn(view, host),
      }),
    ]
  },
})

/** Hands files over to what uploads and places them. */
export function takeFiles(host: EditorHost, view: EditorView, files: File[], place: FilePlace): void {
  import('./add-files.ts').then(
    ({ addFiles }) => addFiles(host, view, files, place),
    () => {
      host.say.set('No connection. Files are taken when it is back, as long as this page stays open.')
      window.addEventListener('online', () => takeFiles(host, view, files, place), { once: true })
    },
  )
}

/** Enter on an image that is chosen in the text opens it. */
function openChosen(view: EditorView, host: EditorHost): boolean {
  const { selection } = view.state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return false
  const { fileId } = selection.node.attrs
  void import('./show-images.ts').then(({ showImages }) => showImages(view, String(fileId), host.facts.get().zone))
  return true
}

/** A screenshot, or an image copied from a page. What was copied as text, as cells or a formatted page are, stays text. */
function pastedFiles(clipboard: DataTransfer | null): File[] {
  if (!clipboard || clipboard.files.length === 0) return []
  const words = clipboard.getData('text/plain') || clipboard.getData('text/html').replace(/<[^>]*>/g, '')
  return words.trim() === '' ? [...clipboard.files] : []
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** On the window, because a file that is let go beside the text would otherwise take the place of the page. */
function dropsOn(view: EditorView, host: EditorHost) {
  let marked: Element | null = null
  const mark = (target: Element | null) => {
    if (marked === target) return
    marked?.classList.remove('ed-drop')
    marked = target
    marked?.classList.add('ed-drop')
  }
  const targetOf = ({ target }: DragEvent) => (target instanceof Element && view.dom.contains(target) ? target : null)
  const over = (event: DragEvent) => {
    const target = targetOf(event)
    mark(host.editable && hasFiles(event) ? (target?.closest('.ed-entry, .ed-card, .ed-section') ?? null) : null)
    // What takes files elsewhere on the page has said so before this.
    if (!hasFiles(event) || (event.defaultPrevented && !target)) return
    event.preventDefault()
    event.dataTransfer!.dropEffect = target && host.editable ? 'copy' : 'none'
  }
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) mark(null)
  }
  const drop = (event: DragEvent) => {
    mark(null)
    if (!hasFiles(event)) return
    event.preventDefault()
    const target = targetOf(event)
    const files = [...(event.dataTransfer?.files ?? [])]
    const item = target?.closest<HTMLElement>('.ed-entry, .ed-card')?.dataset.id
    // A chat or a log that falls into the text itself is offered as entries, by what reads scraps.
    const isScrap = item === undefined && files.length === 1 && isTextFile(files[0]!)
    if (!target || !host.editable || files.length === 0 || isScrap) return
    event.stopPropagation()
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from
    takeFiles(host, view, files, item ? { item, at } : { at })
  }
  window.addEventListener('dragover', over)
  window.addEventListener('dragleave', leave)
  window.addEventListener('drop', drop, true)
  return {
    destroy() {
      mark(null)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop, true)
    },
  }
}
