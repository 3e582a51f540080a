import { data, Form, redirect, useNavigation } from 'react-router'
import { databaseContext, environmentContext } from '#app/context.ts'
import { signInWithMagicLink } from '#app/people/auth.server.ts'
import { confirmEmail } from '#app/people/change-email.server.ts'
import { sendMail } from '#app/people/mail.server.ts'
import { emailChangedMail } from '#app/people/mail-words.ts'
import { safeReturnPath } from '#app/people/safe-return-path.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Problem } from '#app/ui/problem.tsx'
import type { Route } from './+types/auth.ts'
import { EntryPage } from './entry-page.tsx'

/**
 * Where links in mail lead: /auth/sign-in/TOKEN and /auth/email/TOKEN. Opening one does nothing yet, because mail programs
 * open links too; pressing the button uses it.
 */
export const meta: Route.MetaFunction = () => [{ title: 'A link from your mail · Candor' }]

export function loader({ params }: Route.LoaderArgs) {
  return { kind: readPath(params['*']).kind }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const settings = context.get(environmentContext)
  const { kind, token } = readPath(params['*'])
  if (kind === 'sign-in') {
    const done = await signInWithMagicLink(db, settings, request, token)
    if (!done.ok) return data({ problem: signInOver, email: null }, { status: 404 })
    throw redirect(safeReturnPath(new URL(request.url).searchParams.get('to')), { headers: done.headers })
  }
  const changed = await confirmEmail(db, token)
  if (!changed.ok) {
    const problem = changed.reason === 'email-taken' ? taken : emailOver
    return data({ problem, email: null }, { status: 404 })
  }
  await sendMail(settings, { to: changed.from, ...emailChangedMail(changed.to) })
  return { problem: null, email: changed.to }
}

function readPath(path: string | undefined): { kind: 'sign-in' | 'email'; token: string } {
  const [, kind, token] = /^(sign-in|email)\/([\w.-]{1,200})$/.exec(path ?? '') ?? []
  if (!kind || !token) throw data(null, { status: 404 })
  return { kind: kind as 'sign-in' | 'email', token }
}

const signInOver = 'This link is over: it works once, within 15 minutes. Ask for another one on the sign-in page.'
const emailOver = 'This link is over: it works once, within an hour. Ask for another one in your settings.'
const taken = 'Someone here has this address by now, so nothing was changed.'

export default function LinkFromMail({ loaderData, actionData }: Route.ComponentProps) {
  const pending = useNavigation().state !== 'idle'
  const signingIn = loaderData.kind === 'sign-in'
  if (actionData?.email) {
    return (
      <EntryPage title="Your address is changed">
        <p role="status" className="mb-4">
          From now on you sign in as {actionData.email}.
        </p>
        <ButtonLink to="/" variant="primary">
          Go to the first page
        </ButtonLink>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={signingIn ? 'Sign in' : 'Confirm your address'}>
      <Problem messages={actionData?.problem} />
      {actionData?.problem ? (
        <ButtonLink to={signingIn ? '/sign-in' : '/settings/sign-in'}>
          {signingIn ? 'Go to the sign-in page' : 'Go to your settings'}
        </ButtonLink>
      ) : (
        <Form method="post">
          <p className="mb-4">
            {signingIn ? 'One press, and you are in.' : 'One press, and you sign in with this address from now on.'}
          </p>
          <Button type="submit" variant="primary" pending={pending}>
            {signingIn ? 'Sign in' : 'Use this address'}
          </Button>
        </Form>
      )}
    </EntryPage>
  )
}
