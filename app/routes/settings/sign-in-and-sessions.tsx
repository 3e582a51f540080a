import { data, Form, useNavigation } from 'react-router'
import {
  clientAddressContext,
  databaseContext,
  environmentContext,
  liveEditingContext,
  viewerContext,
} from '#app/context.ts'
import { sessionOf } from '#app/people/auth.server.ts'
import { shortestPassword } from '#app/people/person-fields.ts'
import { endSession, endSessions, listSessions } from '#app/people/sessions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import type { FormAnswer } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/sign-in-and-sessions.ts'
import { changeOwnEmail } from './change-own-email.server.ts'
import { changeOwnPassword } from './change-own-password.server.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Sign-in and sessions · Candor' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const settings = context.get(environmentContext)
  const viewer = context.get(viewerContext)!
  const current = await sessionOf(db, settings, request)
  const sessions = await listSessions(db, viewer)
  return {
    email: viewer.email,
    zone: viewer.timeZone,
    byMail: Boolean(settings.SMTP_URL),
    sessions: sessions.map((session) => ({
      id: session.id,
      device: session.device,
      // To the minute: a session is noted by the hour anyway.
      lastUsedAt: `${session.lastUsedAt.toISOString().slice(0, 16)}:00.000Z`,
      isCurrent: session.id === current?.sessionId,
    })),
  }
}

/** What one of the forms of this page gets back. */
export interface Answered {
  intent: 'email' | 'password' | 'sessions'
  done: string | null
  answer: FormAnswer | null
}

export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const settings = context.get(environmentContext)
  const viewer = context.get(viewerContext)!
  const form = await request.formData()
  const current = await sessionOf(db, settings, request)
  const given = { db, settings, viewer, form, request, address: context.get(clientAddressContext) }
  const closeSockets = () => context.get(liveEditingContext).close({ personId: viewer.id })

  if (form.get('intent') === 'email') return answered(await changeOwnEmail(given))
  if (form.get('intent') === 'password') {
    const changed = await changeOwnPassword({ ...given, keepSession: current!.sessionId })
    if (changed.done) closeSockets()
    return answered(changed)
  }
  if (form.get('intent') !== 'sessions') throw data(null, { status: 400 })
  const ended = form.get('session')
  if (typeof ended === 'string') await endSession(db, viewer, ended)
  else await endSessions(db, viewer.id, current!.sessionId)
  closeSockets()
  return answered({
    intent: 'sessions',
    done: typeof ended === 'string' ? 'Ended.' : 'All others ended.',
    answer: null,
  })
}

function answered(outcome: Answered) {
  return data(outcome, { status: outcome.answer ? 400 : 200 })
}

export default function SignInAndSessions({ loaderData, actionData }: Route.ComponentProps) {
  useFocusOnProblem(actionData?.answer)
  const outcomeOf = (intent: Answered['intent']) => (actionData?.intent === intent ? actionData : undefined)
  return (
    <>
      <h1 className="mb-6 font-serif text-3xl font-medium">Sign-in and sessions</h1>
      <EmailPart email={loaderData.email} byMail={loaderData.byMail} outcome={outcomeOf('email')} />
      <PasswordPart email={loaderData.email} outcome={outcomeOf('password')} />
      <SectionHeading>Where you are signed in</SectionHeading>
      <Done outcome={outcomeOf('sessions')} />
      <ul className="divide-y divide-line border-y border-line">
        {loaderData.sessions.map((session) => (
          <li key={session.id} className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              {session.device}{' '}
              <span className="meta">
                last used <DateTime at={session.lastUsedAt} zone={loaderData.zone} />
              </span>
            </span>
            {session.isCurrent ? (
              <Chip tone="accent">This one</Chip>
            ) : (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="session" value={session.id} />
                <Button type="submit" name="intent" value="sessions" aria-label={`End ${session.device}`}>
                  End
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {loaderData.sessions.length > 1 && (
        <Form method="post" preventScrollReset className="mt-3">
          <Button type="submit" name="intent" value="sessions">
            End all others
          </Button>
        </Form>
      )}
    </>
  )
}

function EmailPart({ email, byMail, outcome }: { email: string; byMail: boolean; outcome?: Answered }) {
  const pending = useNavigation().formData?.get('intent') === 'email'
  const answer = outcome?.answer
  return (
    <section aria-labelledby="email-heading" className="mb-8 max-w-md">
      <SectionHeading id="email-heading">E-mail</SectionHeading>
      <p className="mb-3">You sign in as {email}.</p>
      <Done outcome={outcome} />
      <Form method="post" noValidate preventScrollReset key={outcome?.done ?? ''}>
        <TextField
          name="email"
          type="email"
          label="New e-mail"
          hint={byMail ? 'We send a link to it. The address changes when you open the link.' : undefined}
          autoComplete="off"
          defaultValue={answer?.typed.email}
          problems={answer?.problems.email}
        />
        <TextField
          name="password"
          type="password"
          label="Your password"
          autoComplete="current-password"
          problems={answer?.problems.password}
        />
        <Button type="submit" name="intent" value="email" pending={pending}>
          Change the e-mail
        </Button>
      </Form>
    </section>
  )
}

function PasswordPart({ email, outcome }: { email: string; outcome?: Answered }) {
  const pending = useNavigation().formData?.get('intent') === 'password'
  const problems = outcome?.answer?.problems ?? {}
  return (
    <section aria-labelledby="password-heading" className="mb-8 max-w-md">
      <SectionHeading id="password-heading">Password</SectionHeading>
      <Done outcome={outcome} />
      <Form method="post" noValidate preventScrollReset key={outcome?.done ?? ''}>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          name="currentPassword"
          type="password"
          label="Password until now"
          autoComplete="current-password"
          problems={problems.currentPassword}
        />
        <TextField
          name="newPassword"
          type="password"
          label="New password"
          hint={`At least ${shortestPassword} characters. Your sessions elsewhere end.`}
          autoComplete="new-password"
          problems={problems.newPassword}
        />
        <Button type="submit" name="intent" value="password" pending={pending}>
          Change the password
        </Button>
      </Form>
    </section>
  )
}

function Done({ outcome }: { outcome?: Answered }) {
  return (
    <>
      <Problem messages={outcome?.answer?.message} />
      <p
        role="status"
        className={outcome?.done ? 'mb-3 rounded-md bg-accent-soft px-3 py-2 text-accent-ink' : undefined}
      >
        {outcome?.done}
      </p>
    </>
  )
}
