import type { Standing } from '#app/people/permissions.ts'
import { CheckboxField } from '#app/ui/field.tsx'

type Visibility = Standing['visibility']

/** Reads the fields below; an unknown choice is the narrowest one. */
export function readVisibility(form: FormData): { visibility: Visibility; restricted: boolean } {
  const asked = form.get('visibility')
  const visibility = asked === 'members' || asked === 'teams' ? asked : 'invited'
  return { visibility, restricted: form.get('restricted') === 'yes' }
}

/** Who reads a post-mortem once it is published, with how many people that is. */
export function VisibilityFields({
  visibility,
  restricted,
  counts,
  organisation,
}: {
  visibility: Visibility
  restricted: boolean
  counts: Record<Visibility, number>
  organisation: string
}) {
  const choices: { value: Visibility; label: string }[] = [
    { value: 'members', label: `All members of ${organisation}` },
    { value: 'teams', label: 'The teams it concerns, and those invited' },
    { value: 'invited', label: 'Those invited' },
  ]
  return (
    <fieldset>
      <legend className="mb-1 font-[550]">After publishing it is read by</legend>
      {choices.map(({ value, label }) => (
        <CheckboxField
          key={`${value} ${visibility}`}
          className=""
          type="radio"
          name="visibility"
          value={value}
          defaultChecked={visibility === value}
          label={
            <>
              {label} <span className="num text-ink-3">({counts[value]})</span>
            </>
          }
        />
      ))}
      <CheckboxField
        key={String(restricted)}
        className="mt-2"
        name="restricted"
        value="yes"
        defaultChecked={restricted}
        label="Restricted"
        hint="Read by those invited only, whatever is chosen above, and shown in no list or search to others."
      />
    </fieldset>
  )
}
