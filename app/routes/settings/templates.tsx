import { Link } from 'react-router'
import { listTemplates } from '#app/catalogue/list-templates.server.ts'
import { type CatalogueOption, catalogueOptions } from '#app/catalogue/options.server.ts'
import { listTemplateRules } from '#app/catalogue/template-rules.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Route } from './+types/templates.ts'
import { AnswerLine } from './answer-line.tsx'
import { SettingsHeading } from './settings-heading.tsx'
import { TemplateRules } from './template-rules.tsx'
import { answerRuleForm } from './template-rules-form.server.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Templates · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const [listed, { kinds, severities }] = [await listTemplates(db), await catalogueOptions(db)]
  const named = ({ id, name }: CatalogueOption) => ({ id, name })
  return {
    templates: listed.map(({ key, name, description, retired, versions }) => ({
      key,
      name,
      description,
      retired,
      version: versions[0]!.number,
      sections: versions[0]!.sections.length,
      required: versions[0]!.sections.filter(({ required }) => required).length,
    })),
    rules: await listTemplateRules(db),
    kinds: kinds.map(named),
    severities: severities.map(named),
    canEdit: context.get(viewerContext)!.role === 'admin',
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  return answerRuleForm(await request.formData(), context)
}

export const shouldRevalidate = () => true

export default function Templates({ loaderData, actionData }: Route.ComponentProps) {
  const { templates, rules, kinds, severities, canEdit } = loaderData
  const inUse = templates.filter(({ retired }) => !retired)
  const retired = templates.filter((template) => template.retired)
  return (
    <>
      <SettingsHeading title="Templates">
        Which sections a post-mortem has, in reading order, and what each of them asks. A post-mortem remembers the
        version it was started with, and can change to another template at any time without losing a word.
      </SettingsHeading>
      <AnswerLine
        words={actionData?.words}
        undo={actionData?.undo}
        problem={actionData?.problem}
        action="/settings/templates"
      />
      {inUse.length === 0 && <EmptyState title="No templates yet">Setup brings the first three.</EmptyState>}
      <TemplateList templates={inUse} />
      {canEdit && (
        <div className="mt-4 flex flex-wrap gap-2">
          <ButtonLink to="/settings/templates/new" variant="primary">
            New template
          </ButtonLink>
          <ButtonLink to="/settings/templates/import">Import a file</ButtonLink>
        </div>
      )}
      {retired.length > 0 && (
        <Disclosure label={`Retired (${retired.length})`} className="mt-6">
          <TemplateList templates={retired} />
        </Disclosure>
      )}
      <TemplateRules
        rules={rules}
        templates={inUse}
        kinds={kinds}
        severities={severities}
        canEdit={canEdit}
        key={rules.map(({ id, templateKey }) => `${id} ${templateKey}`).join()}
      />
    </>
  )
}

type Shown = Route.ComponentProps['loaderData']['templates'][number]

function TemplateList({ templates }: { templates: Shown[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {templates.map(({ key, name, description, version, sections, required }) => (
        <li key={key} className="py-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="font-serif text-xl font-medium">
              <Link
                to={`/settings/templates/${key}`}
                className="inline-flex min-h-8 items-center rounded-md underline decoration-line-strong underline-offset-4 hover:decoration-accent pointer-coarse:min-h-11"
              >
                {name}
              </Link>
            </h2>
            <Chip mono>version {version}</Chip>
          </div>
          {description && <p className="text-ink-2">{description}</p>}
          <p className="text-sm text-ink-3">
            {sections} {sections === 1 ? 'section' : 'sections'}, {required} required
          </p>
        </li>
      ))}
    </ul>
  )
}
