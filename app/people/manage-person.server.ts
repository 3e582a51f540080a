import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { invitations, people, sessions } from '#db/schema/people.ts'
import { type Operator, operator } from './operator.ts'
import type { Viewer } from './viewer.ts'

export type Managed = { ok: true } | { ok: false; reason: 'not-allowed' | 'no-such-person' | 'last-admin' }

/** Makes someone an admin or a member. The last admin stays one: somebody has to be able to let others in. */
export async function changeRole(
  db: Database,
  viewer: Viewer | Operator,
  personId: string,
  role: Viewer['role'],
): Promise<Managed> {
  return manage(db, viewer, async (tx, adminIds) => {
    if (role === 'member' && isLast(adminIds, personId)) return { ok: false, reason: 'last-admin' }
    return done(await tx.update(people).set({ role }).where(eq(people.id, personId)).returning({ id: people.id }))
  })
}

/**
 * Keeps someone out until they are restored: their sessions end, their invitation and reset links open nothing. What they
 * wrote stays. The caller closes their sockets (`live.close({ personId })`).
 */
export async function suspendPerson(db: Database, viewer: Viewer | Operator, personId: string): Promise<Managed> {
  return manage(db, viewer, async (tx, adminIds) => {
    if (isLast(adminIds, personId)) return { ok: false, reason: 'last-admin' }
    const suspended = await tx
      .update(people)
      .set({ suspendedAt: sql`now()` })
      .where(eq(people.id, personId))
      .returning({ id: people.id })
    await tx.delete(sessions).where(eq(sessions.userId, personId))
    await tx
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)))
    return done(suspended)
  })
}

/** Lets someone sign in again, with the role and the rights they had. */
export async function restorePerson(db: Database, viewer: Viewer | Operator, personId: string): Promise<Managed> {
  return manage(db, viewer, async (tx) =>
    done(
      await tx.update(people).set({ suspendedAt: null }).where(eq(people.id, personId)).returning({ id: people.id }),
    ),
  )
}

/**
 * Holds the rows of all admins, always in the same order, before anything is decided: two admins who demote each other at
 * the same moment come one after the other, and the second is no admin any more.
 */
async function manage(
  db: Database,
  viewer: Viewer | Operator,
  act: (tx: Database, adminIds: string[]) => Promise<Managed>,
): Promise<Managed> {
  return db.transaction(async (tx) => {
    const admins = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.role, 'admin'), isNull(people.suspendedAt)))
      .orderBy(asc(people.id))
      .for('update')
    const adminIds = admins.map((admin) => admin.id)
    const allowed = viewer === operator || adminIds.includes(viewer.id)
    return allowed ? act(tx, adminIds) : { ok: false, reason: 'not-allowed' }
  })
}

function isLast(adminIds: string[], personId: string): boolean {
  return adminIds.length === 1 && adminIds[0] === personId
}

function done(changed: { id: string }[]): Managed {
  return changed.length > 0 ? { ok: true } : { ok: false, reason: 'no-such-person' }
}
