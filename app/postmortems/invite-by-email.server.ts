import { and, eq, isNull, sql } from 'drizzle-orm'
import { createInvitation } from '#app/people/invitations.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { access } from '#db/schema/postmortems.ts'
import { type GivenRole, type GiveRefusal, giveAccess } from './give-access.server.ts'
import type { Refused } from './with-locked-postmortem.server.ts'

/**
 * Invites whoever has this address: someone with an account gets access at once, for someone new a link is made that lets
 * them in as a member with access to this one. The token is answered here and never again.
 */
export async function inviteByEmail(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  { email, role, because }: { email: string; role: GivenRole; because: string },
): Promise<{ ok: true; name: string } | { ok: true; token: string } | Refused<GiveRefusal>> {
  const [known] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(sql`lower(${people.email})`, email.toLowerCase()), isNull(people.suspendedAt)))
  if (known) return giveAccess(db, viewer, postmortemId, { kind: 'person', id: known.id, role, because })
  const made = await createInvitation(db, viewer, { email, postmortemId, postmortemRole: role })
  if (!made.ok) return made
  if (because) await db.update(access).set({ because }).where(eq(access.subjectId, made.id))
  return { ok: true, token: made.token }
}
