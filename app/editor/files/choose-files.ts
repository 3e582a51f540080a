import type { EditorView } from '@tiptap/pm/view'
import type { EditorHost } from '../editor-host.ts'
import { takeFiles } from './file-arrivals.ts'
import type { FilePlace } from './places-kept.ts'

/** Lets someone choose files, by the system's own dialog, and takes them to a place. */
export function chooseFiles(host: EditorHost, view: EditorView, place: FilePlace): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => takeFiles(host, view, [...(input.files ?? [])], place))
  input.click()
}
