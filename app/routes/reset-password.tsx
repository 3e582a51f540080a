import { data, Form, redirect, useNavigation } from 'react-router'
import { z } from 'zod'
import { clientAddressContext, databaseContext, liveEditingContext } from '#app/context.ts'
import { countAttempt, forgetAttempts } from '#app/people/limit-attempts.server.ts'
import { findReset, resetPassword } from '#app/people/password-reset.server.ts'
import { newPasswordField, shortestPassword } from '#app/people/person-fields.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { answerTo, readForm } from '#app/ui/read-form.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/reset-password.ts'
import { EntryPage } from './entry-page.tsx'

const ResetForm = z.object({ newPassword: newPasswordField })

export const meta: Route.MetaFunction = () => [{ title: 'Choose a new password · Candor' }]

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await findReset(context.get(databaseContext), params.token)
  return data({ email: found?.email ?? null }, { status: found ? 200 : 404 })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const form = await request.formData()
  const read = readForm(ResetForm, form)
  if (!read.ok) return data(read.answer, { status: 400 })
  const counted = await countAttempt(db, 'join', { address: context.get(clientAddressContext) })
  if (!counted.ok) return data(answerTo(form, { message: tryAgainWords(counted.again) }), { status: 429 })
  const found = await findReset(db, params.token)
  const done = await resetPassword(db, params.token, read.value.newPassword)
  // The page says by itself that the link opens nothing any more.
  if (!done.ok || !found) return data(answerTo(form, {}), { status: 404 })
  await forgetAttempts(db, 'sign-in', found.email)
  context.get(liveEditingContext).close({ personId: done.personId })
  throw redirect('/sign-in?after=password')
}

export default function ResetPassword({ loaderData, actionData: answer }: Route.ComponentProps) {
  const pending = useNavigation().state !== 'idle'
  useFocusOnProblem(answer)
  if (!loaderData.email) {
    return (
      <EntryPage title="This link is over">
        <p className="mb-4">It works once, within an hour, and a newer one takes its place. Ask for another.</p>
        <ButtonLink to="/forgot-password">Ask for a new link</ButtonLink>
      </EntryPage>
    )
  }
  return (
    <EntryPage title="Choose a new password">
      <Problem messages={answer?.message} />
      <Form method="post" noValidate>
        <input type="text" name="username" autoComplete="username" value={loaderData.email} readOnly hidden />
        <TextField
          name="newPassword"
          type="password"
          label={`New password for ${loaderData.email}`}
          hint={`At least ${shortestPassword} characters. Setting it ends every session that is open.`}
          autoComplete="new-password"
          required
          problems={answer?.problems.newPassword}
        />
        <Button type="submit" variant="primary" pending={pending}>
          Set the password
        </Button>
      </Form>
    </EntryPage>
  )
}
