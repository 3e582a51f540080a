import { data, Form, Link, useNavigation } from 'react-router'
import { z } from 'zod'
import { clientAddressContext, databaseContext, environmentContext } from '#app/context.ts'
import { linkTo } from '#app/people/link-to.ts'
import { emailField } from '#app/people/person-fields.ts'
import { requestPasswordReset } from '#app/people/request-link.server.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/forgot-password.ts'
import { EntryPage } from './entry-page.tsx'

const ForgotForm = z.object({ email: emailField })

export const meta: Route.MetaFunction = () => [{ title: 'Choose a new password · Candor' }]

export function loader({ context }: Route.LoaderArgs) {
  return { byMail: Boolean(context.get(environmentContext).SMTP_URL) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const settings = context.get(environmentContext)
  const form = await request.formData()
  const read = readForm(ForgotForm, form)
  if (!read.ok) return refusal(read.answer, 400)
  const { email } = read.value
  const requested = await requestPasswordReset(context.get(databaseContext), settings, {
    email,
    address: context.get(clientAddressContext),
    linkOf: (token) => linkTo(settings, request, `/reset-password/${token}`),
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

const mailRests =
  'The mail server does not answer at the moment, so no link was sent. An admin of your organisation can make a one-time link for you.'

export default function ForgotPassword({ loaderData, actionData }: Route.ComponentProps) {
  const pending = useNavigation().state !== 'idle'
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  return (
    <EntryPage title="Choose a new password">
      {actionData?.mailedTo ? (
        <p role="status">
          If someone here has the address {actionData.mailedTo}, a link is on its way. It works once, within an hour.
        </p>
      ) : loaderData.byMail ? (
        <>
          <Problem messages={answer?.message} />
          <Form method="post" noValidate>
            <TextField
              name="email"
              type="email"
              label="E-mail"
              hint="We send a link to it. With the link you choose a new password."
              autoComplete="username"
              required
              defaultValue={answer?.typed.email}
              problems={answer?.problems.email}
            />
            <Button type="submit" variant="primary" pending={pending}>
              Send the link
            </Button>
          </Form>
        </>
      ) : (
        <>
          <p>
            This server sends no mail, so an admin of your organisation makes a one-time link for you: under Settings,
            People, your name. It works once, within an hour.
          </p>
          <p className="mt-3 text-ink-2">
            If you are the only admin, whoever runs the server can help: <code>npm run -s candor -- user --help</code>.
          </p>
        </>
      )}
      <p className="mt-6">
        <Link to="/sign-in" className="text-accent underline underline-offset-3">
          Back to signing in
        </Link>
      </p>
    </EntryPage>
  )
}
