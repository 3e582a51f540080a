import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { KeptSentence } from '#app/document/kept-sentences.ts'
import { keptOf } from '#app/document/shared-document.ts'
import { Button } from '#app/ui/button.tsx'
import { curled } from '#app/ui/curled.ts'
import { TextField } from '#app/ui/field.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { askOpenly } from './ask-openly.ts'
import { authorsAct, type CardFocus, type EditorHost, type PlacedNote } from './editor-host.ts'
import { findRewrite, type OfferedRewrite } from './find-rewrite.ts'
import { anchorOf, noteNow, stepNote } from './note-keys.ts'
import { RewriteOffer } from './rewrite-offer.tsx'

/**
 * The question to go on with, and what may be done about a note: ask it openly, take another wording or write one, or keep the
 * sentence. What was seen and why it matters stands above it, as the description of the card.
 */
export function WordingCard({
  host,
  editor,
  note,
  focus,
  done,
}: {
  host: EditorHost
  editor: Editor
  note: PlacedNote
  focus: CardFocus
  done: () => void
}) {
  const [keeping, setKeeping] = useState(false)
  const rewrite = useRewrite(host, editor, note)
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const target = focus === 'first' ? 'button' : `[data-step="${focus}"]`
    const place = focus === 'card' ? card.current : card.current?.querySelector<HTMLElement>(target)
    place?.focus({ preventScroll: true })
  }, [focus])
  useStepKeys(editor, host)

  function keep(answer: KeptSentence['answer'], reason = '') {
    host.shared.transact(() => {
      keptOf(host.shared).set(note.keepKey, { ruleId: note.ruleId, answer, reason })
    }, authorsAct)
    host.say.set('Kept. It is not marked again, for anyone.')
    done()
  }
  function ask() {
    askOpenly(editor.view, host, questionOf(note, host))
    done()
  }
  function take({ put }: OfferedRewrite) {
    const isDone = put()
    host.say.set(isDone ? 'Reworded. Undo brings the old wording back.' : 'The sentence was changed meanwhile.')
    done()
  }
  function write() {
    if (note.attribute && note.itemId) {
      const about = formOf[note.attribute]
      host.ask.set({ about, id: note.itemId, anchor: anchorOf(editor.view, note) })
      return
    }
    const now = noteNow(editor.state, note)
    const start = now.start - now.from + now.sentence.from
    const end = now.start - now.from + now.sentence.to
    done()
    const { doc } = editor.state
    if (end <= doc.content.size)
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(doc, start, end)))
    editor.view.focus()
  }

  return (
    <div ref={card} tabIndex={-1} className="outline-none">
      <p className="my-3 border-l-[3px] border-accent pl-2.5 font-serif text-base leading-snug text-ink italic">
        {curled(note.question)}
      </p>
      {host.editable && !keeping && (
        <>
          <Button
            onClick={ask}
            className="w-full justify-start border-line! bg-accent-soft! font-medium! text-accent-ink!"
          >
            Ask this in Open questions
          </Button>
          {rewrite && <RewriteOffer rewrite={rewrite} onUse={() => take(rewrite)} onWrite={write} />}
          <div className="mt-2 -ml-2 flex flex-wrap items-center gap-x-1 text-sm">
            {!rewrite && (
              <Button variant="quiet" className="px-2! font-medium!" onClick={write}>
                Rewrite
              </Button>
            )}
            <Button variant="quiet" className="px-2! font-medium!" onClick={() => setKeeping(true)}>
              Keep, because …
            </Button>
            <Button variant="quiet" className="px-2! font-medium!" onClick={() => keep('not-useful')}>
              Not useful here
            </Button>
          </div>
        </>
      )}
      {keeping && <KeepForm onKeep={(reason) => keep('kept', reason)} onBack={() => setKeeping(false)} />}
      <Foot
        note={note}
        source={host.options.ruleSources[note.ruleId] ?? 'Where this comes from'}
        onStep={(by, { detail }) => stepNote(editor.view, host, by, detail > 0 ? 'card' : by === 1 ? 'next' : 'before')}
      />
    </div>
  )
}

function KeepForm({ onKeep, onBack }: { onKeep: (reason: string) => void; onBack: () => void }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onKeep(String(new FormData(event.currentTarget).get('because') ?? '').trim())
      }}
    >
      <TextField name="because" label="Keep, because" autoFocus maxLength={300} className="mb-2" />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Keep the sentence
        </Button>
        <Button variant="quiet" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  )
}

/** Where the note comes from, and the way to the next one. */
function Foot({
  note,
  source,
  onStep,
}: {
  note: PlacedNote
  source: string
  onStep: (by: -1 | 1, event: MouseEvent) => void
}) {
  return (
    <div className="mt-2 flex items-center gap-1 border-t border-line pt-2">
      <a
        href={`/language#${note.ruleId}`}
        target="_blank"
        rel="noreferrer"
        className="min-w-0 flex-1 text-xs leading-snug text-ink-3 underline decoration-line-strong underline-offset-3 hover:text-ink pointer-coarse:py-3"
      >
        {curled(source)}
      </a>
      <Button
        variant="quiet"
        iconOnly
        data-step="before"
        aria-label="Note before"
        title="Note before (Shift F8)"
        onClick={(event) => onStep(-1, event)}
      >
        <ChevronLeft aria-hidden="true" size={16} />
      </Button>
      <Button
        variant="quiet"
        iconOnly
        data-step="next"
        aria-label="Next note"
        title="Next note (F8)"
        onClick={(event) => onStep(1, event)}
      >
        <ChevronRight aria-hidden="true" size={16} />
      </Button>
    </div>
  )
}

/** Looked for when the card opens: few sentences have another wording, and the code for it comes with the first card. */
function useRewrite(host: EditorHost, editor: Editor, note: PlacedNote): OfferedRewrite | null {
  const [rewrite, setRewrite] = useState<OfferedRewrite | null>(null)
  useEffect(() => {
    let isGone = false
    findRewrite(editor.view, host, note).then(
      (found) => isGone || setRewrite(found),
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [host, editor, note])
  return rewrite
}

/** The keys of the text go on from card to card. */
function useStepKeys(editor: Editor, host: EditorHost) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      stepNote(editor.view, host, event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [editor, host])
}

/** The form in which an attribute is written. */
const formOf = { noChangeBecause: 'addressed', because: 'decision', mayMakeHarder: 'harder', answer: 'answer' } as const

/** The question with the moment it is about, so that it can be read on its own. */
function questionOf(note: PlacedNote, host: EditorHost) {
  const entry = note.itemId ? host.outline.get().entries.get(note.itemId)?.entry : undefined
  if (!entry?.at) return note.question
  return `${note.question} (${formatMoment({ ...entry, zone: host.facts.get().zone }, 'time')})`
}
