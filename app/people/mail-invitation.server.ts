import type { Database } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'
import { type Mailed, sendMail } from './mail.server.ts'
import { invitationMail } from './mail-words.ts'
import type { PeopleSettings } from './people-settings.ts'
import type { Viewer } from './viewer.ts'

/** Mails the link of an invitation. Whether it went out is for the page to say; the link works either way. */
export async function mailInvitation(
  db: Database,
  settings: Pick<PeopleSettings, 'SMTP_URL' | 'MAIL_FROM'>,
  viewer: Viewer,
  { email, link }: { email: string; link: string },
): Promise<Mailed> {
  const [found] = await db.select({ name: organisation.name }).from(organisation)
  return sendMail(settings, { to: email, ...invitationMail(found?.name ?? 'us', viewer.name, link) })
}
