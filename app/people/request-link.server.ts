import type { Database } from '#db/client.ts'
import { describeError } from '#db/describe-error.ts'
import { magicLinkToken } from './auth.server.ts'
import { type Counted, countAttempt } from './limit-attempts.server.ts'
import { type Mailed, mailAnswers, sendMail } from './mail.server.ts'
import { magicLinkMail, resetPasswordMail } from './mail-words.ts'
import { resetTokenFor } from './password-reset.server.ts'
import type { PeopleSettings } from './people-settings.ts'

interface Asked {
  email: string
  /** Where the request came from, for the limits. */
  address: string
  linkOf: (token: string) => string
}

/** `sent` is over when the mail is out or there was none to send; a page does not wait for it. */
export type LinkRequested =
  | { ok: true; sent: Promise<void> }
  | Extract<Counted, { ok: false }>
  | Extract<Mailed, { ok: false }>

/** Mails a link that signs in, if there is someone behind this address; the answer is the same if not. */
export async function requestMagicLink(db: Database, settings: PeopleSettings, asked: Asked): Promise<LinkRequested> {
  return requestLink(db, settings, 'magic-link', asked, async () => {
    const token = await magicLinkToken(db, settings, asked.email)
    return token === null ? null : magicLinkMail(asked.linkOf(token))
  })
}

/** Mails a link to choose a new password with, if there is someone behind this address; the answer is the same if not. */
export async function requestPasswordReset(
  db: Database,
  settings: PeopleSettings,
  asked: Asked,
): Promise<LinkRequested> {
  return requestLink(db, settings, 'forgot-password', asked, async () => {
    const token = await resetTokenFor(db, asked.email)
    return token === null ? null : resetPasswordMail(asked.linkOf(token))
  })
}

// Everything that depends on there being an account happens after the answer, so that neither its words nor the time it
// takes tell. Whether the mail server is there at all is asked before, and that may be told.
async function requestLink(
  db: Database,
  settings: PeopleSettings,
  act: 'magic-link' | 'forgot-password',
  { email, address }: Asked,
  write: () => Promise<{ subject: string; text: string } | null>,
): Promise<LinkRequested> {
  const counted = await countAttempt(db, act, { account: email, address })
  if (!counted.ok) return counted
  const reached = await mailAnswers(settings)
  if (!reached.ok) return reached
  const send = async () => {
    const words = await write()
    if (words) await sendMail(settings, { to: email.trim().toLowerCase(), ...words })
  }
  return { ok: true, sent: send().catch((error) => console.error(describeError(error))) }
}
