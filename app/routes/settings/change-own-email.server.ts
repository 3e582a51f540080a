import { z } from 'zod'
import { changeEmail, changeEmailToken } from '#app/people/change-email.server.ts'
import { confirmPassword } from '#app/people/change-password.server.ts'
import { linkTo } from '#app/people/link-to.ts'
import { mailAnswers, sendMail } from '#app/people/mail.server.ts'
import { changeEmailMail } from '#app/people/mail-words.ts'
import type { PeopleSettings } from '#app/people/people-settings.ts'
import { currentPasswordField, emailField } from '#app/people/person-fields.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'
import type { Database } from '#db/client.ts'

const EmailForm = z.object({ email: emailField, password: currentPasswordField })

export interface OwnChange {
  db: Database
  settings: PeopleSettings
  viewer: Viewer
  form: FormData
  request: Request
  address: string
}

/** The form "change the e-mail": the password again, then a link to the new address, or at once where no mail is sent. */
export async function changeOwnEmail({ db, settings, viewer, form, request, address }: OwnChange) {
  const refused = (answer: FormAnswer) => ({ intent: 'email' as const, done: null, answer })
  const done = (words: string) => ({ intent: 'email' as const, done: words, answer: null })
  const read = readForm(EmailForm, form)
  if (!read.ok) return refused(read.answer)
  const { email, password } = read.value
  const confirmed = await confirmPassword(db, viewer, { password, address })
  if (!confirmed.ok && confirmed.reason === 'wrong-password') {
    return refused(answerTo(form, { problems: { password: ['This is not your password.'] } }))
  }
  if (!confirmed.ok) return refused(answerTo(form, { message: tryAgainWords(confirmed.again) }))

  if (!settings.SMTP_URL) {
    const changed = await changeEmail(db, viewer.id, email)
    if (changed.ok) return done(`From now on you sign in as ${changed.to}.`)
    return refused(answerTo(form, { problems: { email: ['Someone here has this address already.'] } }))
  }
  const reached = await mailAnswers(settings)
  const token = reached.ok ? await changeEmailToken(db, viewer, email) : ''
  const link = linkTo(settings, request, `/auth/email/${token}`)
  const sent = reached.ok ? await sendMail(settings, { to: email, ...changeEmailMail(link) }) : reached
  if (sent.ok) return done(`A link is on its way to ${email}. Your address changes when you open it, within an hour.`)
  const message = 'The mail could not be sent, so your address stays as it is. Check the new one, or try again later.'
  return refused(answerTo(form, { message }))
}
