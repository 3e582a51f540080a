import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { z } from 'zod'
import { clientAddressContext, databaseContext, environmentContext, viewerContext } from '#app/context.ts'
import { acceptInvitation } from '#app/people/accept-invitation.server.ts'
import { signInWithPassword } from '#app/people/auth.server.ts'
import { findInvitation } from '#app/people/invitations.server.ts'
import { countAttempt } from '#app/people/limit-attempts.server.ts'
import { emailField, nameField, newPasswordField, shortestPassword, timeZoneField } from '#app/people/person-fields.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import { referenceOf } from '#app/postmortems/reference.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/join.ts'
import { EntryPage } from './entry-page.tsx'
import { OwnZoneInput } from './own-zone-input.tsx'

const JoinForm = z.object({
  name: nameField,
  email: emailField,
  newPassword: newPasswordField,
  timeZone: timeZoneField.catch('UTC'),
})

export const meta: Route.MetaFunction = () => [{ title: 'Join · Candor' }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const invitation = await findInvitation(context.get(databaseContext), params.token)
  const joiningAs = context.get(viewerContext)?.name ?? null
  return data({ invitation, joiningAs }, { status: invitation ? 200 : 404 })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const form = await request.formData()
  const counted = await countAttempt(db, 'join', { address: context.get(clientAddressContext) })
  if (!counted.ok) return data(answerTo(form, { message: tryAgainWords(counted.again) }), { status: 429 })

  const viewer = context.get(viewerContext)
  if (viewer) {
    const joined = await acceptInvitation(db, params.token, viewer)
    if (!joined.ok) return data(answerTo(form, {}), { status: 404 })
    throw redirect(landing(joined.postmortemNumber))
  }
  const read = readForm(JoinForm, form)
  if (!read.ok) return data(read.answer, { status: 400 })
  const { newPassword: password, ...person } = read.value
  const joined = await acceptInvitation(db, params.token, { ...person, password })
  if (!joined.ok && joined.reason === 'link-not-open') return data(answerTo(form, {}), { status: 404 })
  if (!joined.ok) return data(answerTo(form, { problems: { email: [taken] } }), { status: 400 })
  const signedIn = await signInWithPassword(db, context.get(environmentContext), request, { ...person, password })
  throw redirect(landing(joined.postmortemNumber), { headers: signedIn.ok ? signedIn.headers : undefined })
}

function landing(number: number | null): string {
  return number === null ? '/' : `/postmortems/${referenceOf(number)}`
}

const taken = 'There is an account with this address already. Sign in with it, then open the invitation again.'

export default function Join({ loaderData, actionData: answer }: Route.ComponentProps) {
  useFocusOnProblem(answer)
  const { invitation, joiningAs } = loaderData
  if (!invitation) {
    return (
      <EntryPage title="This invitation is over">
        <p>It works once, within seven days, and can be taken back. Whoever sent it can send another.</p>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={`Join ${invitation.organisation ?? 'Candor'}`}>
      <p className="mb-5 text-ink-2">
        {invitation.invitedBy} invites you
        {invitation.forPostmortem ? ' to a post-mortem.' : ' to where post-mortems are written and kept.'}
      </p>
      <Problem messages={answer?.message} />
      {joiningAs ? <JoinSignedIn name={joiningAs} /> : <JoinNew email={invitation.email} answer={answer} />}
    </EntryPage>
  )
}

function JoinSignedIn({ name }: { name: string }) {
  const pending = useNavigation().state !== 'idle'
  return (
    <Form method="post">
      <p className="mb-4">You are signed in as {name}. What comes with the invitation is added to your account.</p>
      <Button type="submit" variant="primary" pending={pending}>
        Accept
      </Button>
    </Form>
  )
}

function JoinNew({ email, answer }: { email: string | null; answer?: FormAnswer }) {
  const pending = useNavigation().state !== 'idle'
  const problems = answer?.problems ?? {}
  return (
    <>
      <Form method="post" noValidate>
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          required
          defaultValue={answer?.typed.name}
          problems={problems.name}
        />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          hint="You sign in with it."
          autoComplete="username"
          required
          defaultValue={answer ? answer.typed.email : (email ?? '')}
          problems={problems.email}
        />
        <TextField
          name="newPassword"
          type="password"
          label="Password"
          hint={`At least ${shortestPassword} characters. A few words in a row work well.`}
          autoComplete="new-password"
          required
          problems={problems.newPassword}
        />
        <OwnZoneInput />
        <Button type="submit" variant="primary" pending={pending}>
          Join
        </Button>
      </Form>
      <p className="mt-6 text-ink-2">
        Have an account here?{' '}
        <Link to="/sign-in" className="text-accent underline underline-offset-3">
          Sign in
        </Link>{' '}
        first, then open the invitation again.
      </p>
    </>
  )
}
