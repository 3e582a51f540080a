import { and, eq, isNull } from 'drizzle-orm'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { access, postmortems } from '#db/schema/postmortems.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'
import { writeEvent } from './write-event.server.ts'

/** Hands a post-mortem to another person, who may do everything from now on; the one before stays as an editor. */
export async function handOver(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  toPersonId: string,
): Promise<{ ok: true; name: string } | Refused<LockRefusal | 'no-such-subject' | 'is-owner'>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'manage', async (tx, row) => {
    if (toPersonId === row.ownerId) return { ok: false, reason: 'is-owner' } as const
    const name = await activeName(tx, toPersonId)
    if (name === null) return { ok: false, reason: 'no-such-subject' } as const
    await moveOwnership(tx, postmortemId, row.ownerId, toPersonId, viewer.id, `Handed over by ${viewer.name}`)
    const data = { fromId: row.ownerId, toId: toPersonId }
    await writeEvent(tx, 'handed-over', { postmortemId, personId: viewer.id, data })
    return { ok: true, name } as const
  })
}

/**
 * An admin takes a post-mortem over without having been invited: for when nobody else can. It needs a reason, and it is an
 * act that everyone invited is shown; the owner before stays as an editor.
 */
export async function takeOver(
  db: Database,
  admin: Viewer,
  postmortemId: string,
  because: string,
): Promise<{ ok: true } | Refused<'no-such-postmortem' | 'no-reason' | 'is-owner'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ ownerId: postmortems.ownerId })
      .from(postmortems)
      .where(eq(postmortems.id, postmortemId))
      .for('update')
    if (admin.role !== 'admin' || !row) return { ok: false, reason: 'no-such-postmortem' } as const
    const standing = await standingOf(tx, admin, postmortemId)
    if (standing?.role === 'owner') return { ok: false, reason: 'is-owner' } as const
    const reason = because.trim()
    if (!reason) return { ok: false, reason: 'no-reason' } as const
    await moveOwnership(tx, postmortemId, row.ownerId, admin.id, admin.id, `Took it over: ${reason}`)
    await writeEvent(tx, 'taken-over', {
      postmortemId,
      personId: admin.id,
      data: { fromId: row.ownerId, toId: admin.id, because: reason },
    })
    return { ok: true } as const
  })
}

async function moveOwnership(
  tx: Database,
  postmortemId: string,
  fromId: string,
  toId: string,
  givenById: string,
  because: string,
): Promise<void> {
  await tx
    .update(access)
    .set({ role: 'editor' })
    .where(and(eq(access.postmortemId, postmortemId), eq(access.subjectKind, 'person'), eq(access.subjectId, fromId)))
  await tx
    .insert(access)
    .values({ postmortemId, subjectKind: 'person', subjectId: toId, role: 'owner', because, givenById })
    .onConflictDoUpdate({
      target: [access.postmortemId, access.subjectKind, access.subjectId],
      set: { role: 'owner', because, givenById, givenAt: new Date() },
    })
  await tx.update(postmortems).set({ ownerId: toId }).where(eq(postmortems.id, postmortemId))
}

async function activeName(tx: Database, personId: string): Promise<string | null> {
  const [found] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.suspendedAt)))
  return found?.name ?? null
}
