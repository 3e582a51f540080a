import { data, Form, Link } from 'react-router'
import { databaseContext, environmentContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { findPeople, findPerson } from '#app/people/find-people.server.ts'
import { handOverAuthorship } from '#app/people/hand-over-authorship.server.ts'
import { linkTo } from '#app/people/link-to.ts'
import { changeRole, type Managed, restorePerson, suspendPerson } from '#app/people/manage-person.server.ts'
import { makeResetLink } from '#app/people/password-reset.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { Route } from './+types/person.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Person · Candor' }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const person = await findPerson(db, viewer, params.person)
  if (!person) throw data(null, { status: 404 })
  const others = (await findPeople(db)).filter((other) => other.id !== person.id)
  return { person, others: others.map(({ id, name }) => ({ id, name })), isViewer: person.id === viewer.id }
}

interface Answered {
  done?: string
  problem?: string
  resetLink?: string
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const person = await findPerson(db, viewer, params.person)
  if (!person) throw data(null, { status: 404 })
  const form = await request.formData()
  const closeSockets = () => context.get(liveEditingContext).close({ personId: person.id })

  switch (form.get('intent')) {
    case 'role': {
      const role = form.get('role') === 'admin' ? 'admin' : 'member'
      return told(
        await changeRole(db, viewer, person.id, role),
        `${person.name} is ${role === 'admin' ? 'an admin' : 'a member'} now.`,
      )
    }
    case 'suspend': {
      const suspended = await suspendPerson(db, viewer, person.id)
      if (suspended.ok) closeSockets()
      return told(suspended, `${person.name} cannot sign in until you restore them. What they wrote stays.`)
    }
    case 'restore':
      return told(await restorePerson(db, viewer, person.id), `${person.name} can sign in again.`)
    case 'reset': {
      const made = await makeResetLink(db, viewer, person.id)
      if (!made.ok) throw data(null, { status: 404 })
      const resetLink = linkTo(context.get(environmentContext), request, `/reset-password/${made.token}`)
      return data<Answered>({ resetLink })
    }
    case 'hand-over': {
      const handed = await handOverAuthorship(db, viewer, { fromId: person.id, toId: String(form.get('to') ?? '') })
      if (!handed.ok) return data<Answered>({ problem: 'Choose who takes over.' }, { status: 400 })
      return data<Answered>({ done: handedOverWords(handed.count) })
    }
    default:
      throw data(null, { status: 400 })
  }
}

function told(outcome: Managed, done: string) {
  if (outcome.ok) return data<Answered>({ done })
  if (outcome.reason !== 'last-admin') throw data(null, { status: 404 })
  return data<Answered>({ problem: lastAdmin }, { status: 400 })
}

function handedOverWords(count: number): string {
  if (count === 0) return 'There was no post-mortem to hand over.'
  return `${count === 1 ? 'One post-mortem has' : `${count} post-mortems have`} a new owner. Everyone invited to one can see that it was handed over.`
}

const lastAdmin = 'Without an admin nobody could let others in. Make another person an admin first.'

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  const { person, others, isViewer } = loaderData
  return (
    <>
      <p className="mb-2">
        <Link to="/settings/people" className="text-accent underline underline-offset-3">
          People
        </Link>
      </p>
      <h1 className="mb-1 font-serif text-3xl font-medium">{person.name}</h1>
      <p className="mb-6 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2">
        {[person.email, person.roleTitle, ...person.teams].filter(Boolean).join(' · ')}
        {person.suspended && <Chip tone="note">Suspended</Chip>}
      </p>
      <Problem messages={actionData?.problem} />
      <p
        role="status"
        className={actionData?.done ? 'mb-4 rounded-md bg-accent-soft px-4 py-3 text-accent-ink' : undefined}
      >
        {actionData?.done}
      </p>

      <SectionHeading>Role</SectionHeading>
      <Form method="post" preventScrollReset className="flex max-w-md items-end gap-2">
        <SelectField name="role" label="Role" className="flex-1" defaultValue={person.role} key={person.role}>
          <option value="member">Member</option>
          <option value="admin">Admin: also manages people and settings</option>
        </SelectField>
        <Button type="submit" name="intent" value="role" className="min-h-9">
          Change
        </Button>
      </Form>
      <p className="mt-2 text-sm text-ink-3">An admin reads no draft without an invitation to it.</p>

      <SectionHeading>Password</SectionHeading>
      {actionData?.resetLink ? (
        <CopyField
          name="resetLink"
          label="One-time link"
          hint={`Hand it to ${person.name}. It works once, within an hour, and is shown only now.`}
          value={actionData.resetLink}
        />
      ) : (
        <Form method="post" preventScrollReset>
          <p className="mb-2 text-ink-2">
            A link with which {person.name} chooses a new password. Their sessions end when it is used.
          </p>
          <Button type="submit" name="intent" value="reset">
            Make a one-time link
          </Button>
        </Form>
      )}

      <SectionHeading>Authorship</SectionHeading>
      <Form method="post" preventScrollReset className="max-w-md">
        <SelectField
          name="to"
          label="Hand over their post-mortems to"
          hint={`${person.name} stays as an editor. Everyone invited to one of them can see that it was handed over.`}
          defaultValue=""
          key={actionData?.done}
        >
          <option value="">Choose a person</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </SelectField>
        <Button type="submit" name="intent" value="hand-over">
          Hand over
        </Button>
      </Form>

      <SectionHeading>{person.suspended ? 'Restore' : 'Suspend'}</SectionHeading>
      <Form method="post" preventScrollReset>
        <p className="mb-2 text-ink-2">
          {person.suspended
            ? `${person.name} gets back what they had: role, teams and the post-mortems they were invited to.`
            : `${isViewer ? 'You are' : `${person.name} is`} signed out everywhere and cannot sign in until an admin restores the account. Nothing is deleted.`}
        </p>
        {person.suspended ? (
          <Button type="submit" name="intent" value="restore">
            Restore
          </Button>
        ) : (
          <Button type="submit" name="intent" value="suspend" variant="danger">
            Suspend
          </Button>
        )}
      </Form>
    </>
  )
}
