import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { teamMembers } from '#db/schema/organisation.ts'
import { invitations, people } from '#db/schema/people.ts'
import { access, events, postmortems } from '#db/schema/postmortems.ts'
import { createPerson, type NewPerson, passwordHash } from './auth.server.ts'
import { stillBacked, stillOpen } from './invitations.server.ts'
import { hashOfToken } from './one-time-token.server.ts'
import { tellOfTeamAccess } from './tell-of-team-access.server.ts'
import type { Viewer } from './viewer.ts'

type Newcomer = Pick<NewPerson, 'name' | 'email' | 'password' | 'timeZone'>
type Invitation = typeof invitations.$inferSelect

export type Joined =
  | {
      ok: true
      personId: string /** The number of the post-mortem that came with it. */
      postmortemNumber: number | null
    }
  | { ok: false; reason: 'link-not-open' | 'email-taken' }

/**
 * Uses an invitation, once: makes an account for someone new, or adds its rights to whoever is signed in. Rights are only
 * added: who is an editor already does not become a reader by a link.
 */
export async function acceptInvitation(db: Database, token: string, who: Viewer | Newcomer): Promise<Joined> {
  const password = 'password' in who ? await passwordHash(who.password) : null
  return db.transaction(async (tx) => {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.tokenHash, hashOfToken(token)), stillOpen()))
      .for('update')
    if (!invitation || !(await stillBacked(tx, invitation))) return { ok: false, reason: 'link-not-open' }

    const { role } = invitation
    const made =
      password && 'password' in who ? await createPerson(tx, { ...who, password, role }) : { ok: true as const, id: '' }
    if (!made.ok) return made
    const personId = made.id || ('id' in who ? who.id : '')
    if (!password && role === 'admin') await tx.update(people).set({ role }).where(eq(people.id, personId))
    if (invitation.teamId) await joinTeam(tx, invitation.teamId, personId, invitation.invitedById)
    await tx.update(invitations).set({ usedAt: sql`now()` }).where(eq(invitations.id, invitation.id))
    return { ok: true, personId, postmortemNumber: await givePostmortem(tx, invitation, personId) }
  })
}

/** A team sees drafts it was invited to: nobody comes into one unseen, an admin with a link of their own neither. */
async function joinTeam(tx: Database, teamId: string, personId: string, invitedById: string): Promise<void> {
  const joined = await tx
    .insert(teamMembers)
    .values({ teamId, personId })
    .onConflictDoNothing()
    .returning({ personId: teamMembers.personId })
  if (joined.length === 0) return
  const subject = { subjectKind: 'person', subjectId: personId } as const
  await tellOfTeamAccess(tx, { id: invitedById }, { teamId, because: 'Joined the team by an invitation', subject })
}

const rank = { owner: 3, editor: 2, commenter: 1, reader: 0 }

async function givePostmortem(tx: Database, invitation: Invitation, personId: string): Promise<number | null> {
  const { postmortemId, postmortemRole: role, invitedById } = invitation
  if (!postmortemId || !role) return null
  const link = and(eq(access.subjectKind, 'link'), eq(access.subjectId, invitation.id))
  await tx.delete(access).where(and(eq(access.postmortemId, postmortemId), link))
  const own = { postmortemId, subjectKind: 'person', subjectId: personId } as const
  const because = 'Came by an invitation link'
  const [had] = await tx
    .select({ role: access.role })
    .from(access)
    .where(and(eq(access.postmortemId, postmortemId), eq(access.subjectKind, 'person'), eq(access.subjectId, personId)))
  if (!had || rank[had.role] < rank[role]) {
    await tx
      .insert(access)
      .values({ ...own, role, because, givenById: invitedById })
      .onConflictDoUpdate({
        target: [access.postmortemId, access.subjectKind, access.subjectId],
        set: { role, because, givenById: invitedById, givenAt: sql`now()` },
      })
    const data = { subjectKind: 'person', subjectId: personId, role, because }
    await tx.insert(events).values({ kind: 'access-given', postmortemId, personId: invitedById, data })
  }
  const [row] = await tx
    .select({ number: postmortems.number })
    .from(postmortems)
    .where(eq(postmortems.id, postmortemId))
  return row!.number
}
