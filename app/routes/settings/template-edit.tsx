import { data } from 'react-router'
import { findTemplate } from '#app/catalogue/find-template.server.ts'
import { databaseContext } from '#app/context.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/template-edit.ts'
import { SettingsHeading } from './settings-heading.tsx'
import { adminOr404, answerTemplateForm, notesOn, otherTemplates, type TemplateAnswer } from './template-form.server.ts'
import { TemplateForm } from './template-form.tsx'
import { TemplateStands } from './template-stands.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `Change ${loaderData.draft.name} · Candor` : 'Candor' },
]

export async function loader({ params, context }: Route.LoaderArgs) {
  adminOr404(context)
  const template = await findTemplate(context.get(databaseContext), params.template)
  if (!template) throw data(null, { status: 404 })
  const { key, name, description, revision, versions } = template
  const draft = { name, description, sections: versions[0]!.sections, takenOut: [] }
  return {
    key,
    draft,
    revision,
    notes: await notesOn(context, draft),
    others: await otherTemplates(context, key),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  return answerTemplateForm(await request.formData(), context, params.template)
}

export default function TemplateEdit({ loaderData, actionData }: Route.ComponentProps) {
  const answer: TemplateAnswer | null = actionData ?? null
  const { key, draft, revision, notes, others } = loaderData
  useFocusOnProblem(answer)
  const here = `/settings/templates/${key}`
  return (
    <>
      <SettingsHeading title={`Change ${draft.name}`}>
        Saving makes a next version. Post-mortems that were started with an older one keep it, and can change to the new
        one without losing a word.
      </SettingsHeading>
      <TemplateForm
        key={key}
        draft={draft}
        revision={revision}
        notes={notes}
        others={others}
        answer={answer}
        action={`${here}/edit`}
        cancelTo={here}
        send="Save the template"
      />
      {answer?.stands && <TemplateStands stands={answer.stands} />}
    </>
  )
}
