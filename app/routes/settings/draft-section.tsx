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

/** The texts of a section, each in the type in which an author reads it. */
const longTexts = [
  { part: 'prompt', label: 'Question', look: 'mb-2 [&_textarea]:min-h-9 [&_textarea]:font-serif [&_textarea]:italic' },
  { part: 'help', label: 'Help', look: 'mb-0 [&_textarea]:min-h-9' },
] as const

/** One section on the form of a template, with the buttons that move it or take it out. */
export function DraftSection({
  section,
  place,
  isLast,
  action,
  problems,
  notes,
}: {
  section: TemplateSection
  /** From 0. */
  place: number
  isLast: boolean
  /** Where the form is posted. */
  action: string
  problems: Record<string, string[] | undefined>
  notes: Record<string, TemplateNote[]>
}) {
  const { key, kind, title, required } = section
  const named = title || `section ${place + 1}`
  const field = (part: string) => `${part}-${key}`
  return (
    <li id={`section-${key}`}>
      <fieldset
        aria-label={named}
        className="min-w-0 rounded-xl border border-line bg-surface px-4 pt-3 pb-3.5 sm:px-5"
      >
        <input type="hidden" name="section" value={key} />
        <input type="hidden" name={field('kind')} value={kind} />
        <div className="mb-1.5 flex items-center gap-2">
          <span aria-hidden="true" className="w-5 font-mono text-sm text-ink-3 tabular-nums">
            {place + 1}
          </span>
          <Chip>{kind}</Chip>
          <CheckboxField
            name={field('required')}
            label="Required"
            defaultChecked={required}
            className="ml-2 [&_input]:mt-0 [&_label]:items-center"
          />
          <span className="ml-auto flex gap-1">
            <Act act={`up:${key}`} to={`${action}#section-${key}`} label={`Move ${named} up`} disabled={place === 0}>
              <ArrowUp aria-hidden="true" size={16} />
            </Act>
            <Act act={`down:${key}`} to={`${action}#section-${key}`} label={`Move ${named} down`} disabled={isLast}>
              <ArrowDown aria-hidden="true" size={16} />
            </Act>
            <Act act={`take-out:${key}`} to={`${action}#after-sections`} label={`Take ${named} out`}>
              <X aria-hidden="true" size={16} />
            </Act>
          </span>
        </div>
        <TextField
          name={field('title')}
          label={<Small>Title</Small>}
          autoComplete="off"
          defaultValue={title}
          problems={problems[field('title')]}
          className="mb-2 [&_input]:font-serif [&_input]:text-xl [&_input]:font-semibold"
        />
        <FieldNotes notes={notes[field('title')]} />
        {longTexts.map(({ part, label, look }) => (
          <Fragment key={part}>
            <TextArea
              name={field(part)}
              label={<Small>{label}</Small>}
              rows={1}
              defaultValue={section[part]}
              problems={problems[field(part)]}
              className={look}
            />
            <FieldNotes notes={notes[field(part)]} />
          </Fragment>
        ))}
      </fieldset>
    </li>
  )
}

function Small({ children }: { children: string }) {
  return <span className="text-sm font-normal text-ink-3">{children}</span>
}

/** `to`: where the form is posted without JavaScript, with the place of the page to come back to. */
function Act({
  act,
  to,
  label,
  disabled,
  children,
}: {
  act: string
  to: string
  label: string
  disabled?: boolean
  children: React.ReactNode
}) {
  return (
    <Button
      type="submit"
      name="act"
      value={act}
      formAction={to}
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
