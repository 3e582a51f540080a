import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { teams } from '#db/schema/organisation.ts'
import { invitations, people } from '#db/schema/people.ts'
import { access } from '#db/schema/postmortems.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'
import { writeEvent } from './write-event.server.ts'

/**
 * Takes access back from a person, a team or a link; anyone may give up their own. The caller closes the sockets it
 * concerns, so that rights are asked for again.
 */
export async function revokeAccess(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  { kind, id }: { kind: 'person' | 'team' | 'link'; id: string },
): Promise<{ ok: true; name: string } | Refused<LockRefusal | 'no-such-subject' | 'is-owner'>> {
  const own = kind === 'person' && id === viewer.id
  return withLockedPostmortem(db, viewer, postmortemId, own ? 'see-access' : 'share', async (tx, row) => {
    if (kind === 'person' && id === row.ownerId) return { ok: false, reason: 'is-owner' } as const
    const [revoked] = await tx
      .delete(access)
      .where(and(eq(access.postmortemId, postmortemId), eq(access.subjectKind, kind), eq(access.subjectId, id)))
      .returning({ role: access.role })
    if (!revoked) return { ok: false, reason: 'no-such-subject' } as const
    if (kind === 'link') await tx.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.id, id))
    const name = await nameOf(tx, kind, id)
    const data = { subjectKind: kind, subjectId: id }
    await writeEvent(tx, 'access-revoked', { postmortemId, personId: viewer.id, data })
    return { ok: true, name } as const
  })
}

async function nameOf(tx: Database, kind: 'person' | 'team' | 'link', id: string): Promise<string> {
  if (kind === 'link') return 'an invitation link'
  const table = kind === 'person' ? people : teams
  const [found] = await tx.select({ name: table.name }).from(table).where(eq(table.id, id))
  return found?.name ?? ''
}
