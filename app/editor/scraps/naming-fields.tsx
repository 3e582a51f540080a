import { useEffect, useRef } from 'react'
import { type Naming, proposedRoles } from '#app/scraps/name-roles.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'

/** More speakers than this are not asked for one by one. */
const ASKED = 60

/** How whoever spoke appears in the entries: not at all, as roles that are set once for each, or by name. */
export function NamingFields({
  speakers,
  naming,
  onChange,
}: {
  speakers: readonly string[]
  naming: Naming
  onChange: (naming: Naming) => void
}) {
  const roles = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (naming.as === 'roles') roles.current?.scrollIntoView({ block: 'nearest' })
  }, [naming.as])
  if (speakers.length === 0) return null
  const choose = (as: Naming['as']) => onChange(as === 'roles' ? { as, roles: proposedRoles(speakers) } : { as })
  return (
    <div>
      <SelectField
        name="naming"
        label="Who spoke"
        value={naming.as}
        onChange={(event) => choose(event.target.value as Naming['as'])}
        className="mb-2 max-w-xs"
      >
        <option value="nobody">is not in the entries</option>
        <option value="roles">as a role or a team</option>
        <option value="names">by name</option>
      </SelectField>
      {naming.as === 'names' && (
        <p className="meta mb-2">Names become part of the text and of its history. Ask before naming.</p>
      )}
      {naming.as === 'roles' && (
        <fieldset ref={roles} className="mb-3 max-h-44 scroll-mb-20 overflow-y-auto rounded-lg border border-line p-3">
          <legend className="sr-only">Roles</legend>
          <p className="meta mb-2">Each once; it counts in every message. An empty one says nobody.</p>
          <div className="grid gap-x-3 gap-y-1 sm:grid-cols-2">
            {speakers.slice(0, ASKED).map((speaker) => (
              <TextField
                key={speaker}
                name={`role-${speaker}`}
                label={speaker}
                list="ed-teams"
                maxLength={80}
                value={naming.roles[speaker] ?? ''}
                onChange={(event) =>
                  onChange({ as: 'roles', roles: { ...naming.roles, [speaker]: event.target.value } })
                }
                className="mb-1"
              />
            ))}
          </div>
          {speakers.length > ASKED && (
            <p className="meta mt-2">{speakers.length - ASKED} more speak later; they have a letter each.</p>
          )}
        </fieldset>
      )}
    </div>
  )
}
