import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { fileLimits } from '#app/document/file-limits.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { duplicatePostmortem } from '#app/postmortems/duplicate-postmortem.server.ts'
import { emptyOldTrash, trashPostmortem } from '#app/postmortems/trash-postmortem.server.ts'
import { newId } from '#db/new-id.ts'
import { files } from '#db/schema/files.ts'
import { access, postmortems } from '#db/schema/postmortems.ts'
import { test as withDatabase } from '#tests/database.ts'
import { draftOf, person } from '#tests/factories.ts'
import { diskStorage } from './disk-storage.server.ts'
import type { KeptFiles } from './file-storage.ts'
import { findFile } from './find-file.server.ts'
import { keepFile, type Upload } from './keep-file.server.ts'
import { removeFile } from './remove-file.server.ts'
import { newStorageKey } from './storage-key.ts'
import { sweepStorage } from './sweep-storage.server.ts'

const test = withDatabase.extend('storage', async ({ db: _ }, { onCleanup }): Promise<KeptFiles> => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-files-'))
  onCleanup(() => rmSync(folder, { recursive: true }))
  return diskStorage(folder)
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const upload = (content: string | Uint8Array<ArrayBuffer> | ReadableStream, given: Partial<Upload> = {}): Upload => {
  const stream = content instanceof ReadableStream
  return {
    name: 'declines.png',
    size: stream ? 1024 : new Blob([content]).size,
    body: stream ? content : (new Blob([content]).stream() as Upload['body']),
    ...given,
  }
}
const keysIn = async (storage: KeptFiles) => (await storage.list()).files.map(({ key }) => key)

test('an uploaded file is kept with what its content is, under a name that can be shown', async ({ db, storage }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const outcome = await keepFile(db, storage, author, id, upload(png, { name: 'C:\\desk\\declines.png' }))
  if (!outcome.ok) throw new Error(outcome.reason)
  expect(outcome.file).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{26}$/),
    name: 'declines.png',
    bytes: png.length,
    mediaType: 'image/png',
    sha256: createHash('sha256').update(png).digest('hex'),
  })
  const found = await findFile(db, author, outcome.file.id)
  expect(await new Response((await storage.get(found!.storedAs))!.stream()).bytes()).toEqual(new Uint8Array(png))
})

test('a photo is kept without where it was taken', async ({ db, storage }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const place = Buffer.from('\xff\xe1\0\x17Exif\0\0 59.9139 N 10 E', 'latin1')
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8]), place, Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9])])
  const outcome = await keepFile(db, storage, author, id, upload(photo))
  if (!outcome.ok) throw new Error(outcome.reason)
  const { storedAs } = (await findFile(db, author, outcome.file.id))!
  const kept = Buffer.from(await new Response((await storage.get(storedAs))!.stream()).arrayBuffer())
  expect(kept.toString('latin1')).not.toContain('59.9139')
  expect(outcome.file).toMatchObject({
    mediaType: 'image/jpeg',
    bytes: photo.length,
    sha256: createHash('sha256').update(kept).digest('hex'),
  })
})

test('the same upload sent again is kept once', async ({ db, storage }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const again = upload('14:02 declines', { id: newId() })
  const first = await keepFile(db, storage, author, id, again)
  expect(await keepFile(db, storage, author, id, { ...again, body: new ReadableStream() })).toEqual(first)
  expect(await keysIn(storage)).toHaveLength(1)
  const other = await draftOf(db, author)
  expect(await keepFile(db, storage, author, other.id, again)).toEqual({ ok: false, reason: 'id-is-taken' })
})

test('an upload that is sent again while the first is still coming is kept once, and both are told so', async ({
  db,
  storage,
}) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const given = { id: newId() }
  const outcomes = await Promise.all(
    [1, 2].map(() => keepFile(db, storage, author, id, upload('14:02 declines', given))),
  )
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
  expect(outcomes[0]).toEqual(outcomes[1])
  expect(await keysIn(storage)).toHaveLength(1)
})

const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) })
const broken = () =>
  new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(512))
      controller.error(new Error('the line broke'))
    },
  })

test.for<[string, () => Upload, string]>([
  ['says that it is larger than the limit', () => upload('x', { size: fileLimits.bytes + 1 }), 'too-large'],
  ['turns out to be larger than the limit', () => upload(endless()), 'too-large'],
  ['is cut off', () => upload(broken()), 'cut-off'],
  ['is empty', () => upload(''), 'empty'],
  ['turns out to be empty', () => upload('', { size: 5 }), 'empty'],
])('of a file that %s nothing is kept', async ([, made, reason], { db, storage }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  expect(await keepFile(db, storage, author, id, made())).toEqual({ ok: false, reason })
  expect(await keysIn(storage)).toEqual([])
  expect(await db.$count(files)).toBe(0)
})

test.for<[string, () => Error, string]>([
  ['is full', () => Object.assign(new Error('write'), { code: 'ENOSPC' }), 'storage-full'],
  ['is away', () => new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }), 'storage-away'],
])('a storage that %s is told as what it is', async ([, fails, reason], { db, storage }) => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const failing = { ...storage, set: () => Promise.reject(fails()) }
  expect(await keepFile(db, failing, author, id, upload(png))).toEqual({ ok: false, reason })
  expect(log).toHaveBeenCalledOnce()
  expect(await db.$count(files)).toBe(0)
  log.mockRestore()
})

