import { and, eq, isNull } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { readDocument, readFacts, writeFacts } from '#app/document/shared-document.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { access, contributors, versions } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { completeDocument, documentWith } from '#tests/documents.ts'
import { draftOf, person } from '#tests/factories.ts'
import { startLiveServer } from '#tests/live-server.ts'
import { firstLine, itemOf } from '#tests/merging-replicas.ts'
import { leaksInDocument } from '../leaks-in-document.ts'
import { readShared } from '../read-shared.server.ts'
import { listContributors } from './contributors.server.ts'
import { findVersion } from './find-version.server.ts'
import { listVersions } from './list-versions.server.ts'
import { maskVersions } from './mask-versions.server.ts'
import { nameThisVersion, nameVersion } from './name-version.server.ts'
import { restoreDraft } from './restore-draft.server.ts'
import { takeVersion } from './take-version.server.ts'

const invite = (db: Database, postmortemId: string, viewer: Viewer, role: 'editor' | 'commenter' | 'reader') =>
  db.insert(access).values({ postmortemId, subjectKind: 'person', subjectId: viewer.id, role })

/** Keeps a version of a draft with this title. */
async function keep(db: Database, postmortemId: string, title: string, at: Date): Promise<string> {
  const { shared } = await readShared(db, postmortemId)
  writeFacts(shared, { title })
  return takeVersion(db, postmortemId, shared, at)
}
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

test('versions are listed newest first with what changed, page by page', async ({ db }) => {
  const { id } = await draftOf(db, await person(db), { document: completeDocument() })
  for (const minutes of [40, 30, 20]) await keep(db, id, `Title ${minutes}`, minutesAgo(minutes))
  const first = await listVersions(db, id, { limit: 2 })
  expect(first.versions.map(({ changed }) => changed)).toEqual(['Title changed.', 'Title changed.'])
  expect(first.hasOlder).toBe(true)
  const second = await listVersions(db, id, { limit: 2, before: first.versions.at(-1)!.id })
  expect(second.hasOlder).toBe(false)
  expect(second.versions.map(({ changed }) => changed)).toEqual([
    '4 entries added, 1 cause added, 1 change added, 1 thanks added, 1 lesson added, In short written.',
  ])
  expect(await listVersions(db, id, { limit: 2, before: 'of-another' })).toEqual(first)
})

test('what changed is told anew when the version before it is another', async ({ db }) => {
  const { id } = await draftOf(db, await person(db), { document: documentWith({ 'in-short': 'It began.' }) })
  const oldest = await keep(db, id, 'One', minutesAgo(30))
  await keep(db, id, 'Two', minutesAgo(20))
  expect((await listVersions(db, id)).versions.map(({ changed }) => changed)).toEqual([
    'Title changed.',
    'In short written.',
  ])
  await db.delete(versions).where(eq(versions.id, oldest))
  expect((await listVersions(db, id)).versions.map(({ changed }) => changed)).toEqual(['In short written.'])
})

test('a state is named by hand, renamed, and loses its name; nobody is written down', async ({ db }) => {
  const ines = await person(db)
  const { id } = await draftOf(db, ines)
  const named = await nameThisVersion(db, ines, id, 'Before the review')
  expect(named).toMatchObject({ ok: true })
  expect(await nameThisVersion(db, ines, id, 'Again')).toEqual({ ok: false, reason: 'has-a-name' })
  const versionId = (named as { versionId: string }).versionId
  expect(await nameVersion(db, ines, id, versionId, 'After the review')).toEqual({ ok: true })
  expect((await findVersion(db, id, versionId))?.name).toBe('After the review')
  expect(await nameVersion(db, ines, id, versionId, '')).toEqual({ ok: true })
  expect(await nameVersion(db, ines, id, 'no-such', 'X')).toEqual({ ok: false, reason: 'no-such-version' })
  expect(await db.select({ by: versions.madeById }).from(versions)).toEqual([{ by: null }])
})

