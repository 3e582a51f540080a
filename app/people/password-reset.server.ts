import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { invitations, people, sessions } from '#db/schema/people.ts'
import { passwordHash, setPassword } from './auth.server.ts'
import { hashOfToken, oneTimeToken } from './one-time-token.server.ts'
import type { Viewer } from './viewer.ts'

/**
 * A link with which a person chooses a new password: once, within an hour. An admin makes it for someone and hands it
 * over; it is shown here and never again. A new one puts the one before out of use.
 */
export async function makeResetLink(
  db: Database,
  viewer: Viewer,
  personId: string,
): Promise<{ ok: true; token: string } | { ok: false; reason: 'not-allowed' | 'no-such-person' }> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return newResetToken(db, personId, viewer.id)
}

/** The token for a mail to the person behind this address, or null when nobody there may sign in. Says nothing to the page. */
export async function resetTokenFor(db: Database, email: string): Promise<string | null> {
  const [found] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email.trim().toLowerCase()), isNull(people.suspendedAt)))
  if (!found) return null
  const made = await newResetToken(db, found.id, found.id)
  return made.ok ? made.token : null
}

async function newResetToken(
  db: Database,
  personId: string,
  madeById: string,
): Promise<{ ok: true; token: string } | { ok: false; reason: 'no-such-person' }> {
  const { token, hash } = oneTimeToken()
  return db.transaction(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
    if (!person) return { ok: false, reason: 'no-such-person' }
    const earlier = and(eq(invitations.personId, personId), open())
    await tx.update(invitations).set({ revokedAt: sql`now()` }).where(earlier)
    const expiresAt = sql`now() + interval '1 hour'`
    await tx
      .insert(invitations)
      .values({ tokenHash: hash, purpose: 'reset-password', personId, invitedById: madeById, expiresAt })
    return { ok: true, token }
  })
}

/** Whether the link still lets someone choose a password, and for which address. */
export async function findReset(db: Database, token: string): Promise<{ email: string } | null> {
  const [found] = await db
    .select({ email: people.email })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.personId))
    .where(and(eq(invitations.tokenHash, hashOfToken(token)), open(), isNull(people.suspendedAt)))
  return found ?? null
}

/** Sets the new password, uses the link up and ends every session of the person. */
export async function resetPassword(
  db: Database,
  token: string,
  password: string,
): Promise<{ ok: true; personId: string } | { ok: false; reason: 'link-not-open' }> {
  if (!(await findReset(db, token))) return { ok: false, reason: 'link-not-open' }
  const hash = await passwordHash(password)
  return db.transaction(async (tx) => {
    const [used] = await tx
      .update(invitations)
      .set({ usedAt: sql`now()` })
      .where(and(eq(invitations.tokenHash, hashOfToken(token)), open()))
      .returning({ personId: invitations.personId })
    if (!used?.personId) return { ok: false, reason: 'link-not-open' }
    await setPassword(tx, used.personId, hash)
    await tx.delete(sessions).where(eq(sessions.userId, used.personId))
    return { ok: true, personId: used.personId }
  })
}

function open() {
  return and(
    eq(invitations.purpose, 'reset-password'),
    isNull(invitations.usedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  )
}