test('whoever may not edit adds nothing, also when that changes while the file is on its way', async ({
  db,
  storage,
}) => {
  const author = await person(db)
  const stranger = await person(db, { role: 'admin' })
  const { id } = await draftOf(db, author)
  expect(await keepFile(db, storage, stranger, id, upload(png))).toEqual({ ok: false, reason: 'not-shared' })
  const invite = (role: 'editor' | 'commenter') =>
    db
      .insert(access)
      .values({ postmortemId: id, subjectKind: 'person', subjectId: stranger.id, role })
      .onConflictDoUpdate({ target: [access.postmortemId, access.subjectKind, access.subjectId], set: { role } })
  await invite('commenter')
  expect(await keepFile(db, storage, stranger, id, upload(png))).toEqual({ ok: false, reason: 'not-shared' })
  await invite('editor')
  const slow = {
    ...storage,
    set: async (...given: Parameters<KeptFiles['set']>) => {
      await storage.set(...given)
      await invite('commenter')
    },
  }
  expect(await keepFile(db, slow, stranger, id, upload(png))).toEqual({ ok: false, reason: 'not-shared' })
  expect(await keysIn(storage)).toEqual([])
})

test('the files of one post-mortem have a limit together, and one person a few at once', async ({ db, storage }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const row = { postmortemId: id, storedAs: 'x', name: 'log', mediaType: 'text/plain', sha256: '0'.repeat(64) }
  await db.insert(files).values({ ...row, bytes: fileLimits.together - 10 })
  expect(await keepFile(db, storage, author, id, upload('12345678901'))).toEqual({ ok: false, reason: 'document-full' })
  expect(await keepFile(db, storage, author, id, upload('1234567890'))).toMatchObject({ ok: true })

  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const slow: KeptFiles = { ...storage, set: (key, file) => arrival.then(() => storage.set(key, file)) }
  const other = await draftOf(db, author)
  const many = Array.from({ length: fileLimits.atOnce + 1 }, (_, at) => upload(`line ${at}`))
  const outcomes = many.map((each) => keepFile(db, slow, author, other.id, each))
  expect(await Promise.race(outcomes)).toEqual({ ok: false, reason: 'too-many-at-once' })
  arrive()
  expect((await Promise.all(outcomes)).filter(({ ok }) => ok)).toHaveLength(fileLimits.atOnce)
  expect(await keepFile(db, storage, author, other.id, upload('one more'))).toMatchObject({ ok: true })
})

test('a copy has the files its text shows, and they outlive the original', async ({ db, storage }) => {
  const author = await person(db)
  const document = startDocument(standardTemplate.sections)
  const fileId = newId()
  const unused = newId()
  document.content[0]!.content = [{ type: 'image', attrs: { fileId, alt: 'Declines by minute', name: 'declines.png' } }]
  const original = await draftOf(db, author, { document })
  for (const id of [fileId, unused]) await keepFile(db, storage, author, original.id, upload(png, { id }))
  const copy = await duplicatePostmortem(db, author, original.id)
  if (!copy.ok) throw new Error(copy.reason)

  const [copied, ...others] = await db.select().from(files).where(eq(files.postmortemId, copy.id))
  expect(others).toEqual([])
  expect(copied!.id).not.toBe(fileId)
  expect(await removeFile(db, storage, author, original.id, fileId)).toEqual({ ok: true })
  expect(await findFile(db, author, fileId)).toBeNull()
  const found = await findFile(db, author, copied!.id)
  expect(await storage.get(found!.storedAs)).not.toBeNull()
  expect(await removeFile(db, storage, author, copy.id, copied!.id)).toEqual({ ok: true })
  expect(await storage.get(found!.storedAs)).toBeNull()
})

test('a file is removed by whoever may edit its post-mortem, and through no other one', async ({ db, storage }) => {
  const author = await person(db)
  const stranger = await person(db)
  const { id } = await draftOf(db, author)
  const own = await draftOf(db, stranger)
  const kept = await keepFile(db, storage, author, id, upload(png))
  if (!kept.ok) throw new Error(kept.reason)
  expect(await removeFile(db, storage, stranger, id, kept.file.id)).toEqual({ ok: false, reason: 'not-shared' })
  expect(await removeFile(db, storage, stranger, own.id, kept.file.id)).toEqual({ ok: false, reason: 'not-there' })
  expect(await findFile(db, author, kept.file.id)).not.toBeNull()
})

test('what belongs to nothing any more is swept, after a week, and nothing else', async ({ db, storage }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const { id: deleted } = await draftOf(db, author)
  for (const each of [id, deleted]) await keepFile(db, storage, author, each, upload(`the log of ${each}`))
  const [fresh] = [newStorageKey()]
  await storage.set(fresh!, new File(['left by a crash'], 'x'))
  expect(await sweepStorage(db, storage)).toBe(0)

  await trashPostmortem(db, author, deleted)
  await emptyOldTrash(db, new Date(Date.now() + 31 * 86_400_000))
  expect(await sweepStorage(db, storage, new Date(Date.now() + 31 * 86_400_000))).toBe(2)
  const [left] = await db
    .select({ key: files.storedAs })
    .from(files)
    .where(and(eq(files.postmortemId, id)))
  expect(await keysIn(storage)).toEqual([left!.key])
  expect(await db.$count(postmortems)).toBe(1)
})
