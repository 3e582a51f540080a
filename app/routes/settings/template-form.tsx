import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Form, Link, useNavigation } from 'react-router'
import type { TemplateSection } from '#app/document/templates.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { AddSection } from './add-section.tsx'
import { DraftSection } from './draft-section.tsx'
import { FieldNotes } from './field-notes.tsx'
import { type OtherTemplate, readTemplateDraft, rearrange, type TemplateDraft } from './template-draft.ts'
import type { TemplateAnswer } from './template-form.server.ts'
import type { TemplateNote } from './template-notes.server.ts'
import { TemplatePreview } from './template-preview.tsx'

interface TemplateFormProps {
  /** What stands in the form at first. */
  draft: TemplateDraft
  /** Of the template when the form was opened; 0 for a new one. */
  revision: number
  notes: Record<string, TemplateNote[]>
  /** Sections of other templates, to take over. */
  others: OtherTemplate[]
  answer: TemplateAnswer | null
  /** Where the form is posted, and where its end leads. */
  action: string
  cancelTo: string
  send: string
}

/**
 * The form of a template. Its buttons change the form alone until it is saved: by themselves in the page, and without
 * JavaScript by a round trip that brings everything typed back.
 */
export function TemplateForm(props: TemplateFormProps) {
  const { revision, others, answer, action, cancelTo, send } = props
  const [draft, setDraft] = useState(answer?.draft ?? props.draft)
  const [said, setSaid] = useState('')
  const [preview, setPreview] = useState(answer?.act === 'preview' ? answer.draft : null)
  const form = useRef<HTMLFormElement>(null)
  const focusOn = useRef<string | null>(null)
  const pending = useNavigation().formData?.get('act') === 'save'
  const problems = answer?.problems ?? {}
  const wrong = Object.keys(problems).length
  const notes = answer?.notes ?? props.notes
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form that was drawn anew gets the focus where it was
  useEffect(() => {
    if (focusOn.current) form.current?.querySelector<HTMLElement>(focusOn.current)?.focus()
    focusOn.current = null
  }, [draft])

  function press(event: FormEvent<HTMLFormElement>) {
    const act = ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? 'save'
    if (act === 'save') return
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const typed = readTemplateDraft(fields)
    if (act === 'preview') {
      setPreview(typed)
      return
    }
    const what = String(fields.get('what') ?? '')
    const next = rearrange(typed, act, { what, others })
    setDraft(next)
    setPreview(null)
    setSaid(saysOf(act, typed, next))
    focusOn.current = focusAfter(act, next)
  }

  return (
    <>
      <Problem messages={answer?.messages.length ? answer.messages : wrong > 0 && wrongWords(wrong)} />
      <Form ref={form} method="post" action={action} noValidate onSubmit={press}>
        {/* The first button of a form is the one that Enter presses. */}
        <button type="submit" name="act" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
          {send}
        </button>
        <input type="hidden" name="revision" value={answer?.revision ?? revision} />
        {draft.wantedKey && <input type="hidden" name="key" value={draft.wantedKey} />}
        {draft.takenOut.map((section) => (
          <input key={section.key} type="hidden" name="taken-out" value={JSON.stringify(section)} />
        ))}
        <div className="max-w-lg">
          <TextField
            name="name"
            label="Name"
            required
            autoComplete="off"
            defaultValue={draft.name}
            problems={problems.name}
            className="mb-1"
          />
          <FieldNotes notes={notes.name} />
          <TextField
            name="description"
            label="For which incidents"
            optional
            hint="One sentence, shown where it is chosen."
            autoComplete="off"
            defaultValue={draft.description}
            problems={problems.description}
            className="mt-3 mb-1"
          />
          <FieldNotes notes={notes.description} />
        </div>
        <SectionHeading>Sections, in reading order</SectionHeading>
        <p className="mb-4 max-w-prose text-ink-2">
          Question and help are shown to whoever writes, and never become part of the text. Both may stay empty.
        </p>
        <p role="status" className="sr-only">
          {said}
        </p>
        <ol className="space-y-3">
          {draft.sections.map((section, place) => (
            <DraftSection
              key={section.key}
              section={section}
              place={place}
              isLast={place === draft.sections.length - 1}
              action={action}
              problems={problems}
              notes={notes}
            />
          ))}
        </ol>
        <div id="after-sections">
          <TakenOut sections={draft.takenOut} action={`${action}#after-sections`} />
          <AddSection draft={draft} others={others} action={`${action}#after-sections`} />
        </div>
        <div className="mt-7 flex flex-wrap gap-2 border-t border-line pt-5">
          <Button type="submit" variant="primary" name="act" value="save" pending={pending}>
            {send}
          </Button>
          <Button type="submit" name="act" value="preview" formAction={`${action}#preview`}>
            Preview
          </Button>
          <Link
            to={cancelTo}
            className="inline-flex min-h-8 items-center rounded-md px-3 font-[550] text-ink-2 hover:bg-sunken pointer-coarse:min-h-11"
          >
            Leave without saving
          </Link>
        </div>
      </Form>
      {preview && (
        <section id="preview" aria-label="Preview" className="mt-8">
          <SectionHeading>As an author will see it</SectionHeading>
          <TemplatePreview sections={preview.sections} />
        </section>
      )}
    </>
  )
}

function wrongWords(fields: number): string {
  return `Not saved yet: ${fields === 1 ? 'one field has' : `${fields} fields have`} to be changed first. See below.`
}

function TakenOut({ sections, action }: { sections: TemplateSection[]; action: string }) {
  if (sections.length === 0) return null
  return (
    <ul className="mt-3 divide-y divide-line border-y border-line">
      {sections.map(({ key, title }) => (
        <li key={key} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-1">
          <span className="text-ink-2">{title || 'A section without a title'} is taken out when you save.</span>
          <Button
            type="submit"
            name="act"
            value={`bring-back:${key}`}
            data-act={`bring-back:${key}`}
            formAction={action}
          >
            Bring it back
          </Button>
        </li>
      ))}
    </ul>
  )
}

function saysOf(act: string, before: TemplateDraft, after: TemplateDraft): string {
  const [verb, key] = act.split(/:(.*)/s)
  const place = after.sections.findIndex((section) => section.key === key) + 1
  const title = before.sections.find((section) => section.key === key)?.title || 'The section'
  if (verb === 'up' || verb === 'down') return `${title} is number ${place} now.`
  if (verb === 'take-out') return `${title} is taken out when you save.`
  if (verb === 'bring-back') return 'It is back, at the end.'
  return 'A section was added at the end.'
}

/** Where the focus goes: with what was moved, to the way back, to the title of what is new. */
function focusAfter(act: string, { sections }: TemplateDraft): string {
  const [verb, key] = act.split(/:(.*)/s)
  if (verb === 'take-out') return `[data-act="bring-back:${key}"]`
  if (verb === 'up' || verb === 'down') return `[data-act="${act}"]`
  return `[name="title-${sections.at(-1)!.key}"]`
}
