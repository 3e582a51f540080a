import { Fragment, useId, useMemo, useRef, useState } from 'react'
import { Chip } from '#app/ui/chip.tsx'
import { curled } from '#app/ui/curled.ts'
import { SelectField } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import type { lintPasted, PastedNote } from './lint-pasted.ts'
import { lineLook } from './marked-sentence.tsx'

const sections = {
  summary: 'Summary',
  timeline: 'Timeline',
  accounts: 'Accounts',
  causes: 'Causes',
  changes: 'Changes',
  questions: 'Open questions',
  thanks: 'Thanks',
  lessons: 'Lessons',
} as const

/** What the box shows at first, and what is noted in it: the page has it ready, before any script. */
export interface Sample {
  text: string
  section: keyof typeof sections
  remark: string
  notes: PastedNote[]
}

/** How many notes are listed: a whole book may be pasted. */
const MOST = 50

const textLook =
  'col-start-1 row-start-1 m-0 w-full p-0 font-serif text-[1.125rem] leading-[1.6] whitespace-pre-wrap break-words'

/** A box to paste a text in and see its notes. The linter is loaded when the box is entered; the text goes nowhere. */
export function TryIt({ sample }: { sample: Sample }) {
  const [text, setText] = useState(sample.text)
  const [section, setSection] = useState(sample.section)
  const [look, setLook] = useState<typeof lintPasted>()
  const [problem, setProblem] = useState(false)
  const ready = useHydrated()
  const input = useRef<HTMLTextAreaElement>(null)
  const label = useId()
  const promise = useId()
  const untouched = text === sample.text && section === sample.section
  const notes = useMemo(() => {
    if (look) return look(text, section)
    return untouched ? sample.notes : null
  }, [look, text, section, untouched, sample.notes])

  const load = () => {
    import('./lint-pasted.ts').then(
      (module) => {
        setLook(() => module.lintPasted)
        setProblem(false)
      },
      () => setProblem(true),
    )
  }
  const select = ({ from, to }: PastedNote) => {
    input.current!.focus()
    input.current!.setSelectionRange(from, to)
  }

  return (
    <section
      aria-labelledby={label}
      className="mb-4 rounded-[14px] border border-line-strong bg-surface px-4 py-4 shadow-card sm:px-[18px]"
    >
      <h2 id={label} className="sr-only">
        Try it
      </h2>
      <div className="max-h-[60vh] overflow-y-auto rounded-md has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-accent">
        <div className="grid min-h-16">
          <div aria-hidden="true" className={`${textLook} text-transparent`}>
            <Underlined text={text} notes={notes ?? []} />
            {/* A last empty line has no height without something on it. */}
            {'\u200b'}
          </div>
          <textarea
            ref={input}
            aria-label="Your text"
            aria-describedby={promise}
            value={text}
            readOnly={!ready}
            maxLength={100_000}
            spellCheck={false}
            autoComplete="off"
            onFocus={load}
            onChange={(event) => setText(event.target.value)}
            className={`${textLook} h-full resize-none overflow-hidden bg-transparent outline-none`}
          />
        </div>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-2.5 text-sm text-ink-3">
        <p role="status" className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-x-2.5 gap-y-1">
          <Said notes={notes} problem={problem} />
          {untouched && <span>{sample.remark}</span>}
        </p>
        <div className="flex items-center gap-2">
          <span aria-hidden="true">Read as</span>
          <SelectField
            label="Read as"
            labelHidden
            name="section"
            value={section}
            disabled={!ready}
            onFocus={load}
            onChange={(event) => {
              load()
              setSection(event.target.value as keyof typeof sections)
            }}
            className="w-40"
          >
            {Object.entries(sections).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
        <span id={promise}>Nothing leaves this page.</span>
      </div>
      <noscript>
        <p className="mt-2 text-sm text-ink-3">
          Trying your own words needs JavaScript. The guide below does not, and the command line does it anywhere.
        </p>
      </noscript>
      {notes && notes.length > 0 && (
        <ol aria-label="Notes" className="mt-3 space-y-3 border-t border-line pt-3">
          {notes.slice(0, MOST).map((note) => (
            <li key={`${note.from} ${note.ruleId}`}>
              <button
                type="button"
                onClick={() => select(note)}
                className={`min-h-8 text-left font-medium pointer-coarse:min-h-11 ${lineLook(note.level)}`}
              >
                {note.excerpt}
              </button>
              <p className="text-ink-2">
                {curled(note.message)} {note.why}
              </p>
              <p className="mt-1 font-serif text-lg italic">{note.question}</p>
              <a
                href={`#${note.ruleId}`}
                className="inline-flex min-h-8 items-center text-sm text-ink-3 underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
              >
                More about this note<span className="sr-only"> on “{note.excerpt}”</span>
              </a>
            </li>
          ))}
        </ol>
      )}
      {notes && notes.length > MOST && (
        <p className="meta mt-3">The first {MOST} notes. The others are underlined in the text.</p>
      )}
    </section>
  )
}

function Said({ notes, problem }: { notes: PastedNote[] | null; problem: boolean }) {
  if (problem)
    return <span>The notes could not be loaded. What you typed stays; enter the box again to try once more.</span>
  if (!notes) return <span>Looking …</span>
  if (notes.length === 0) return <span>No wording to look at. Whether it is fair is for readers to say.</span>
  return <Chip tone="note">{notes.length === 1 ? '1 note' : `${notes.length} notes`}</Chip>
}

/** The same text again, under the one that is typed in: it carries the lines. */
function Underlined({ text, notes }: { text: string; notes: PastedNote[] }) {
  const starts = [0, ...notes.map(({ to }) => to)]
  return (
    <>
      {notes.map((note, index) => (
        <Fragment key={`${note.from} ${note.ruleId}`}>
          {text.slice(starts[index], note.from)}
          <span className={lineLook(note.level)}>{text.slice(note.from, note.to)}</span>
        </Fragment>
      ))}
      {text.slice(starts.at(-1))}
    </>
  )
}
