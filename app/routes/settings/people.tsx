import { data, Form, Link, useNavigation } from 'react-router'
import { z } from 'zod'
import { databaseContext, environmentContext, viewerContext } from '#app/context.ts'
import { listPeople, openTeams } from '#app/people/find-people.server.ts'
import { createInvitation, openInvitations, revokeInvitation } from '#app/people/invitations.server.ts'
import { linkTo } from '#app/people/link-to.ts'
import { mailInvitation } from '#app/people/mail-invitation.server.ts'
import { emailField } from '#app/people/person-fields.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { readForm } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/people.ts'

export const meta: Route.MetaFunction = () => [{ title: 'People · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  if (viewer.role !== 'admin') throw data(null, { status: 404 })
  const invitations = await openInvitations(db, viewer)
  return {
    people: await listPeople(db, viewer),
    invitations: invitations.map((open) => ({ ...open, expiresAt: open.expiresAt.toISOString() })),
    teams: await openTeams(db),
    byMail: Boolean(context.get(environmentContext).SMTP_URL),
    zone: viewer.timeZone,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const settings = context.get(environmentContext)
  const viewer = context.get(viewerContext)!
  if (viewer.role !== 'admin') throw data(null, { status: 404 })
  const form = await request.formData()
  const revoked = form.get('revoke')
  if (typeof revoked === 'string') {
    await revokeInvitation(db, viewer, revoked)
    return { answer: null, link: null, words: 'The invitation is taken back; its link opens nothing any more.' }
  }

  const teams = await openTeams(db)
  const read = readForm(inviteForm(teams.map((team) => team.id)), form)
  if (!read.ok) return data({ answer: read.answer, link: null, words: null }, { status: 400 })
  const { email, role, teamId } = read.value
  const made = await createInvitation(db, viewer, { email, role, teamId })
  if (!made.ok) throw data(null, { status: 404 })
  const link = linkTo(settings, request, `/join/${made.token}`)
  const mailed = email ? await mailInvitation(db, settings, viewer, { email, link }) : null
  const words = !mailed
    ? 'Hand this link to whom you invite.'
    : mailed.ok
      ? `The invitation is on its way to ${email}. You can hand over the link as well.`
      : mailed.reason === 'mail-not-set-up'
        ? `This server sends no mail: hand the link to ${email} yourself.`
        : `The mail to ${email} could not be sent. The link works all the same: hand it over yourself.`
  return { answer: null, link, words }
}

function inviteForm(teamIds: string[]) {
  return z.object({
    email: emailField.optional(),
    role: z.enum(['member', 'admin'], { error: 'Choose a role.' }),
    teamId: z
      .string()
      .refine((id) => teamIds.includes(id), 'Choose a team from the list.')
      .optional(),
  })
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { people, invitations, zone } = loaderData
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-3xl font-medium">People</h1>
        <ButtonLink to="#invite">Invite someone</ButtonLink>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <span className="min-w-0">
              <Link
                to={`/settings/people/${person.id}`}
                className="inline-flex min-h-8 items-center font-[550] underline-offset-3 hover:underline pointer-coarse:min-h-11"
              >
                {person.name}
              </Link>
              <span className="block text-sm text-ink-3">
                {[person.roleTitle, ...person.teams].filter(Boolean).join(' · ') || person.email}
              </span>
            </span>
            <span className="flex gap-1.5">
              {person.role === 'admin' && <Chip>Admin</Chip>}
              {person.suspended && <Chip tone="note">Suspended</Chip>}
            </span>
          </li>
        ))}
      </ul>

      <Invite loaderData={loaderData} actionData={actionData} />

      {invitations.length > 0 && (
        <>
          <SectionHeading>Invitations not used yet</SectionHeading>
          <ul className="divide-y divide-line border-y border-line">
            {invitations.map((open) => (
              <li key={open.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
                <span className="min-w-0">
                  {open.email ?? 'Whoever has the link'}
                  <span className="block text-sm text-ink-3">
                    {open.role === 'admin' ? 'Admin' : 'Member'}
                    {open.teamName && ` · ${open.teamName}`} · by {open.invitedBy} · until{' '}
                    <DateTime at={open.expiresAt} zone={zone} show="date" />
                  </span>
                </span>
                <Form method="post" preventScrollReset>
                  <Button
                    type="submit"
                    name="revoke"
                    value={open.id}
                    aria-label={`Take back the invitation for ${open.email ?? 'whoever has the link'}`}
                  >
                    Take back
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Invite({ loaderData, actionData }: Pick<Route.ComponentProps, 'loaderData' | 'actionData'>) {
  const pending = useNavigation().formData?.has('role')
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  return (
    <section aria-labelledby="invite" className="mt-8 max-w-lg">
      <SectionHeading id="invite">Invite someone</SectionHeading>
      <div role="status" className={actionData?.words ? 'mb-4 rounded-md bg-accent-soft px-4 py-3' : undefined}>
        {actionData?.words && <p className="text-accent-ink">{actionData.words}</p>}
      </div>
      {actionData?.link && (
        <CopyField
          key={actionData.link}
          name="link"
          label="Invitation link"
          hint="It works once, within seven days, and is shown only now."
          value={actionData.link}
        />
      )}
      <Form method="post" action="#invite" noValidate preventScrollReset key={actionData?.link ?? ''}>
        <TextField
          name="email"
          type="email"
          label="E-mail"
          optional
          hint={
            loaderData.byMail
              ? 'With one, the link is mailed; without, you hand it over.'
              : 'This server sends no mail: you get a link to hand over.'
          }
          autoComplete="off"
          defaultValue={answer?.typed.email}
          problems={answer?.problems.email}
        />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <SelectField
            name="role"
            label="Role"
            defaultValue={answer?.typed.role ?? 'member'}
            problems={answer?.problems.role}
          >
            <option value="member">Member</option>
            <option value="admin">Admin: also manages people and settings</option>
          </SelectField>
          <SelectField
            name="teamId"
            label="Team"
            optional
            defaultValue={answer?.typed.teamId ?? ''}
            problems={answer?.problems.teamId}
          >
            <option value="">None yet</option>
            {loaderData.teams.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" variant="primary" pending={pending}>
          Make the invitation
        </Button>
      </Form>
    </section>
  )
}
