import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { readFacts, waiversOf, writeFacts } from '#app/document/shared-document.ts'
import { foundContext } from '#app/library/found-context.server.ts'
import { readLibraryQuery } from '#app/library/read-library-query.ts'
import { searchLibrary } from '#app/library/search-library.server.ts'
import { readVersion } from '#app/reading/read-version.server.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { terms } from '#db/schema/organisation.ts'
import { changeProgress, events, postmortems, versions } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { draftOf, person, publishedPostmortem, service } from '#tests/factories.ts'
import { appendUpdate } from './append-update.server.ts'
import { changeState } from './change-state.server.ts'
import { checkDraft } from './check-draft.server.ts'
import { findPostmortem } from './find-postmortem.server.ts'
import { findRecent } from './find-recent.server.ts'
import { listPostmortems } from './list-postmortems.server.ts'
import { readListQuery } from './list-query.ts'
import { projectDocument } from './project-document.server.ts'
import { publishPostmortem } from './publish-postmortem.server.ts'
import { readShared } from './read-shared.server.ts'
import { rebuildRows } from './rebuild-rows.server.ts'
import { undoPublish } from './undo-publish.server.ts'

async function edit(db: Database, postmortemId: string, change: (shared: Y.Doc) => void) {
  const { shared } = await readShared(db, postmortemId)
  const before = Y.encodeStateVector(shared)
  change(shared)
  await appendUpdate(db, postmortemId, Y.encodeStateAsUpdate(shared, before))
}
const retitle = (db: Database, id: string, title: string) => edit(db, id, (shared) => writeFacts(shared, { title }))

async function rowOf(db: Database, id: string) {
  const [row] = await db.select().from(postmortems).where(eq(postmortems.id, id))
  return row!
}
const publishedRows = (db: Database, id: string) =>
  db.$count(libraryRows, and(eq(libraryRows.postmortemId, id), isNotNull(libraryRows.versionId)))

test('publishing freezes the latest acknowledged edit, with its hash, its facts and what was left open', async ({
  db,
}) => {
  const author = await person(db)
  const draft = await draftOf(db, author, { document: completeDocument() })
  await retitle(db, draft.id, 'Two card networks declined payments')
  await edit(db, draft.id, (shared) => waiversOf(shared).set('gap:entry2:entry3', 'The graph is gone.'))

  const outcome = await publishPostmortem(db, author, draft.id, {})

  expect(outcome).toMatchObject({ ok: true, number: 1 })
  const [version] = await db.select().from(versions).where(eq(versions.postmortemId, draft.id))
  expect(version).toMatchObject({
    facts: { title: 'Two card networks declined payments' },
    waivers: { 'gap:entry2:entry3': 'The graph is gone.' },
  })
  expect(version!.contentHash).toMatch(/^[0-9a-f]{64}$/)
  const frozen = new Y.Doc()
  Y.applyUpdate(frozen, version!.state)
  expect(readFacts(frozen).title).toBe('Two card networks declined payments')
  expect(await rowOf(db, draft.id)).toMatchObject({ state: 'published', title: 'Two card networks declined payments' })
  expect(await publishedRows(db, draft.id)).toBeGreaterThan(5)
  expect(await db.select({ itemId: changeProgress.itemId, state: changeProgress.state }).from(changeProgress)).toEqual([
    { itemId: 'change1', state: 'open' },
  ])
})

test('for ten minutes only those invited find it, then everyone it was published for', async ({ db }) => {
  const reader = await person(db)
  const fresh = await publishedPostmortem(db, { now: new Date() })
  expect(await findPostmortem(db, reader, fresh.reference)).toBeNull()
  expect(await findPostmortem(db, fresh.author, fresh.reference)).toMatchObject({ state: 'published' })

  const settled = await publishedPostmortem(db, { now: new Date(Date.now() - 10 * 60_000) })
  expect(await findPostmortem(db, reader, settled.reference)).toMatchObject({ state: 'published' })
})

test('undoing the first version within ten minutes makes it a draft again, and nobody is told of either', async ({
  db,
}) => {
  const { id, author } = await publishedPostmortem(db, { now: new Date() })

  expect(await undoPublish(db, author, id)).toEqual({ ok: true })

  expect(await rowOf(db, id)).toMatchObject({ state: 'draft', publishedVersionId: null, visibleFrom: null })
  expect(await publishedRows(db, id)).toBe(0)
  expect(await db.$count(events, eq(events.kind, 'published'))).toBe(0)
  expect(await db.$count(versions)).toBe(0)
  expect(await publishPostmortem(db, author, id, {})).toMatchObject({ ok: true, number: 1 })
})

test('after ten minutes publishing can no longer be undone', async ({ db }) => {
  const { id, author } = await publishedPostmortem(db)
  expect(await undoPublish(db, author, id)).toEqual({ ok: false, reason: 'too-late' })
  expect(await rowOf(db, id)).toMatchObject({ state: 'published' })
})

test('an amendment is the next version, is read at once, and undoing it brings the version before it back', async ({
  db,
}) => {
  const { id, author, versionId, reference } = await publishedPostmortem(db)
  const reader = await person(db)
  await retitle(db, id, 'Amended: three networks were affected')

  const amended = await publishPostmortem(db, author, id, {})

  expect(amended).toMatchObject({ ok: true, number: 2 })
  expect(await findPostmortem(db, reader, reference)).not.toBeNull()
  expect((await rowOf(db, id)).publishedVersionId).toBe(amended.ok && amended.versionId)
  const indexed = await db
    .selectDistinct({ versionId: libraryRows.versionId })
    .from(libraryRows)
    .where(isNotNull(libraryRows.versionId))
  expect(indexed).toEqual([{ versionId: amended.ok && amended.versionId }])

  expect(await undoPublish(db, author, id)).toEqual({ ok: true })
  expect(await rowOf(db, id)).toMatchObject({ state: 'published', publishedVersionId: versionId })
  expect(await findPostmortem(db, reader, reference)).not.toBeNull()
  expect(await undoPublish(db, author, id)).toEqual({ ok: false, reason: 'too-late' })
})

