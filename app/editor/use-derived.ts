import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { keptOf } from '#app/document/shared-document.ts'
import type { DocumentNote } from '#app/linter/index.ts'
import type { EditorHost } from './editor-host.ts'
import { openWhereItWas } from './open-where-it-was.ts'
import { readDocumentNotes } from './read-document-notes.ts'
import { createOutlineReader } from './read-outline.ts'

/** How long after an edit what is derived from the document is read again. */
const SOON = 250

/** Reads the outline after edits, opens the caret in the timeline, and says which section the caret is in. */
export function useDerived(host: EditorHost, editor: Editor): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const kept = keptOf(host.shared)
    const readNotes = () => setNotes(host, readDocumentNotes(host.outline.get(), kept, host.options.language))
    const readOutline = createOutlineReader()
    const read = () => {
      host.outline.set(readOutline(editor.state.doc, host.facts.get().zone))
      readNotes()
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, SOON)
    }
    const follow = () => {
      const { $from } = editor.state.selection
      setCurrent($from.depth > 0 ? String($from.node(1).attrs.id) : null)
    }
    read()
    openWhereItWas(editor, host)
    follow()
    editor.on('update', later)
    editor.on('selectionUpdate', follow)
    const stop = host.facts.subscribe(later)
    kept.observe(readNotes)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
      editor.off('selectionUpdate', follow)
      stop()
      kept.unobserve(readNotes)
    }
  }, [editor, host])
  return current
}

/** Most readings find what the one before did: then nothing is drawn anew. */
function setNotes({ documentNotes }: EditorHost, notes: DocumentNote[]) {
  const keys = (list: DocumentNote[]) => list.map(({ keepKey }) => keepKey).join()
  if (keys(notes) !== keys(documentNotes.get())) documentNotes.set(notes)
}
