import { sectionKindHolds, sectionKinds } from '#app/document/section-kind.ts'
import { templateLimits } from '#app/document/template-shape.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { OtherTemplate, TemplateDraft } from './template-draft.ts'

/** Adds a section at the end of the form: an empty one of a kind, or one of another template, whose texts then fit both. */
export function AddSection({
  draft,
  others,
  action,
}: {
  draft: TemplateDraft
  others: OtherTemplate[]
  /** Where the form is posted without JavaScript, with the place of the page to come back to. */
  action: string
}) {
  const { sections: most } = templateLimits
  if (draft.sections.length >= most) return <p className="mt-4 text-ink-2">A template has at most {most} sections.</p>
  const there = new Set([...draft.sections, ...draft.takenOut].map(({ key }) => key))
  return (
    <div className="mt-4 flex flex-wrap items-end gap-2">
      <SelectField
        name="what"
        label="Add a section"
        defaultValue="kind:prose"
        className="w-full max-w-80"
        hint={`Up to ${most} sections.`}
      >
        <optgroup label="Empty, of a kind">
          {sectionKinds.map((kind) => (
            <option key={kind} value={`kind:${kind}`}>
              {kind}: {sectionKindHolds[kind]}
            </option>
          ))}
        </optgroup>
        {others.map((other) => (
          <optgroup key={other.key} label={`As in ${other.name}`}>
            {other.sections
              .filter(({ key }) => !there.has(key))
              .map(({ key, title }) => (
                <option key={key} value={`like:${other.key}/${key}`}>
                  {title}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      <Button type="submit" name="act" value="add" formAction={action} className="min-h-9">
        Add
      </Button>
    </div>
  )
}
