import { and, eq, isNull } from 'drizzle-orm'
import type { AccessRole } from '#app/people/permissions.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { access } from '#db/schema/postmortems.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'
import { writeEvent } from './write-event.server.ts'

/** Ownership is handed over, never given beside the owner's. */
export type GivenRole = Exclude<AccessRole, 'owner'>
export interface AccessGift {
  kind: 'person' | 'team'
  id: string
  role: GivenRole
  because: string
}
export type GiveRefusal = LockRefusal | 'no-such-subject' | 'is-owner'

/** Lets a person or a team see a post-mortem, or changes as what they do. Told to everyone invited. */
export async function giveAccess(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  { kind, id, role, because }: AccessGift,
): Promise<{ ok: true; name: string } | Refused<GiveRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'share', async (tx, row) => {
    const name = kind === 'person' ? await activePerson(tx, id) : await activeTeam(tx, id)
    if (name === null) return { ok: false, reason: 'no-such-subject' } as const
    if (kind === 'person' && id === row.ownerId) return { ok: false, reason: 'is-owner' } as const
    const reason = because.trim()
    await tx
      .insert(access)
      .values({ postmortemId, subjectKind: kind, subjectId: id, role, because: reason, givenById: viewer.id })
      .onConflictDoUpdate({
        target: [access.postmortemId, access.subjectKind, access.subjectId],
        set: { role, because: reason, givenById: viewer.id, givenAt: new Date() },
      })
    const data = { subjectKind: kind, subjectId: id, role, because: reason }
    await writeEvent(tx, 'access-given', { postmortemId, personId: viewer.id, data })
    return { ok: true, name } as const
  })
}

async function activePerson(tx: Database, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.suspendedAt)))
  return found?.name ?? null
}

async function activeTeam(tx: Database, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ name: teams.name })
    .from(teams)
    .where(and(eq(teams.id, id), isNull(teams.retiredAt)))
  return found?.name ?? null
}
