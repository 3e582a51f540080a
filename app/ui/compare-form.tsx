import { Form } from 'react-router'
import { Button } from './button.tsx'
import { SelectField } from './field.tsx'
import { formatMoment } from './format-moment.ts'
import type { ShownVersion } from './version-chips.tsx'

/** Any two versions, or one and the text as it stands now. Works without JavaScript. */
export function CompareForm({
  at,
  choices,
  from,
  to,
  zone,
}: {
  at: string
  choices: ShownVersion[]
  from?: string
  to?: string
  zone: string
}) {
  const options = choices.map(({ id, number, name, madeAt }) => (
    <option key={id} value={id}>
      {[formatMoment({ at: madeAt, zone }), name, number !== null && `version ${number}`].filter(Boolean).join(' · ')}
    </option>
  ))
  return (
    <Form action={`${at}/compare`} className="flex flex-wrap items-end gap-3">
      <SelectField name="from" label="From" defaultValue={from ?? choices[0]?.id} className="min-w-0 flex-1 basis-56">
        {options}
      </SelectField>
      <SelectField name="to" label="To" defaultValue={to ?? 'now'} className="min-w-0 flex-1 basis-56">
        <option value="now">As it stands now</option>
        {options}
      </SelectField>
      <Button type="submit" className="min-h-9">
        Compare
      </Button>
    </Form>
  )
}
