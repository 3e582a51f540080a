import { Form, useNavigation } from 'react-router'
import type { ListedTemplateRule } from '#app/catalogue/template-rules.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'

interface Named {
  id: string
  name: string
}

/** Which template is offered once a draft has its kind and severity, and which one a new post-mortem starts with. */
export function TemplateRules({
  rules,
  templates,
  kinds,
  severities,
  canEdit,
}: {
  rules: ListedTemplateRule[]
  templates: { key: string; name: string }[]
  kinds: Named[]
  severities: Named[]
  canEdit: boolean
}) {
  const pending = useNavigation().formData?.get('act') === 'set-rule'
  return (
    <section aria-labelledby="rules-heading" className="mt-9">
      <SectionHeading id="rules-heading">Which one fits</SectionHeading>
      <p className="mb-3 max-w-prose text-ink-2">
        When a draft gets its kind or severity, the fitting template is offered beside the text. Whoever writes chooses;
        nothing changes by itself. A rule for both goes before one for the kind, and that before one for the severity.
      </p>
      {rules.length === 0 ? (
        <p className="border-y border-line py-3 text-ink-2">
          No rules yet: a new post-mortem starts with the first template.
        </p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {rules.map((rule) => (
            <li key={rule.id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
              <span>
                {whenWords(rule)}: <b className="font-[550]">{rule.template}</b>
                {rule.idle && <span className="text-ink-3"> · not offered: a part of it is retired</span>}
              </span>
              {canEdit && (
                <Form method="post" action="/settings/templates" preventScrollReset>
                  <input type="hidden" name="act" value="remove-rule" />
                  <input type="hidden" name="id" value={rule.id} />
                  <Button type="submit" variant="quiet" aria-label={`Remove: ${whenWords(rule)}, ${rule.template}`}>
                    Remove
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {canEdit && (
        <Form method="post" action="/settings/templates" preventScrollReset className="mt-4">
          <input type="hidden" name="act" value="set-rule" />
          <div className="grid items-end gap-x-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
            <Choice name="kindId" label="Kind" any="any kind" options={kinds} />
            <Choice name="severityId" label="Severity" any="any severity" options={severities} />
            <SelectField name="template" label="Template" className="mb-3">
              {templates.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </SelectField>
            <Button type="submit" pending={pending} className="mb-3 min-h-9">
              Offer it
            </Button>
          </div>
          <p className="text-sm text-ink-3">
            For any kind and any severity it is the template that a new post-mortem starts with.
          </p>
        </Form>
      )}
    </section>
  )
}

function Choice({ name, label, any, options }: { name: string; label: string; any: string; options: Named[] }) {
  return (
    <SelectField name={name} label={label} className="mb-3">
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </SelectField>
  )
}

function whenWords({ kindId, severityId, kind, severity }: ListedTemplateRule): string {
  if (kindId && severityId) return `${kind}, ${severity}`
  return kind ?? severity ?? 'To start with'
}
