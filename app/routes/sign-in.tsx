import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { z } from 'zod'
import { clientAddressContext, databaseContext, environmentContext, viewerContext } from '#app/context.ts'
import { addressProblem } from '#app/people/address-problem.ts'
import { signInWithPassword } from '#app/people/auth.server.ts'
import { countAttempt, forgetAttempts } from '#app/people/limit-attempts.server.ts'
import { linkTo } from '#app/people/link-to.ts'
import { currentPasswordField, emailField } from '#app/people/person-fields.ts'
import { requestMagicLink } from '#app/people/request-link.server.ts'
import { safeReturnPath } from '#app/people/safe-return-path.ts'
import { dropOverSessions } from '#app/people/sessions.server.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/sign-in.ts'
import { EntryPage } from './entry-page.tsx'

const SignInForm = z.object({ email: emailField, password: currentPasswordField })
const LinkForm = z.object({ email: emailField })

export const meta: Route.MetaFunction = () => [{ title: 'Sign in · Candor' }]

export function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const to = safeReturnPath(search.get('to'))
  if (context.get(viewerContext)) throw redirect(to)
  const settings = context.get(environmentContext)
  return {
    to,
    byMail: Boolean(settings.SMTP_URL),
    after: search.get('after'),
    addressProblem: addressProblem(settings, request),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const attempt = { form, request, context, to: safeReturnPath(String(form.get('to') ?? '')) }
  return form.get('intent') === 'link' ? mailLink(attempt) : signIn(attempt)
}

type Attempt = Pick<Route.ActionArgs, 'request' | 'context'> & { form: FormData; to: string }

async function signIn({ form, request, context, to }: Attempt) {
  const db = context.get(databaseContext)
  const read = readForm(SignInForm, form)
  if (!read.ok) return refusal(read.answer, 400)
  const { email } = read.value
  const counted = await countAttempt(db, 'sign-in', { account: email, address: context.get(clientAddressContext) })
  if (!counted.ok) return refusal(answerTo(form, { message: tryAgainWords(counted.again) }), 429)
  const done = await signInWithPassword(db, context.get(environmentContext), request, read.value)
  if (!done.ok) return refusal(answerTo(form, { message: notRecognised }), 400)
  await forgetAttempts(db, 'sign-in', email)
  await dropOverSessions(db, done.personId)
  throw redirect(to, { headers: done.headers })
}

async function mailLink({ form, request, context, to }: Attempt) {
  const settings = context.get(environmentContext)
  const read = readForm(LinkForm, form)
  if (!read.ok) return refusal(read.answer, 400)
  const { email } = read.value
  const search = to === '/' ? '' : `?to=${encodeURIComponent(to)}`
  const requested = await requestMagicLink(context.get(databaseContext), settings, {
    email,
    address: context.get(clientAddressContext),
    linkOf: (token) => linkTo(settings, request, `/auth/sign-in/${token}${search}`),
  })
  if (requested.ok) return { answer: null, mailedTo: email }
  if (requested.reason === 'too-many-attempts') {
    return refusal(answerTo(form, { message: tryAgainWords(requested.again) }), 429)
  }
  return refusal(answerTo(form, { message: mailRests }), 503)
}

function refusal(answer: FormAnswer, status: number) {
  return data({ answer, mailedTo: null }, { status })
}

const notRecognised =
  'This address and this password open no account here. Check both; if the password is gone, choose a new one below.'
const mailRests =
  'The mail server does not answer at the moment, so no link was sent. Sign in with your password, or ask an admin for a one-time link.'

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const pending = useNavigation().state !== 'idle'
  const { to, byMail, after } = loaderData
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  if (actionData?.mailedTo) return <Mailed email={actionData.mailedTo} />
  return (
    <EntryPage title="Sign in">
      {after === 'password' && (
        <p role="status" className="mb-4">
          Your new password is set, and every earlier session has ended. Sign in with it.
        </p>
      )}
      <Problem messages={answer?.message ?? loaderData.addressProblem} />
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          required
          defaultValue={answer?.typed.email}
          problems={answer?.problems.email}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          required
          problems={answer?.problems.password}
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" pending={pending}>
            Sign in
          </Button>
          {byMail && (
            <Button type="submit" name="intent" value="link" variant="quiet">
              Mail me a link instead
            </Button>
          )}
        </div>
      </Form>
      <p className="mt-6">
        <Link to="/forgot-password" className="text-accent underline underline-offset-3">
          Choose a new password
        </Link>
      </p>
    </EntryPage>
  )
}

function Mailed({ email }: { email: string }) {
  return (
    <EntryPage title="Look into your mail">
      <p role="status">
        If someone here has the address {email}, a link to sign in is on its way. It works once, within 15 minutes.
      </p>
      <p className="mt-4">
        <Link to="/sign-in" className="text-accent underline underline-offset-3">
          Back to signing in
        </Link>
      </p>
    </EntryPage>
  )
}
