import { useState } from 'react'
import { Form } from 'react-router'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckboxField, TextArea } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { BoxAnswer } from './new.tsx'
import { useFirstBox } from './use-first-box.ts'

/** Characters the box takes; a longer text is a file. */
export const boxLimit = 200_000

const details: Record<string, string> = { light: 'Near miss: four fields, three minutes' }

/**
 * One box to begin with. With JavaScript the draft exists from the first letter and what is typed moves into it; without,
 * the button makes it.
 */
export function FirstBox({
  templates,
  chosen,
  answer,
}: {
  templates: { key: string; name: string; description: string }[]
  chosen: string
  answer?: BoxAnswer
}) {
  const [template, setTemplate] = useState(chosen)
  const { box, onInput, onSubmit, status, problem } = useFirstBox(template)
  return (
    <Form method="post" onSubmit={onSubmit} className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_280px]">
      <div className="min-w-0">
        <h1 className="mb-4 font-serif text-3xl font-semibold tracking-[-0.01em]">
          Paste what you have, or type what happened
        </h1>
        <Problem messages={problem ?? answer?.problem} />
        <TextArea
          className="mb-4 [&_textarea]:min-h-72"
          ref={box}
          onInput={onInput}
          labelHidden
          label="What you have, or what happened"
          hint="A chat, a log, a line of memory. Lines that begin with a time become the timeline. When you pause, you go on in the editor."
          name="text"
          rows={14}
          maxLength={boxLimit}
          defaultValue={answer?.text}
          autoFocus
          placeholder={
            '14:03 first declines in the payments channel\n14:09 the decline alert fires\n14:21 previous bundle is back'
          }
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary">
            Go on in the editor
          </Button>
          <ButtonLink to="/postmortems/import">Import a file</ButtonLink>
          <p role="status" className="meta">
            {status}
          </p>
        </div>
      </div>
      <aside>
        <SectionHeading id="template">Template</SectionHeading>
        <fieldset aria-labelledby="template">
          {templates.map(({ key, name, description }) => (
            <CheckboxField
              key={key}
              type="radio"
              name="template"
              value={key}
              checked={template === key}
              onChange={() => setTemplate(key)}
              label={<span className="font-[550]">{name}</span>}
              hint={details[key] ?? description}
            />
          ))}
        </fieldset>
        <p className="meta mt-2">It can be changed at any time without losing anything. Only you see the draft.</p>
      </aside>
    </Form>
  )
}
