import type { Editor } from '@tiptap/core'
import type { MouseEvent } from 'react'
import { curled } from '#app/ui/curled.ts'
import { DocumentNoteList } from './document-note-list.tsx'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { noteNow, openNote } from './note-keys.ts'
import { usePart, useStore } from './use-store.ts'
import { isCounted } from './wording-check.ts'

/** Every phrase to look at, by section; the document as a whole; and, apart, what is only worth a look. */
export function LanguagePanel({ host, editor, onOpen }: { host: EditorHost; editor: Editor; onOpen?: () => void }) {
  const notes = useStore(host.notes)
  const sections = usePart(host.outline, (outline) => outline.sections)
  const counted = notes.filter(isCounted)
  const quiet = notes.filter((note) => !isCounted(note))
  const open = (note: PlacedNote, { detail }: MouseEvent) => {
    onOpen?.()
    openNote(editor.view, host, noteNow(editor.state, note), detail > 0 ? 'card' : 'first')
  }
  const titleOf = new Map(sections.map(({ id, title }) => [id, title]))
  return (
    <div className="space-y-5">
      <p role="status" className={counted.length === 0 ? 'text-ink-2' : 'sr-only'}>
        {said(counted.length)}
      </p>
      <DocumentNoteList host={host} editor={editor} onLeave={onOpen} />
      {sections
        .filter(({ id }) => counted.some(({ sectionId }) => sectionId === id))
        .map(({ id, title }) => (
          <section key={id} aria-label={title}>
            <h3 className="meta mb-2 font-[550]">{title}</h3>
            <ul className="space-y-2">
              {counted
                .filter(({ sectionId }) => sectionId === id)
                .map((note) => (
                  <li key={`${note.keepKey} ${note.start}`}>
                    <button
                      type="button"
                      onClick={(event) => open(note, event)}
                      className="w-full rounded-lg border border-line bg-surface px-3.5 py-2.5 text-left hover:border-line-strong"
                    >
                      <span
                        className={`font-medium underline decoration-note decoration-2 underline-offset-4 ${note.level === 'warn' ? '' : 'decoration-dotted'}`}
                      >
                        {note.excerpt}
                      </span>
                      <span className="mt-1 block text-sm text-ink-2">{curled(note.message)}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      {quiet.length > 0 && (
        <section aria-label="Worth a look" className="border-t border-line pt-4">
          <h3 className="meta mb-1 font-[550]">Worth a look</h3>
          <p className="meta mb-1">Style more than blame. It is marked nowhere and counted nowhere.</p>
          <ul>
            {quiet.map((note) => (
              <li key={`${note.keepKey} ${note.start}`}>
                <button
                  type="button"
                  onClick={(event) => open(note, event)}
                  className="flex min-h-8 w-full items-baseline gap-2 rounded-md px-1 py-1 text-left text-sm hover:bg-sunken pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 text-ink-2">{note.excerpt}</span>
                  <span className="meta shrink-0 text-xs!">{titleOf.get(note.sectionId)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Said when the panel opens and when a note comes or goes; read by those who see it only where there is nothing else. */
function said(phrases: number): string {
  if (phrases === 0) return 'No wording to look at. Whether it is fair is for readers to say.'
  return phrases === 1 ? '1 phrase to look at.' : `${phrases} phrases to look at.`
}
