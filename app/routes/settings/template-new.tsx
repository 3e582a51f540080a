import { findTemplate } from '#app/catalogue/find-template.server.ts'
import { databaseContext } from '#app/context.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/template-new.ts'
import { SettingsHeading } from './settings-heading.tsx'
import type { TemplateDraft } from './template-draft.ts'
import { adminOr404, answerTemplateForm, notesOn, otherTemplates, type TemplateAnswer } from './template-form.server.ts'
import { TemplateForm } from './template-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'New template · Candor' }]

/** A new template begins with the sections that every one needs, or as a copy of the one in `?from=`. */
export async function loader({ request, context }: Route.LoaderArgs) {
  adminOr404(context)
  const from = new URL(request.url).searchParams.get('from')
  const copied = from ? await findTemplate(context.get(databaseContext), from) : null
  const draft: TemplateDraft = copied
    ? {
        name: `${copied.name}, copy`,
        description: copied.description,
        sections: copied.versions[0]!.sections,
        takenOut: [],
      }
    : {
        name: '',
        description: '',
        sections: standardTemplate.sections.filter(({ required }) => required),
        takenOut: [],
      }
  return {
    draft,
    copied: copied?.name ?? null,
    notes: await notesOn(context, draft),
    others: await otherTemplates(context),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  return answerTemplateForm(await request.formData(), context, null)
}

export default function TemplateNew({ loaderData, actionData }: Route.ComponentProps) {
  const answer: TemplateAnswer | null = actionData ?? null
  const { draft, copied, notes, others } = loaderData
  useFocusOnProblem(answer)
  return (
    <>
      <SettingsHeading title={copied ? `A copy of ${copied}` : 'New template'}>
        Nothing is saved until you save it. Sections that another template has too keep their text when a post-mortem
        changes from one to the other.
      </SettingsHeading>
      <TemplateForm
        draft={draft}
        revision={0}
        notes={notes}
        others={others}
        answer={answer}
        action="/settings/templates/new"
        cancelTo="/settings/templates"
        send="Save the template"
      />
    </>
  )
}
