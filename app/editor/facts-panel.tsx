import X from 'lucide-react/icons/x'
import { useId, useState } from 'react'
import type { Facts } from '#app/document/facts.ts'
import { writeFacts } from '#app/document/shared-document.ts'
import { isZone } from '#app/document/zoned-time.ts'
import { Field, SelectField } from '#app/ui/field.tsx'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { TemplateField } from './template-field.tsx'
import { useStore } from './use-store.ts'
import type { Option } from './writing-options.ts'

/** The incident's facts in the margin: asked here, never as a form first. Each choice is written as it is made. */
export function FactsPanel({ host }: { host: EditorHost }) {
  const facts = useStore(host.facts)
  const { options } = host
  const write = (change: Partial<Facts>) => host.shared.transact(() => writeFacts(host.shared, change), authorsAct)

  const one = (
    name: string,
    label: string,
    list: Option[],
    value: string | null,
    onChange: (id: string | null) => void,
  ) => (
    <SelectField
      name={name}
      label={label}
      disabled={!host.editable}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">not set yet</option>
      {withGone(list, value).map(({ id, name: word }) => (
        <option key={id} value={id}>
          {word}
        </option>
      ))}
    </SelectField>
  )
  const severityHelp = options.severities.find(({ id }) => id === facts.severityId)?.help
  return (
    <div>
      {one('severity', 'Severity', options.severities, facts.severityId, (severityId) => write({ severityId }))}
      {severityHelp && <p className="meta -mt-3 mb-4">{severityHelp}</p>}
      {one('kind', 'Kind', options.kinds, facts.kindId, (kindId) => write({ kindId }))}
      <ManyField
        label="Services"
        list={options.services}
        chosen={facts.serviceIds}
        disabled={!host.editable}
        onChange={(serviceIds) => write({ serviceIds })}
      />
      <ManyField
        label="Teams"
        list={options.teams}
        chosen={facts.teamIds}
        disabled={!host.editable}
        onChange={(teamIds) => write({ teamIds })}
      />
      <ZoneField zone={facts.zone} disabled={!host.editable} onChange={(zone) => write({ zone })} />
      <TemplateField host={host} />
    </div>
  )
}

/** Several of a list: those chosen as chips that can be taken away, the others in a select. */
function ManyField({
  label,
  list,
  chosen,
  disabled,
  onChange,
}: {
  label: string
  list: Option[]
  chosen: string[]
  disabled: boolean
  onChange: (ids: string[]) => void
}) {
  const known = chosen.map((id) => list.find((option) => option.id === id) ?? { id, name: id })
  const others = list.filter(({ id }) => !chosen.includes(id))
  return (
    <div className="mb-4">
      <SelectField
        name={label.toLowerCase()}
        label={label}
        disabled={disabled || others.length === 0}
        value=""
        className="mb-1.5"
        onChange={(event) => event.target.value && onChange([...chosen, event.target.value])}
      >
        <option value="">{list.length === 0 ? 'none in the catalogue yet' : 'add …'}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {known.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={`${label} chosen`}>
          {known.map(({ id, name }) => (
            <li
              key={id}
              className="inline-flex items-center rounded-full bg-sunken pl-2.5 text-xs font-medium text-ink-2"
            >
              {name}
              <button
                type="button"
                disabled={disabled}
                aria-label={`Take ${name} away`}
                onClick={() => onChange(chosen.filter((each) => each !== id))}
                className="grid size-8 place-items-center rounded-full hover:text-ink pointer-coarse:size-11"
              >
                <X aria-hidden="true" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The zone the document tells its times in. A name that nobody knows is said, and stays in the field to be mended. */
function ZoneField({
  zone,
  disabled,
  onChange,
}: {
  zone: string
  disabled: boolean
  onChange: (zone: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && !isZone(typed)
  return (
    <Field
      name="zone"
      label="Times are told in"
      problems={wrong ? [`“${typed}” is no time zone. Choose one such as UTC or Europe/Lisbon.`] : []}
    >
      {(control) => (
        <>
          <input
            {...control}
            list={id}
            disabled={disabled}
            defaultValue={zone}
            key={zone}
            spellCheck={false}
            onBlur={(event) => {
              const next = event.target.value.trim() || 'UTC'
              setTyped(next)
              if (isZone(next) && next !== zone) onChange(next)
            }}
            className="min-h-9 w-full rounded-md border border-field bg-surface px-3 py-1.5 text-ink pointer-coarse:min-h-11 aria-invalid:border-danger"
          />
          <datalist id={id}>
            {['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

function withGone(list: Option[], id: string | null): Option[] {
  return id === null || list.some((option) => option.id === id) ? list : [...list, { id, name: id }]
}
