import { eq, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'

export interface Organisation {
  name: string
  /** What post-mortems will not be used for; empty while nothing is written. */
  promise: string
  /** The role that stands behind the promise as it reads now, or empty: unsigned. */
  promiseSignedBy: string
  promiseSignedAt: Date | null
  sampleLoadedAt: Date | null
  /** Whether browsers may keep drafts that are being written. */
  keepsLocalCopies: boolean
}

/** The organisation, or null before setup. */
export async function readOrganisation(db: Database): Promise<Organisation | null> {
  const [found] = await db
    .select({
      name: organisation.name,
      promise: organisation.promise,
      promiseSignedBy: organisation.promiseSignedBy,
      promiseSignedAt: organisation.promiseSignedAt,
      sampleLoadedAt: organisation.sampleLoadedAt,
      keepsLocalCopies: organisation.keepsLocalCopies,
    })
    .from(organisation)
  return found ?? null
}

type Outcome<Reason extends string> = { ok: true } | { ok: false; reason: Reason }

export async function renameOrganisation(db: Database, viewer: Viewer, name: string): Promise<Outcome<'not-allowed'>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  await db.update(organisation).set({ name }).where(eq(organisation.id, 1))
  return { ok: true }
}

/** Says whether browsers may keep drafts. Copies that are there already are removed when an editor is opened next. */
export async function keepLocalCopies(db: Database, viewer: Viewer, keeps: boolean): Promise<Outcome<'not-allowed'>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  await db.update(organisation).set({ keepsLocalCopies: keeps }).where(eq(organisation.id, 1))
  return { ok: true }
}

/** Writes the promise. A signature stands for the words that were signed: other words take it away. */
export async function writePromise(db: Database, viewer: Viewer, promise: string): Promise<Outcome<'not-allowed'>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  await db
    .update(organisation)
    .set({ promise, promiseSignedBy: '', promiseSignedAt: null })
    .where(sql`${organisation.id} = 1 and ${organisation.promise} <> ${promise}`)
  return { ok: true }
}

/**
 * Signs the promise, as of now, for a role. `read` is the text that the one who signs had in view: when someone has
 * changed it meanwhile, nothing is signed.
 */
export async function signPromise(
  db: Database,
  viewer: Viewer,
  { role, read }: { role: string; read: string },
): Promise<Outcome<'not-allowed' | 'nothing-to-sign' | 'changed-meanwhile'>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  if (read === '') return { ok: false, reason: 'nothing-to-sign' }
  const signed = await db
    .update(organisation)
    .set({ promiseSignedBy: role, promiseSignedAt: sql`now()` })
    .where(sql`${organisation.id} = 1 and ${organisation.promise} = ${read}`)
    .returning({ id: organisation.id })
  return signed.length > 0 ? { ok: true } : { ok: false, reason: 'changed-meanwhile' }
}
