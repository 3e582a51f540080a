import type { Editor } from '@tiptap/core'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { openNote } from './note-keys.ts'
import { useStore } from './use-store.ts'
import { notesIn } from './wording-check.ts'

/** Every phrase to look at, by section. */
export function LanguagePanel({ host, editor, onOpen }: { host: EditorHost; editor: Editor; onOpen?: () => void }) {
  const notes = useStore(host.notes)
  const { sections } = useStore(host.outline)
  if (notes.length === 0) {
    return <p className="text-ink-2">No wording to look at. Whether it is fair is for readers to say.</p>
  }
  const open = (note: PlacedNote) => {
    const now = notesIn(editor.state).find(({ keepKey, start }) => keepKey === note.keepKey && start >= 0) ?? note
    onOpen?.()
    openNote(editor.view, host, now)
  }
  return (
    <div className="space-y-4">
      {sections
        .filter(({ id }) => notes.some(({ sectionId }) => sectionId === id))
        .map(({ id, title }) => (
          <section key={id} aria-label={title}>
            <h3 className="meta mb-2 font-[550]">{title}</h3>
            <ul className="space-y-2">
              {notes
                .filter(({ sectionId }) => sectionId === id)
                .map((note) => (
                  <li key={`${note.keepKey} ${note.start}`}>
                    <button
                      type="button"
                      onClick={() => open(note)}
                      className="w-full rounded-lg border border-line bg-surface px-3.5 py-2.5 text-left hover:border-line-strong"
                    >
                      <span
                        className={`font-medium underline decoration-note decoration-2 underline-offset-4 ${note.level === 'warn' ? '' : 'decoration-dotted'}`}
                      >
                        {note.excerpt}
                      </span>
                      <span className="mt-1 block text-sm text-ink-2">{note.message}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
