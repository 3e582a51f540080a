import { and, eq, isNull } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { participants } from '#db/schema/postmortems.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'

/**
 * Makes a person a participant of a post-mortem, so that its text can mention them by an id. `participantId` is the id the
 * mention was written with; whoever is in it already keeps the one they have. Asks for `edit`.
 */
export async function mentionPerson(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  { personId, participantId }: { personId: string; participantId: string },
): Promise<{ ok: true; participantId: string } | Refused<LockRefusal | 'no-such-person' | 'id-taken'>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'edit', async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.suspendedAt)))
    if (!person) return { ok: false, reason: 'no-such-person' as const }
    const [stood] = await tx
      .select({ id: participants.id })
      .from(participants)
      .where(and(eq(participants.postmortemId, postmortemId), eq(participants.personId, personId)))
    if (stood) return { ok: true as const, participantId: stood.id }
    const [made] = await tx
      .insert(participants)
      .values({ id: participantId, postmortemId, personId })
      .onConflictDoNothing()
      .returning({ id: participants.id })
    return made ? { ok: true as const, participantId: made.id } : { ok: false, reason: 'id-taken' as const }
  })
}
