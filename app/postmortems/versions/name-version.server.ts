import { and, eq, ne } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { versions } from '#db/schema/postmortems.ts'
import { readShared } from '../read-shared.server.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from '../with-locked-postmortem.server.ts'
import { takeVersion } from './take-version.server.ts'
import { mostNamed } from './thin-versions.ts'

export type NameRefusal = LockRefusal | 'no-such-version' | 'too-many-names' | 'has-a-name'

/**
 * Gives a version a name, another one, or with '' none: a named version is kept for ever, one that lost its name is thinned
 * like the others. Who named it is not written down.
 */
export async function nameVersion(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  versionId: string,
  name: string,
): Promise<{ ok: true } | Refused<NameRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'edit', async (tx) => {
    const own = and(eq(versions.postmortemId, postmortemId), eq(versions.id, versionId))
    const [found] = await tx.select({ name: versions.name }).from(versions).where(own)
    if (!found) return { ok: false, reason: 'no-such-version' } as const
    if (name && !found.name && (await isFull(tx, postmortemId))) return { ok: false, reason: 'too-many-names' } as const
    await tx.update(versions).set({ name }).where(own)
    return { ok: true } as const
  })
}

/** Keeps the latest acknowledged state under a name. Where that state has a name already, nothing is changed. */
export async function nameThisVersion(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  name: string,
): Promise<{ ok: true; versionId: string } | Refused<NameRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'edit', async (tx) => {
    if (await isFull(tx, postmortemId)) return { ok: false, reason: 'too-many-names' } as const
    const { shared } = await readShared(tx, postmortemId)
    const versionId = await takeVersion(tx, postmortemId, shared, new Date())
    const unnamed = and(eq(versions.id, versionId), eq(versions.name, ''))
    const named = await tx.update(versions).set({ name }).where(unnamed).returning({ id: versions.id })
    if (named.length === 0) return { ok: false, reason: 'has-a-name' } as const
    return { ok: true, versionId } as const
  })
}

async function isFull(tx: Database, postmortemId: string): Promise<boolean> {
  const named = await tx.$count(versions, and(eq(versions.postmortemId, postmortemId), ne(versions.name, '')))
  return named >= mostNamed
}