test('whoever may not write names and brings back nothing, and a stranger learns nothing', async ({ db, opened }) => {
  const ines = await person(db)
  const { id } = await draftOf(db, ines)
  const versionId = await keep(db, id, 'Kept', minutesAgo(5))
  const server = await startLiveServer({ opened: { ...opened, db } })
  onTestFinished(() => server.close())
  const before = await db.$count(versions)
  for (const role of ['reader', 'commenter', null] as const) {
    const viewer = await person(db)
    if (role) await invite(db, id, viewer, role)
    const reason = role ? 'not-allowed' : 'no-such-postmortem'
    expect(await nameThisVersion(db, viewer, id, 'Mine')).toEqual({ ok: false, reason })
    expect(await nameVersion(db, viewer, id, versionId, 'Mine')).toEqual({ ok: false, reason })
    expect(await restoreDraft(db, server.live, viewer, id, versionId, { part: 'all' })).toEqual({ ok: false, reason })
  }
  expect(await db.$count(versions)).toBe(before)
})

test('a version of one post-mortem is none of another', async ({ db }) => {
  const ines = await person(db)
  const [one, other] = [await draftOf(db, ines), await draftOf(db, ines)]
  const versionId = await keep(db, one.id, 'Kept', minutesAgo(5))
  expect(await findVersion(db, other.id, versionId)).toBeNull()
  expect(await nameVersion(db, ines, other.id, versionId, 'X')).toEqual({ ok: false, reason: 'no-such-version' })
})

test('a draft is brought back as an edit, and put back exactly as it was before', async ({ db, opened }) => {
  const [ines, tove] = [await person(db, { name: 'Ines' }), await person(db, { name: 'Tove' })]
  const { id } = await draftOf(db, ines, { document: completeDocument() })
  await invite(db, id, tove, 'editor')
  const server = await startLiveServer({ opened: { ...opened, db } })
  onTestFinished(() => server.close())
  const read = () => server.live.read(id, (shared) => ({ document: readDocument(shared), facts: readFacts(shared) }))
  const then = await nameThisVersion(db, ines, id, 'Then')
  const first = await read()
  await server.live.edit(id, (shared) => {
    firstLine(itemOf(shared, 'entry1')).insert(0, 'Nobody knew yet: ')
    itemOf(shared, 'entry2').setAttribute('at', '2026-11-12T14:10:00.000Z')
  })
  const second = await read()

  const back = await restoreDraft(db, server.live, tove, id, (then as { versionId: string }).versionId, { part: 'all' })
  expect(await read()).toEqual(first)
  expect(await listContributors(db, id)).toEqual(['Ines', 'Tove'])
  const again = await restoreDraft(db, server.live, tove, id, (back as { before: string }).before, { part: 'all' })
  expect(again).toMatchObject({ ok: true })
  expect(await read()).toEqual(second)
  const gone = await restoreDraft(db, server.live, tove, id, (back as { before: string }).before, {
    part: { itemId: 'never-there' },
  })
  expect(gone).toEqual({ ok: false, reason: 'no-such-part' })
})

test('what is masked in a draft is in none of its versions, nor in their Yjs states', async ({ db }) => {
  const secret = 'mara.holt@partner.example'
  const document = documentWith({ 'in-short': `Written to ${secret} at noon.` })
  const { id } = await draftOf(db, await person(db), { document })
  await keep(db, id, 'One', minutesAgo(20))
  await keep(db, id, 'Two', minutesAgo(10))
  const [leak] = leaksInDocument(document, { title: '' })
  await listVersions(db, id)
  expect(await maskVersions(db, id, leak!.key)).toBe(2)
  expect(await maskVersions(db, id, leak!.key)).toBe(0)
  for (const { state, changed, document: stored } of await db
    .select()
    .from(versions)
    .where(and(eq(versions.postmortemId, id), isNull(versions.number)))) {
    expect(JSON.stringify(stored)).not.toContain(secret)
    expect(Buffer.from(state).toString('latin1')).not.toContain('mara.holt')
    expect(changed).toBeNull()
    const shared = new Y.Doc()
    Y.applyUpdate(shared, state)
    expect(readDocument(shared)).toEqual(stored)
  }
})

test('who wrote is known as a set: one row for each, without a time or a number', async ({ db }) => {
  const ines = await person(db)
  const { id } = await draftOf(db, ines)
  expect(await db.select().from(contributors)).toEqual([{ postmortemId: id, personId: ines.id }])
})
