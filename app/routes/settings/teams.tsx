import { data, Form, useNavigation, useSearchParams } from 'react-router'
import { z } from 'zod'
import { type ListedTeam, listTeams } from '#app/catalogue/list-entries.server.ts'
import { addTeamMember, removeTeamMember } from '#app/catalogue/team-members.server.ts'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { findPeople, type ListedPerson } from '#app/people/find-people.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { readForm } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/teams.ts'
import { AnswerLine } from './answer-line.tsx'
import { answerCatalogueForm, type CatalogueAnswer, refusal } from './catalogue-form.server.ts'
import { EditLink } from './edit-link.tsx'
import { EntryPanel, usedWords } from './entry-panel.tsx'
import { RetiredEntries } from './retired-entries.tsx'
import { SettingsHeading } from './settings-heading.tsx'
import { TeamPeople } from './team-people.tsx'

const here = '/settings/teams'
const Member = z.object({ personId: z.string({ error: 'Choose a person.' }).max(64) })

export const meta: Route.MetaFunction = () => [{ title: 'Teams · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const canEdit = viewer.role === 'admin'
  return { teams: await listTeams(db, viewer), people: canEdit ? await findPeople(db) : [], canEdit }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const act = String(form.get('act') ?? '')
  if (act !== 'add-member' && act !== 'remove-member') return answerCatalogueForm(form, context, 'team')

  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const id = String(form.get('id') ?? '')
  const answered = (answer: Partial<CatalogueAnswer>) => ({ act, id, words: null, undo: null, answer: null, ...answer })
  const read = readForm(Member, form)
  if (!read.ok) return data(answered({ answer: read.answer }), { status: 400 })
  const { personId } = read.value
  const change = act === 'add-member' ? addTeamMember : removeTeamMember
  const outcome = await change(db, viewer, id, personId)
  if (!outcome.ok) return data(answered({ answer: refusal(form, outcome.reason, 'team') }), { status: 400 })
  // Rights that came by the team are asked for again.
  context.get(liveEditingContext).close({ personId })
  const name = (await findPeople(db)).find((person) => person.id === personId)?.name ?? 'That person'
  return answered({
    words: act === 'add-member' ? `${name} is in the team.` : `${name} is not in the team any more.`,
    undo: { act: act === 'add-member' ? 'remove-member' : 'add-member', id, personId },
  })
}

export default function Teams({ loaderData, actionData: answered }: Route.ComponentProps) {
  const actionData = answered ?? null
  const { canEdit, people } = loaderData
  const [search] = useSearchParams()
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  const inUse = loaderData.teams.filter((team) => !team.retired)
  const changesPeople = actionData?.act === 'add-member' || actionData?.act === 'remove-member'
  const opened = answer || changesPeople ? actionData?.id : search.get('edit')
  const editing = canEdit ? opened : null
  return (
    <>
      <SettingsHeading title="Teams">
        Services, changes and follow-ups belong to teams. A draft can be shared with a team: everyone in it then sees
        it.
      </SettingsHeading>
      <AnswerLine words={actionData?.words} undo={actionData?.undo} problem={answer?.message} action={here} />
      {inUse.length === 0 ? (
        <EmptyState title="No teams yet">
          {canEdit ? 'Add the first below. One for everybody is a good beginning.' : 'An admin adds them here.'}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {inUse.map((team) => (
            <li key={team.id} className="py-2.5">
              {editing === team.id ? (
                <Panel team={team} teams={inUse} people={people} actionData={actionData} />
              ) : (
                <TeamRow team={team} canEdit={canEdit} />
              )}
            </li>
          ))}
        </ul>
      )}
      <RetiredEntries entries={loaderData.teams.filter((team) => team.retired)} action={here} canEdit={canEdit} />
      {canEdit && <Add actionData={actionData} />}
    </>
  )
}

type Answered = Route.ComponentProps['actionData'] | null

function TeamRow({ team, canEdit }: { team: ListedTeam; canEdit: boolean }) {
  return (
    <div className="flex items-start justify-between gap-4">
      <span className="min-w-0">
        <span className="font-[550]">{team.name}</span>
        <span className="block text-ink-2">
          {team.members.length > 0 ? team.members.map((person) => person.name).join(', ') : 'Nobody in it yet'}
        </span>
        <span className="block text-sm text-ink-3">
          {[team.services.join(', '), usedWords(team.used)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {canEdit && <EditLink id={team.id} name={team.name} />}
    </div>
  )
}

function Panel({
  team,
  teams,
  people,
  actionData,
}: {
  team: ListedTeam
  teams: ListedTeam[]
  people: ListedPerson[]
  actionData: Answered
}) {
  const answer = actionData?.answer
  const typed = actionData?.act === 'change' && answer ? answer.typed.name : team.name
  return (
    <EntryPanel
      entry={team}
      others={teams.filter((other) => other.id !== team.id)}
      answer={actionData ?? null}
      action={here}
      one="team"
      mergeWords="People and services move along, and both teams see what either was invited to; those post-mortems say so."
      beside={
        <TeamPeople
          team={team}
          people={people}
          action={here}
          problems={actionData?.act === 'add-member' ? answer?.problems.personId : undefined}
        />
      }
    >
      <TextField
        name="name"
        label="Name"
        required
        autoComplete="off"
        defaultValue={typed}
        problems={actionData?.act === 'change' ? answer?.problems.name : undefined}
        className="mb-4 max-w-sm"
      />
    </EntryPanel>
  )
}

function Add({ actionData }: { actionData: Answered }) {
  const pending = useNavigation().formData?.get('act') === 'add'
  const added = actionData?.act === 'add' ? actionData : null
  return (
    <section aria-labelledby="add-heading" className="mt-8 max-w-lg">
      <SectionHeading id="add-heading">Add a team</SectionHeading>
      <Form method="post" action={here} noValidate preventScrollReset key={added?.words}>
        <input type="hidden" name="act" value="add" />
        <TextField
          name="name"
          label="Name"
          required
          autoComplete="off"
          defaultValue={added?.answer?.typed.name}
          problems={added?.answer?.problems.name}
        />
        <Button type="submit" variant="primary" pending={pending}>
          Add the team
        </Button>
      </Form>
    </section>
  )
}
