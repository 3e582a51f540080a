import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { organisation, teams } from '#db/schema/organisation.ts'
import { invitations, people } from '#db/schema/people.ts'
import { access } from '#db/schema/postmortems.ts'
import { viewerById } from './auth.server.ts'
import { hashOfToken, oneTimeToken } from './one-time-token.server.ts'
import { type AccessRole, may } from './permissions.ts'
import { standingOf } from './standing-of.server.ts'
import type { Viewer } from './viewer.ts'

const validDays = 7

export interface NewInvitation {
  /** Whom it is meant for, where that is known; the link lets in whoever has it. */
  email?: string | null
  role?: Viewer['role']
  teamId?: string | null
  /** One post-mortem that comes with it, and as what. */
  postmortemId?: string | null
  postmortemRole?: Exclude<AccessRole, 'owner'>
}

/**
 * Makes a link that lets one person in, once, within seven days. Admins invite to the organisation; whoever may share a
 * post-mortem invites to that one, as a member. The token is returned here and never again: only its hash is stored.
 */
export async function createInvitation(
  db: Database,
  viewer: Viewer,
  { email, role = 'member', teamId, postmortemId, postmortemRole = 'reader' }: NewInvitation,
): Promise<{ ok: true; id: string; token: string } | { ok: false; reason: 'not-allowed' }> {
  const { token, hash } = oneTimeToken()
  return db.transaction(async (tx) => {
    if (!(await mayInvite(tx, viewer, { role, teamId, postmortemId }))) return { ok: false, reason: 'not-allowed' }
    const [made] = await tx
      .insert(invitations)
      .values({
        tokenHash: hash,
        email: email?.trim().toLowerCase() || null,
        role,
        teamId,
        postmortemId,
        postmortemRole: postmortemId ? postmortemRole : null,
        invitedById: viewer.id,
        expiresAt: sql`now() + make_interval(days => ${validDays})`,
      })
      .returning({ id: invitations.id })
    if (postmortemId) {
      const row = { postmortemId, subjectKind: 'link', subjectId: made!.id, role: postmortemRole } as const
      await tx.insert(access).values({ ...row, because: 'Invitation link', givenById: viewer.id })
    }
    return { ok: true, id: made!.id, token }
  })
}

interface Given {
  role: Viewer['role']
  teamId?: string | null
  postmortemId?: string | null
}

/** Whether someone may give by invitation what it gives: asked when a link is made and again when it is used. */
async function mayInvite(db: Database, inviter: Viewer, { role, teamId, postmortemId }: Given): Promise<boolean> {
  if (inviter.role !== 'admin' && (role === 'admin' || teamId || !postmortemId)) return false
  if (!postmortemId) return true
  const standing = await standingOf(db, inviter, postmortemId)
  return standing !== null && may(inviter, 'share', standing)
}

/** Whether whoever made this invitation may still give what it gives: they are here, and their rights have not ended. */
export async function stillBacked(db: Database, invitation: Given & { invitedById: string }): Promise<boolean> {
  const inviter = await viewerById(db, invitation.invitedById)
  return inviter !== null && mayInvite(db, inviter, invitation)
}

export interface OpenInvitation {
  id: string
  email: string | null
  role: Viewer['role']
  teamName: string | null
  invitedBy: string
  expiresAt: Date
}

/** Invitations to the organisation that still open a door, the oldest first. For admins; others get none. */
export async function openInvitations(db: Database, viewer: Viewer): Promise<OpenInvitation[]> {
  if (viewer.role !== 'admin') return []
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      teamName: teams.name,
      invitedBy: people.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedById))
    .leftJoin(teams, eq(teams.id, invitations.teamId))
    .where(and(stillOpen(), isNull(invitations.postmortemId)))
    .orderBy(asc(invitations.createdAt))
}

/** Takes an invitation back: by an admin, by whoever made it, or by whoever may share its post-mortem. */
export async function revokeInvitation(
  db: Database,
  viewer: Viewer,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: 'no-such-invitation' }> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ invitedById: invitations.invitedById, postmortemId: invitations.postmortemId })
      .from(invitations)
      .where(and(eq(invitations.id, id), stillOpen()))
      .for('update')
    if (!found || !(await mayRevoke(tx, viewer, found))) return { ok: false, reason: 'no-such-invitation' }
    await tx.update(invitations).set({ revokedAt: sql`now()` }).where(eq(invitations.id, id))
    await tx.delete(access).where(and(eq(access.subjectKind, 'link'), eq(access.subjectId, id)))
    return { ok: true }
  })
}

async function mayRevoke(
  db: Database,
  viewer: Viewer,
  found: { invitedById: string; postmortemId: string | null },
): Promise<boolean> {
  if (found.invitedById === viewer.id) return true
  if (!found.postmortemId) return viewer.role === 'admin'
  const standing = await standingOf(db, viewer, found.postmortemId)
  return standing !== null && may(viewer, 'share', standing)
}

/** What the page behind an invitation link shows, or null when the link opens nothing (any more). */
export async function findInvitation(db: Database, token: string) {
  const [found] = await db
    .select({
      given: {
        role: invitations.role,
        teamId: invitations.teamId,
        postmortemId: invitations.postmortemId,
        invitedById: invitations.invitedById,
      },
      email: invitations.email,
      invitedBy: people.name,
      organisation: organisation.name,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedById))
    .leftJoin(organisation, eq(organisation.id, 1))
    .where(and(eq(invitations.tokenHash, hashOfToken(token)), stillOpen()))
  if (!found || !(await stillBacked(db, found.given))) return null
  const { given, ...shown } = found
  return { ...shown, forPostmortem: given.postmortemId !== null }
}

/** SQL: a join link that was neither used nor taken back, within its time. See also `stillBacked`. */
export function stillOpen() {
  return and(
    eq(invitations.purpose, 'join'),
    isNull(invitations.usedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  )
}
