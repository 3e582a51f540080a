import { and, eq, sum } from 'drizzle-orm'
import { fileLimits } from '#app/document/file-limits.ts'
import { cleanFileName } from '#app/document/file-name.ts'
import { countAttempt } from '#app/people/limit-attempts.server.ts'
import { may } from '#app/people/permissions.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { describeError } from '#db/describe-error.ts'
import { newId } from '#db/new-id.ts'
import { files } from '#db/schema/files.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import type { KeptFiles } from './file-storage.ts'
import { CutOff, fromSender, lookAtBytes, TooManyBytes } from './look-at-bytes.server.ts'
import { newStorageKey } from './storage-key.ts'
import { StreamedFile } from './streamed-file.ts'
import { withoutMetadata } from './without-metadata.ts'

export interface KeptFile {
  id: string
  name: string
  bytes: number
  mediaType: string
  sha256: string
}
export interface Upload {
  /** Chosen by the sender: sent again under it, a file that has arrived is not kept twice. Made up where it is missing. */
  id?: string
  name: string
  /** As it was announced; so many bytes follow, or the upload is cut off. */
  size: number
  body: ReadableStream<Uint8Array<ArrayBuffer>>
}
export type KeepRefusal =
  | 'not-shared'
  | 'id-is-taken'
  | 'empty'
  | 'too-large'
  | 'document-full'
  | 'too-many-at-once'
  | 'too-many'
  | 'cut-off'
  | 'storage-full'
  | 'storage-away'
export type KeepOutcome = { ok: true; file: KeptFile } | { ok: false; reason: KeepRefusal }

const shown = {
  id: files.id,
  name: files.name,
  bytes: files.bytes,
  mediaType: files.mediaType,
  sha256: files.sha256,
}
/** Uploads under way, by person. */
const underWay = new Map<string, number>()

/**
 * Keeps an uploaded file of a post-mortem, an image without its metadata: its bytes go into the storage as they come, the row
 * follows when they are there.
 * Whatever goes wrong on the way, nothing of it stays. Whether the viewer may edit is asked before and again at the end.
 */
export async function keepFile(
  db: Database,
  storage: KeptFiles,
  viewer: Viewer,
  postmortemId: string,
  upload: Upload,
): Promise<KeepOutcome> {
  const before = await admit(db, viewer, postmortemId, upload)
  if (before) return before
  const now = underWay.get(viewer.id) ?? 0
  if (now >= fileLimits.atOnce) return refused('too-many-at-once')
  underWay.set(viewer.id, now + 1)
  try {
    const counted = await countAttempt(db, 'upload', { account: viewer.id, address: '' })
    if (!counted.ok) return refused('too-many')
    const outcome = await store(db, storage, viewer, postmortemId, upload)
    // Sent again while the server still waited for the first one's last bytes.
    const isTaken = !outcome.ok && outcome.reason === 'id-is-taken'
    return (isTaken && (await arrivedBefore(db, postmortemId, upload.id!))) || outcome
  } finally {
    const left = underWay.get(viewer.id)! - 1
    if (left === 0) underWay.delete(viewer.id)
    else underWay.set(viewer.id, left)
  }
}

/** What can be answered before a byte is read; null when it may come. */
async function admit(db: Database, viewer: Viewer, postmortemId: string, upload: Upload): Promise<KeepOutcome | null> {
  if (!(await mayAdd(db, viewer, postmortemId))) return refused('not-shared')
  const there = await arrivedBefore(db, postmortemId, upload.id ?? '')
  if (there) return there
  if (upload.size === 0) return refused('empty')
  if (upload.size > fileLimits.bytes) return refused('too-large')
  return (await isFull(db, postmortemId, upload.size)) ? refused('document-full') : null
}

/** What stands under the id of an upload already: the same file where it is of this post-mortem, a refusal otherwise. */
async function arrivedBefore(db: Database, postmortemId: string, id: string): Promise<KeepOutcome | null> {
  const [there] = await db
    .select({ ...shown, postmortemId: files.postmortemId, state: files.state })
    .from(files)
    .where(eq(files.id, id))
  if (!there) return null
  const { postmortemId: owner, state, ...file } = there
  return owner === postmortemId && state === 'kept' ? { ok: true, file } : refused('id-is-taken')
}

async function store(
  db: Database,
  storage: KeptFiles,
  viewer: Viewer,
  postmortemId: string,
  { id = newId(), name, size, body }: Upload,
): Promise<KeepOutcome> {
  const key = newStorageKey()
  const { stream, seen } = lookAtBytes(withoutMetadata(fromSender(body)), fileLimits.bytes)
  try {
    await storage.set(key, new StreamedFile(stream, { name: key, size }))
  } catch (error) {
    const reason = reasonOf(error)
    // Whoever runs the server has to hear of it; whoever uploads is told in words.
    if (reason === 'storage-away' || reason === 'storage-full') console.error(describeError(error))
    return refused(reason)
  }
  let outcome: KeepOutcome | null = null
  try {
    outcome = await addRow(db, viewer, {
      id,
      postmortemId,
      storedAs: key,
      name: cleanFileName(name),
      ...(await seen()),
    })
    return outcome
  } finally {
    // Without a row nobody could find it again; what cannot be removed now is swept later.
    if (!outcome?.ok) await Promise.resolve(storage.remove(key)).catch(() => undefined)
  }
}

async function addRow(db: Database, viewer: Viewer, row: typeof files.$inferInsert): Promise<KeepOutcome> {
  if (row.bytes === 0) return refused('empty')
  return db.transaction(async (tx) => {
    await tx.select({ id: postmortems.id }).from(postmortems).where(eq(postmortems.id, row.postmortemId)).for('update')
    if (!(await mayAdd(tx, viewer, row.postmortemId))) return refused('not-shared')
    if (await isFull(tx, row.postmortemId, row.bytes)) return refused('document-full')
    const [file] = await tx.insert(files).values(row).onConflictDoNothing().returning(shown)
    return file ? { ok: true as const, file } : refused('id-is-taken')
  })
}

async function mayAdd(db: Database, viewer: Viewer, postmortemId: string): Promise<boolean> {
  const standing = await standingOf(db, viewer, postmortemId)
  return standing !== null && may(viewer, 'edit', standing)
}

async function isFull(db: Database, postmortemId: string, more: number): Promise<boolean> {
  const [all] = await db
    .select({ bytes: sum(files.bytes).mapWith(Number) })
    .from(files)
    .where(and(eq(files.postmortemId, postmortemId), eq(files.state, 'kept')))
  return (all?.bytes ?? 0) + more > fileLimits.together
}

/** An error may be the cause of another, as a storage wraps what its stream failed with. */
function reasonOf(error: unknown): KeepRefusal {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each instanceof TooManyBytes) return 'too-large'
    if (each instanceof CutOff) return 'cut-off'
    const { code = '' } = each as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return 'storage-full'
  }
  return 'storage-away'
}

function refused(reason: KeepRefusal): { ok: false; reason: KeepRefusal } {
  return { ok: false, reason }
}
