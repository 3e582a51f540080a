import { Suspense, useState } from 'react'
import { fittingRule } from '#app/document/fitting-template.ts'
import { SelectField } from '#app/ui/field.tsx'
import type { EditorHost } from './editor-host.ts'
import { laterPart } from './later-part.ts'
import { templateOf } from './template-of.ts'
import { useStore } from './use-store.ts'
import type { TemplateOption } from './writing-options.ts'

const TemplateChange = laterPart(() => import('./template-change.tsx'))

/** The document's template, a newer version of it, and one that fits its kind and severity better: each a choice, shown before it is made. */
export function TemplateField({ host }: { host: EditorHost }) {
  const { kindId, severityId } = useStore(host.facts)
  const [chosen, setChosen] = useState<TemplateOption | null>(null)
  const { templates, templateRules } = host.options
  const own = templateOf(host)
  const newer = own && templates.find(({ key, number }) => key === own.key && number > own.number)
  const rule = fittingRule(templateRules, { kindId, severityId })
  const fits =
    rule && (rule.kindId || rule.severityId) ? templates.find(({ key }) => key === rule.templateKey) : undefined
  const isOffered = own !== null && templates.some(({ id }) => id === own.id)
  return (
    <div className="mb-4">
      <SelectField
        name="template"
        label="Template"
        hint="Change it at any time: what is written stays."
        disabled={!host.editable}
        value={own?.id ?? ''}
        onChange={(event) => setChosen(templates.find(({ id }) => id === event.target.value) ?? null)}
        className="mb-2"
      >
        {own === null && <option value="">as it came</option>}
        {own && !isOffered && (
          <option value={own.id}>
            {own.name}, version {own.number}
          </option>
        )}
        {templates.map(({ id, name, key, number }) => (
          <option key={id} value={id}>
            {newer && key === own?.key ? `${name}, version ${number}` : name}
          </option>
        ))}
      </SelectField>
      {host.editable && newer && (
        <Offer words={`“${newer.name}” has a newer version.`} onLook={() => setChosen(newer)} />
      )}
      {host.editable && fits && fits.key !== own?.key && (
        <Offer words={`“${fits.name}” fits this kind of incident.`} onLook={() => setChosen(fits)} />
      )}
      {chosen && (
        <Suspense fallback={null}>
          <TemplateChange host={host} to={chosen} from={own} done={() => setChosen(null)} />
        </Suspense>
      )}
    </div>
  )
}

function Offer({ words, onLook }: { words: string; onLook: () => void }) {
  return (
    <p className="text-sm text-ink-2">
      {words}{' '}
      <button
        type="button"
        onClick={onLook}
        className="inline-flex min-h-6 items-center rounded-md font-[550] text-accent-ink underline decoration-accent underline-offset-4 pointer-coarse:min-h-11"
      >
        See what would change
      </button>
    </p>
  )
}