test('the same text is not published twice', async ({ db }) => {
  const { id, author } = await publishedPostmortem(db)
  expect(await publishPostmortem(db, author, id, {})).toEqual({ ok: false, reason: 'nothing-new' })
})

test('a text that moved on since it was looked through is not published', async ({ db }) => {
  const author = await person(db)
  const draft = await draftOf(db, author)
  const { hash } = await checkDraft(db, draft.id, (await readShared(db, draft.id)).shared)
  await retitle(db, draft.id, 'Someone else went on writing')

  expect(await publishPostmortem(db, author, draft.id, { checkedHash: hash })).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  })
  expect(await db.$count(versions)).toBe(0)
})

test('two who publish at once make one version', async ({ db }) => {
  const author = await person(db)
  const draft = await draftOf(db, author, { document: completeDocument() })
  const outcomes = await Promise.all([1, 2, 3].map(() => publishPostmortem(db, author, draft.id, {})))
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(await db.$count(versions)).toBe(1)
})

test('an empty draft may be published; each point without a reason is recorded as left open', async ({ db }) => {
  const author = await person(db)
  const draft = await draftOf(db, author, { title: '' })
  const reasons = { 'empty:in-short': 'The timeline is short.', unknown: 'no such point' }
  expect(await publishPostmortem(db, author, draft.id, { reasons })).toMatchObject({ ok: true })
  const [version] = await db.select().from(versions)
  expect(version!.waivers).toMatchObject({ 'empty:in-short': 'The timeline is short.', title: '', thanks: '' })
  expect(version!.waivers).not.toHaveProperty('unknown')
})

test('unpublishing needs a reason, takes it out of the library, and keeps its versions', async ({ db }) => {
  const { id, author, reference } = await publishedPostmortem(db)
  const reader = await person(db)
  expect(await changeState(db, author, id, 'unpublish', ' ')).toEqual({ ok: false, reason: 'no-reason' })
  expect(await changeState(db, author, id, 'unpublish', 'A partner asked for a day.')).toEqual({ ok: true })

  expect(await findPostmortem(db, reader, reference)).toBeNull()
  expect(await rowOf(db, id)).toMatchObject({ state: 'draft', unpublishedBecause: 'A partner asked for a day.' })
  expect(await publishedRows(db, id)).toBe(0)
  expect(await db.$count(libraryRows, isNull(libraryRows.versionId))).toBeGreaterThan(0)
  expect(await db.$count(versions)).toBe(1)
  expect(await publishPostmortem(db, author, id, {})).toMatchObject({ ok: true, number: 2 })
})

test('what was unpublished is shown to those invited alone, also after a later version', async ({ db }) => {
  const { id, author } = await publishedPostmortem(db)
  const reader = await person(db)
  await changeState(db, author, id, 'unpublish', 'A name stood in it.')
  await retitle(db, id, 'Without the name')
  await publishPostmortem(db, author, id, {})

  expect(await readVersion(db, reader, id, { number: 1 })).toBeNull()
  expect(await readVersion(db, reader, id)).toMatchObject({ number: 2, numbers: [2] })
  expect(await readVersion(db, author, id, { number: 1, withdrawn: true })).toMatchObject({
    number: 1,
    numbers: [2, 1],
  })
})

test('lists, facets and search show the facts that were published, not those the draft has by now', async ({ db }) => {
  const [before, after] = [await severity(db, 'SEV-3'), await severity(db, 'SEV-1')]
  const [checkout, payroll] = [await service(db, 'Checkout'), await service(db, 'Payroll')]
  const facts = { severityId: before, serviceIds: [checkout.id] }
  const { id, author } = await publishedPostmortem(db, { facts })
  const reader = await person(db)
  const shown = async () => {
    const [recent] = await findRecent(db, reader, 1)
    const { found, facets } = await searchLibrary(db, reader, readLibraryQuery(new URLSearchParams('show=postmortems')))
    const { postmortems: about } = await foundContext(db, found)
    const listed = await listPostmortems(db, reader, readListQuery(new URLSearchParams({ severity: before })))
    return [
      recent,
      Object.values(about)[0],
      { severity: [...facets.severity.keys()].length, services: listed.found[0]?.services },
    ]
  }
  const published = await shown()
  expect(published).toMatchObject([
    { severity: 'SEV-3', services: ['Checkout'] },
    { severity: 'SEV-3', services: ['Checkout'] },
    { severity: 1, services: ['Checkout'] },
  ])

  await edit(db, id, (shared) => writeFacts(shared, { severityId: after, serviceIds: [payroll.id] }))
  const { shared, seq } = await readShared(db, id)
  await projectDocument(db, id, shared, seq)
  expect(await shown()).toEqual(published)
  await rebuildRows(db, id)
  expect(await shown()).toEqual(published)

  await publishPostmortem(db, author, id, {})
  expect(await findRecent(db, reader, 1)).toMatchObject([{ severity: 'SEV-1', services: ['Payroll'] }])
  await undoPublish(db, author, id)
  expect(await shown()).toEqual(published)
  await changeState(db, author, id, 'unpublish', 'It is not finished.')
  expect(await rowOf(db, id)).toMatchObject({ severityId: after })
})

async function severity(db: Database, name: string): Promise<string> {
  const [term] = await db.insert(terms).values({ list: 'severity', name, position: 0 }).returning({ id: terms.id })
  return term!.id
}
