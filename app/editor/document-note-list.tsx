import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { keptOf } from '#app/document/shared-document.ts'
import type { DocumentNote } from '#app/linter/index.ts'
import { Button } from '#app/ui/button.tsx'
import { curled } from '#app/ui/curled.ts'
import { askOpenly } from './ask-openly.ts'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { focusItem } from './item-acts.ts'
import { useStore } from './use-store.ts'

/** Notes on the document as a whole. Closed they are one line each; opened they say why, ask, and lead to what they are about. */
export function DocumentNoteList({
  host,
  editor,
  onLeave,
}: {
  host: EditorHost
  editor: Editor
  /** Called before the text is shown, so that a drawer in front of it can close. */
  onLeave?: () => void
}) {
  const notes = useStore(host.documentNotes)
  if (notes.length === 0) return null
  return (
    <section aria-label="The document as a whole">
      <h3 className="meta mb-2 font-[550]">The document as a whole</h3>
      <ul className="space-y-2">
        {notes.map((note) => (
          <li key={note.noteId} className="rounded-lg border border-line bg-surface">
            <NoteOnDocument note={note} host={host} editor={editor} onLeave={onLeave} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoteOnDocument({
  note,
  host,
  editor,
  onLeave,
}: {
  note: DocumentNote
  host: EditorHost
  editor: Editor
  onLeave?: () => void
}) {
  const [isOpen, setOpen] = useState(false)
  const go = (id: string) => {
    onLeave?.()
    focusItem(editor.view, id)
  }
  const leave = () => {
    host.shared.transact(() => {
      keptOf(host.shared).set(note.keepKey, { ruleId: note.noteId, answer: 'kept', reason: 'left as it is' })
    }, authorsAct)
    host.say.set('Left as it is, for everyone, until what it is about changes.')
    editor.view.focus()
  }
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-baseline gap-2 rounded-lg px-3.5 py-2.5 text-left font-medium hover:bg-sunken"
      >
        <span aria-hidden="true" className={`text-ink-3 transition-transform ${isOpen ? 'rotate-90' : ''}`}>
          ›
        </span>
        {note.message}
      </button>
      {isOpen && (
        <div className="px-3.5 pt-1.5 pb-3">
          <p className="text-sm text-ink-2">{curled(note.why)}</p>
          <Places ids={note.items} host={host} onGo={go} />
          <p className="my-3 border-l-[3px] border-accent pl-2.5 font-serif text-base leading-snug italic">
            {note.question}
          </p>
          {host.editable && (
            <>
              <Button
                onClick={() => askOpenly(editor.view, host, note.question)}
                className="w-full justify-start border-line! bg-accent-soft! font-medium! text-accent-ink!"
              >
                Ask this in Open questions
              </Button>
              <Button variant="quiet" className="mt-1 -ml-2 px-2! text-sm font-medium!" onClick={leave}>
                Leave it be
              </Button>
            </>
          )}
        </div>
      )}
    </>
  )
}

/** How many of the items are named; with more, the first ones stand for the rest. */
const MOST = 4

/** The causes or changes a note is about, as the beginning of their text. */
function Places({ ids, host, onGo }: { ids: string[]; host: EditorHost; onGo: (id: string) => void }) {
  const { causes, changes } = useStore(host.outline)
  return (
    <ul className="mt-2">
      {ids.slice(0, MOST).map((id) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onGo(id)}
            className="block min-h-7 max-w-full truncate text-left text-sm text-accent underline decoration-line-strong underline-offset-3 hover:decoration-accent pointer-coarse:min-h-11"
          >
            {causes.get(id)?.text ?? changes.get(id)?.text}
          </button>
        </li>
      ))}
      {ids.length > MOST && <li className="meta">and {ids.length - MOST} more</li>}
    </ul>
  )
}
