import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useState } from 'react'
import type { KeptSentence } from '#app/document/kept-sentences.ts'
import { keptOf } from '#app/document/shared-document.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { authorsAct, type EditorHost, type PlacedNote } from './editor-host.ts'
import { insertItem, placeFor } from './item-acts.ts'
import { anchorOf } from './note-keys.ts'
import { notesIn } from './wording-check.ts'

/** What a note saw, why it matters, and a question to go on with. The author decides; keeping the sentence is one of the answers. */
export function WordingCard({
  host,
  editor,
  note,
  done,
}: {
  host: EditorHost
  editor: Editor
  note: PlacedNote
  done: () => void
}) {
  const [keeping, setKeeping] = useState(false)

  function keep(answer: KeptSentence['answer'], reason = '') {
    host.shared.transact(() => {
      keptOf(host.shared).set(note.keepKey, { ruleId: note.ruleId, answer, reason })
    }, authorsAct)
    host.say.set('Kept. It is not marked again, for anyone.')
    done()
  }
  function askOpenly() {
    const tr = editor.state.tr
    const place = placeFor(tr, 'questions', 'What we still don’t know')
    editor.view.dispatch(insertItem(tr, place, 'question', { text: questionOf(note, host) }))
    host.say.set('The question is in the open questions now.')
    host.ask.set(null)
    editor.view.focus()
  }
  function rewrite() {
    if (note.attribute && note.itemId) {
      const about = formOf[note.attribute]
      host.ask.set({ about, id: note.itemId, anchor: anchorOf(editor.view, note) })
      return
    }
    const now = notesIn(editor.state).find(({ keepKey }) => keepKey === note.keepKey) ?? note
    const start = now.start - now.from + now.sentence.from
    const end = now.start - now.from + now.sentence.to
    done()
    const { doc } = editor.state
    if (end <= doc.content.size)
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(doc, start, end)))
    editor.view.focus()
  }

  return (
    <div>
      <p className="mt-1.5 text-sm text-ink-2">
        {note.message} {note.why}
      </p>
      <p className="my-3 border-l-[3px] border-accent pl-2.5 font-serif text-base leading-snug text-ink italic">
        {note.question}
      </p>
      {host.editable && !keeping && (
        <>
          <Button
            onClick={askOpenly}
            className="w-full justify-start border-line! bg-accent-soft! font-medium! text-accent-ink!"
          >
            Ask this in Open questions
          </Button>
          <div className="mt-2 flex flex-wrap items-center gap-x-1 text-sm">
            <Button variant="quiet" className="px-2! font-medium!" onClick={rewrite}>
              Rewrite
            </Button>
            <Button variant="quiet" className="px-2! font-medium!" onClick={() => setKeeping(true)}>
              Keep, because …
            </Button>
            <Button variant="quiet" className="px-2! font-medium!" onClick={() => keep('not-useful')}>
              Not useful here
            </Button>
          </div>
        </>
      )}
      {keeping && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            keep('kept', String(new FormData(event.currentTarget).get('because') ?? '').trim())
          }}
        >
          <TextField name="because" label="Keep, because" autoFocus maxLength={300} className="mb-2" />
          <div className="flex gap-2">
            <Button type="submit" variant="primary">
              Keep the sentence
            </Button>
            <Button variant="quiet" onClick={() => setKeeping(false)}>
              Back
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}

/** The form in which an attribute is written. */
const formOf = { noChangeBecause: 'no-change', because: 'decision', mayMakeHarder: 'harder', answer: 'answer' } as const

/** The question with the moment it is about, so that it can be read on its own. */
function questionOf(note: PlacedNote, host: EditorHost) {
  const entry = note.itemId ? host.outline.get().entries.get(note.itemId)?.entry : undefined
  if (!entry?.at) return note.question
  return `${note.question} (${formatMoment({ ...entry, zone: entry.zone ?? host.facts.get().zone }, 'time')})`
}
