import { and, eq, gt, isNull, like, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { invitations, people, verifications } from '#db/schema/people.ts'
import { violatedConstraint } from '#db/violated-constraint.ts'
import { hashOfToken, oneTimeToken } from './one-time-token.server.ts'
import type { Viewer } from './viewer.ts'

export type EmailChanged =
  | { ok: true; from: string; to: string }
  | { ok: false; reason: 'email-taken' | 'link-not-open' }

/**
 * A token for a link to the new address: the address changes when it is used, within an hour. The viewer typed their
 * password before (`confirmPassword`). A later one puts an earlier one out of use.
 */
export async function changeEmailToken(db: Database, viewer: Viewer, email: string): Promise<string> {
  const { token, hash } = oneTimeToken()
  await db.transaction(async (tx) => {
    await tx.delete(verifications).where(like(verifications.identifier, `${prefix}${viewer.id}:%`))
    await tx.insert(verifications).values({
      identifier: `${prefix}${viewer.id}:${hash}`,
      value: email,
      expiresAt: sql`now() + interval '1 hour'`,
    })
  })
  return `${viewer.id}.${token}`
}

/** Uses the link that went to the new address. */
export async function confirmEmail(db: Database, token: string): Promise<EmailChanged> {
  const [personId = '', secret = ''] = token.split('.')
  const [found] = await db
    .delete(verifications)
    .where(
      and(
        eq(verifications.identifier, `${prefix}${personId}:${hashOfToken(secret)}`),
        gt(verifications.expiresAt, sql`now()`),
      ),
    )
    .returning({ email: verifications.value })
  if (!found) return { ok: false, reason: 'link-not-open' }
  return changeEmail(db, personId, found.email)
}

/** Changes the address a person signs in with, and puts links that went to the one before out of use. */
export async function changeEmail(db: Database, personId: string, email: string): Promise<EmailChanged> {
  try {
    return await db.transaction(async (tx) => {
      const [before] = await tx.select({ email: people.email }).from(people).where(active(personId)).for('update')
      if (!before) return { ok: false, reason: 'link-not-open' }
      const to = email.trim().toLowerCase()
      await tx.update(people).set({ email: to, updatedAt: sql`now()` }).where(active(personId))
      await tx
        .update(invitations)
        .set({ revokedAt: sql`now()` })
        .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt), isNull(invitations.revokedAt)))
      return { ok: true, from: before.email, to }
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_person_per_email') return { ok: false, reason: 'email-taken' }
    throw error
  }
}

const prefix = 'change-email:'

function active(personId: string) {
  return and(eq(people.id, personId), isNull(people.suspendedAt))
}
