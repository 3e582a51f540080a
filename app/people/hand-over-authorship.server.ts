import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { access, events, postmortems } from '#db/schema/postmortems.ts'
import type { Viewer } from './viewer.ts'

/**
 * Gives the post-mortems of one person to another, who becomes their owner; the one before stays as an editor. Admins
 * only, and never in silence: each post-mortem gets an event that everyone invited to it sees. An admin who takes them for
 * themselves has taken them over, and is shown like that. Answers how many.
 */
export async function handOverAuthorship(
  db: Database,
  viewer: Viewer,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<{ ok: true; count: number } | { ok: false; reason: 'not-allowed' | 'no-such-person' | 'same-person' }> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  if (fromId === toId) return { ok: false, reason: 'same-person' }
  return db.transaction(async (tx) => {
    const [to] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, toId), isNull(people.suspendedAt)))
    if (!to) return { ok: false, reason: 'no-such-person' }
    const owned = await tx
      .update(postmortems)
      .set({ ownerId: toId })
      .where(eq(postmortems.ownerId, fromId))
      .returning({ id: postmortems.id })
    for (const { id } of owned) await handOverOne(tx, viewer, id, fromId, toId)
    return { ok: true, count: owned.length }
  })
}

async function handOverOne(tx: Database, viewer: Viewer, postmortemId: string, fromId: string, toId: string) {
  const because = 'Authorship was handed over'
  const given = { because, givenById: viewer.id, givenAt: sql`now()` }
  await tx
    .update(access)
    .set({ role: 'editor', ...given })
    .where(
      and(
        eq(access.postmortemId, postmortemId),
        eq(access.subjectKind, 'person'),
        eq(access.subjectId, fromId),
        eq(access.role, 'owner'),
      ),
    )
  await tx
    .insert(access)
    .values({ postmortemId, subjectKind: 'person', subjectId: toId, role: 'owner', because, givenById: viewer.id })
    .onConflictDoUpdate({
      target: [access.postmortemId, access.subjectKind, access.subjectId],
      set: { role: 'owner', ...given },
    })
  const kind = toId === viewer.id ? 'taken-over' : 'handed-over'
  await tx.insert(events).values({ kind, postmortemId, personId: viewer.id, data: { fromId, toId, because } })
}
