import { useState } from 'react'
import { type SectionKind, sectionKindHolds, sectionKinds } from '#app/document/section-kind.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { AskFormProps } from './ask-form.tsx'
import { addSectionBelow } from './section-acts.ts'
import { templateOf } from './template-of.ts'

/** Adds a section below the one that asked: an own one with its title, or one of the template that is not there. */
export function AddSectionForm({ host, view, id, done, goOn }: AskFormProps) {
  const there = new Set(host.outline.get().sections.map(({ key }) => key))
  const missing = (templateOf(host)?.sections ?? []).filter(({ key }) => !there.has(key))
  const [what, setWhat] = useState(missing[0] ? `key:${missing[0].key}` : 'kind:prose')
  const isOwn = what.startsWith('kind:')
  return (
    <form
      className="w-80 max-w-full p-1"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = String(new FormData(event.currentTarget).get('title') ?? '')
          .replaceAll(/\s+/g, ' ')
          .trim()
        const [, name = ''] = what.split(/:(.*)/s)
        const chosen = missing.find(({ key }) => what === `key:${key}`)
        const section = chosen ?? { key: null, kind: name as SectionKind, title: typed || 'Untitled' }
        goOn(() => addSectionBelow(host, view, section, id || null))
      }}
    >
      <SelectField
        name="what"
        label="What it holds"
        value={what}
        autoFocus
        onChange={(event) => setWhat(event.target.value)}
      >
        {missing.length > 0 && (
          <optgroup label="Of the template">
            {missing.map(({ key, title }) => (
              <option key={key} value={`key:${key}`}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label="A section of its own">
          {sectionKinds.map((kind) => (
            <option key={kind} value={`kind:${kind}`}>
              {kind}: {sectionKindHolds[kind]}
            </option>
          ))}
        </optgroup>
      </SelectField>
      {isOwn && <TextField name="title" label="Title" maxLength={200} autoComplete="off" />}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Add the section
        </Button>
        <Button variant="quiet" onClick={done}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
