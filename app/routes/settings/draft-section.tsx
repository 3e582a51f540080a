import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import X from 'lucide-react/icons/x'
import { Fragment } from 'react'
import type { TemplateSection } from '#app/document/templates.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CheckboxField, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldNotes } from './field-notes.tsx'
import type { TemplateNote } from './template-notes.server.ts'

const longTexts = [
  { part: 'prompt', label: 'Question', rows: 1, look: 'mb-2 [&_textarea]:min-h-9' },
  { part: 'help', label: 'Help', rows: 2, look: 'mb-0 [&_textarea]:min-h-16' },
] as const

/** One section on the form of a template, with the buttons that move it or take it out. */
export function DraftSection({
  section,
  place,
  isLast,
  problems,
  notes,
}: {
  section: TemplateSection
  /** From 0. */
  place: number
  isLast: boolean
  problems: Record<string, string[] | undefined>
  notes: Record<string, TemplateNote[]>
}) {
  const { key, kind, title, required } = section
  const named = title || `section ${place + 1}`
  const field = (part: string) => `${part}-${key}`
  return (
    <li className="rounded-xl border border-line bg-surface px-4 pt-3 pb-3.5 sm:px-5">
      <input type="hidden" name="section" value={key} />
      <input type="hidden" name={field('kind')} value={kind} />
      <div className="mb-2 flex items-center gap-2">
        <span aria-hidden="true" className="w-5 font-mono text-sm text-ink-3 tabular-nums">
          {place + 1}
        </span>
        <Chip>{kind}</Chip>
        <span className="ml-auto flex gap-1">
          <Act act={`up:${key}`} label={`Move ${named} up`} disabled={place === 0}>
            <ArrowUp aria-hidden="true" size={16} />
          </Act>
          <Act act={`down:${key}`} label={`Move ${named} down`} disabled={isLast}>
            <ArrowDown aria-hidden="true" size={16} />
          </Act>
          <Act act={`take-out:${key}`} label={`Take ${named} out`}>
            <X aria-hidden="true" size={16} />
          </Act>
        </span>
      </div>
      <div className="grid gap-x-5 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div>
          <TextField
            name={field('title')}
            label="Title"
            autoComplete="off"
            defaultValue={title}
            problems={problems[field('title')]}
            className="mb-2"
          />
          <FieldNotes notes={notes[field('title')]} />
        </div>
        <CheckboxField name={field('required')} label="Required" defaultChecked={required} className="mb-2 sm:pt-7.5" />
      </div>
      {longTexts.map(({ part, label, rows, look }) => (
        <Fragment key={part}>
          <TextArea
            name={field(part)}
            label={label}
            optional
            rows={rows}
            defaultValue={section[part]}
            problems={problems[field(part)]}
            className={look}
          />
          <FieldNotes notes={notes[field(part)]} />
        </Fragment>
      ))}
    </li>
  )
}

function Act({
  act,
  label,
  disabled,
  children,
}: {
  act: string
  label: string
  disabled?: boolean
  children: React.ReactNode
}) {
  return (
    <Button
      type="submit"
      name="act"
      value={act}
      data-act={act}
      variant="quiet"
      iconOnly
      aria-label={label}
      aria-disabled={disabled || undefined}
    >
      {children}
    </Button>
  )
}
