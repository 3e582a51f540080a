import { Form, useNavigation, useSearchParams } from 'react-router'
import { type ListedService, listServices, listTeams } from '#app/catalogue/list-entries.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { FormAnswer } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/services.ts'
import { AnswerLine } from './answer-line.tsx'
import { answerCatalogueForm } from './catalogue-form.server.ts'
import { EditLink } from './edit-link.tsx'
import { EntryPanel, usedWords } from './entry-panel.tsx'
import { RetiredEntries } from './retired-entries.tsx'
import { SettingsHeading } from './settings-heading.tsx'

const here = '/settings/services'

export const meta: Route.MetaFunction = () => [{ title: 'Services · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const teams = await listTeams(db, viewer)
  return {
    services: await listServices(db, viewer),
    teams: teams.filter((team) => !team.retired).map(({ id, name }) => ({ id, name })),
    canEdit: viewer.role === 'admin',
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  return answerCatalogueForm(await request.formData(), context, 'service')
}

export default function Services({ loaderData, actionData: answered }: Route.ComponentProps) {
  const actionData = answered ?? null
  const { canEdit, teams } = loaderData
  const [search] = useSearchParams()
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  const inUse = loaderData.services.filter((service) => !service.retired)
  const editing = canEdit ? (answer ? actionData.id : search.get('edit')) : null
  return (
    <>
      <SettingsHeading title="Services">
        What people use and what you run. A service belongs to a team; post-mortems say which services they are about.
      </SettingsHeading>
      <AnswerLine words={actionData?.words} undo={actionData?.undo} problem={answer?.message} action={here} />
      {inUse.length === 0 ? (
        <EmptyState title="No services yet">
          {canEdit
            ? 'Add the first below, under the name people use for it. A handful is enough to begin with.'
            : 'An admin adds them here.'}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {inUse.map((service) => (
            <li key={service.id} className="py-2.5">
              {editing === service.id ? (
                <EntryPanel
                  entry={service}
                  others={inUse.filter((other) => other.id !== service.id)}
                  answer={actionData}
                  action={here}
                  one="service"
                >
                  <Fields service={service} teams={teams} answer={actionData?.act === 'change' ? answer : null} />
                </EntryPanel>
              ) : (
                <div className="flex items-center justify-between gap-4">
                  <span className="min-w-0">
                    <span className="font-[550]">{service.name}</span>
                    <span className="block text-sm text-ink-3">
                      {[service.team?.name ?? 'No team yet', usedWords(service.used)].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  {canEdit && <EditLink id={service.id} name={service.name} />}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <RetiredEntries
        entries={loaderData.services.filter((service) => service.retired)}
        action={here}
        canEdit={canEdit}
      />
      {canEdit && <Add teams={teams} actionData={actionData} />}
    </>
  )
}

function Add({ teams, actionData }: { teams: Team[]; actionData: Route.ComponentProps['actionData'] | null }) {
  const pending = useNavigation().formData?.get('act') === 'add'
  const added = actionData?.act === 'add' ? actionData : null
  return (
    <section aria-labelledby="add-heading" className="mt-8 max-w-lg">
      <SectionHeading id="add-heading">Add a service</SectionHeading>
      <Form method="post" action={here} noValidate preventScrollReset key={added?.words}>
        <input type="hidden" name="act" value="add" />
        <Fields teams={teams} answer={added?.answer} />
        <Button type="submit" variant="primary" pending={pending}>
          Add the service
        </Button>
      </Form>
    </section>
  )
}

interface Team {
  id: string
  name: string
}

function Fields({ service, teams, answer }: { service?: ListedService; teams: Team[]; answer?: FormAnswer | null }) {
  const typed = answer?.typed ?? { name: service?.name, teamId: service?.team?.id }
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <TextField
        name="name"
        label="Name"
        required
        autoComplete="off"
        defaultValue={typed.name}
        problems={answer?.problems.name}
      />
      <SelectField
        name="teamId"
        label="Team"
        optional
        defaultValue={typed.teamId ?? ''}
        problems={answer?.problems.teamId}
      >
        <option value="">None yet</option>
        {teams.map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
