import { z } from 'zod'
import { changePassword } from '#app/people/change-password.server.ts'
import { currentPasswordField, newPasswordField } from '#app/people/person-fields.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'
import type { OwnChange } from './change-own-email.server.ts'

const PasswordForm = z.object({ currentPassword: currentPasswordField, newPassword: newPasswordField })

/** The form "change the password": the one until now, then the new one; sessions elsewhere end. */
export async function changeOwnPassword({
  db,
  viewer,
  form,
  address,
  keepSession,
}: OwnChange & { keepSession: string }) {
  const refused = (answer: FormAnswer) => ({ intent: 'password' as const, done: null, answer })
  const read = readForm(PasswordForm, form)
  if (!read.ok) return refused(read.answer)
  const { currentPassword: current, newPassword: next } = read.value
  const changed = await changePassword(db, viewer, { current, next, address, keepSession })
  if (changed.ok) {
    const done = 'Your new password is set, and your sessions elsewhere have ended.'
    return { intent: 'password' as const, done, answer: null }
  }
  if (changed.reason === 'wrong-password') {
    return refused(answerTo(form, { problems: { currentPassword: ['This is not your password.'] } }))
  }
  return refused(answerTo(form, { message: tryAgainWords(changed.again) }))
}
