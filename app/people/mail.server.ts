import { createTransport } from 'nodemailer'
import type { PeopleSettings } from './people-settings.ts'

export interface Mail {
  to: string
  subject: string
  text: string
}

type MailSettings = Pick<PeopleSettings, 'SMTP_URL' | 'MAIL_FROM'>

/** Whether a mail was handed to the server. A mail that could not be sent is something a page says, never an error page. */
export type Mailed = { ok: true } | { ok: false; reason: 'mail-not-set-up' | 'mail-not-sent' }

/** Sends one plain-text mail through SMTP_URL and waits until the mail server has taken it, at most 15 seconds. */
export async function sendMail(settings: MailSettings, mail: Mail): Promise<Mailed> {
  // As one address and not as text, which would be read as a list: a line break or a comma brings no second receiver.
  const to = { name: '', address: mail.to }
  return withTransport(settings, (transport) => transport.sendMail({ ...mail, from: settings.MAIL_FROM, to }))
}

/**
 * Whether the mail server can be reached and takes our sign-in. Pages for people who are not signed in ask this before
 * anything else, so that their answer is the same with and without an account behind an address.
 */
export async function mailAnswers(settings: MailSettings): Promise<Mailed> {
  return withTransport(settings, (transport) => transport.verify())
}

async function withTransport(
  settings: MailSettings,
  use: (transport: ReturnType<typeof transportTo>) => Promise<unknown>,
): Promise<Mailed> {
  if (!settings.SMTP_URL) return { ok: false, reason: 'mail-not-set-up' }
  const transport = transportTo(settings.SMTP_URL)
  try {
    await use(transport)
    return { ok: true }
  } catch {
    return { ok: false, reason: 'mail-not-sent' }
  } finally {
    transport.close()
  }
}

function transportTo(url: string) {
  return createTransport({
    url,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    dnsTimeout: 5_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
