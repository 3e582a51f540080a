import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { readFacts, writeFacts } from '#app/document/shared-document.ts'
import type { Database } from '#db/client.ts'
import { documentSnapshots, documentUpdates, postmortems } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person } from '#tests/factories.ts'
import { appendUpdate, appendUpdates } from './append-update.server.ts'
import { loadDocument, readStoredDocument } from './load-document.server.ts'
import { saveDocument } from './save-document.server.ts'

async function openDraft(db: Database) {
  const { id } = await draftOf(db, await person(db))
  const { state, seq } = (await loadDocument(db, id))!
  const shared = new Y.Doc()
  Y.applyUpdate(shared, state)
  /** One edit, as its update. */
  const retitle = (title: string): Uint8Array => {
    let made: Uint8Array = new Uint8Array()
    shared.once('update', (update: Uint8Array) => {
      made = update
    })
    writeFacts(shared, { title })
    return made
  }
  return { id, seq, shared, retitle }
}

const titleOf = async (db: Database, id: string) => {
  const [row] = await db.select({ title: postmortems.title }).from(postmortems).where(eq(postmortems.id, id))
  return row!.title
}
const loadedTitle = async (db: Database, id: string) => {
  const shared = new Y.Doc()
  Y.applyUpdate(shared, (await loadDocument(db, id))!.state)
  return readFacts(shared).title
}
const logged = (db: Database, id: string) => db.$count(documentUpdates, eq(documentUpdates.postmortemId, id))

test('a document is its snapshot and what was logged since', async ({ db }) => {
  const { id, seq, shared, retitle } = await openDraft(db)
  await saveDocument(db, id, { state: Y.encodeStateAsUpdate(shared), seq })
  const last = await appendUpdate(db, id, retitle('After the snapshot'))

  const stored = await readStoredDocument(db, id)
  expect(stored).toMatchObject({ seq: last, updates: [expect.any(Uint8Array)] })
  expect(await loadedTitle(db, id)).toBe('After the snapshot')
})

test('saving drops the log up to the place that the snapshot stands for, and no further', async ({ db }) => {
  const { id, shared, retitle } = await openDraft(db)
  const seq = await appendUpdate(db, id, retitle('In the snapshot'))
  const state = Y.encodeStateAsUpdate(shared)
  await appendUpdate(db, id, retitle('Logged while it was saved'))

  expect(await saveDocument(db, id, { state, seq })).toBe(true)
  expect(await logged(db, id)).toBe(1)
  expect(await titleOf(db, id)).toBe('In the snapshot')
  expect(await loadedTitle(db, id)).toBe('Logged while it was saved')
})

test('an older state than the stored one changes nothing', async ({ db }) => {
  const { id, seq, shared, retitle } = await openDraft(db)
  const older = Y.encodeStateAsUpdate(shared)
  const newer = await appendUpdate(db, id, retitle('Newer'))
  await saveDocument(db, id, { state: Y.encodeStateAsUpdate(shared), seq: newer })

  expect(await saveDocument(db, id, { state: older, seq })).toBe(false)
  expect(await titleOf(db, id)).toBe('Newer')
  expect(await loadedTitle(db, id)).toBe('Newer')
})

test('of saves at the same moment the newest stays', async ({ db }) => {
  const { id, shared, retitle } = await openDraft(db)
  const states: { state: Uint8Array; seq: number }[] = []
  for (const title of ['One', 'Two', 'Three', 'Four']) {
    const seq = await appendUpdate(db, id, retitle(title))
    states.push({ state: Y.encodeStateAsUpdate(shared), seq })
  }
  await Promise.all([2, 0, 3, 1].map((index) => saveDocument(db, id, states[index]!)))
  expect(await titleOf(db, id)).toBe('Four')
  expect(await loadedTitle(db, id)).toBe('Four')
  expect(await logged(db, id)).toBe(0)
})

test('a save whose rows cannot be derived leaves snapshot and log as they were', async ({ db }) => {
  const { id, shared, retitle } = await openDraft(db)
  const seq = await appendUpdate(db, id, retitle('Logged'))
  const failing = () => Promise.reject(new Error('A row is in the way.'))
  await expect(saveDocument(db, id, { state: Y.encodeStateAsUpdate(shared), seq }, failing)).rejects.toThrow()
  expect(await db.$count(documentSnapshots)).toBe(0)
  expect(await loadedTitle(db, id)).toBe('Logged')
})

test('places in the log grow in the order given', async ({ db }) => {
  const { id, retitle } = await openDraft(db)
  const updates = Array.from({ length: 40 }, (_, index) => ({ postmortemId: id, update: retitle(`Title ${index}`) }))
  const seqs = await appendUpdates(db, updates)
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  const rows = await db
    .select({ seq: documentUpdates.seq, update: documentUpdates.update })
    .from(documentUpdates)
    .where(eq(documentUpdates.postmortemId, id))
    .orderBy(documentUpdates.seq)
  expect(rows.slice(1).map((row) => [row.seq, Buffer.from(row.update).toString('hex')])).toEqual(
    updates.map(({ update }, index) => [seqs[index], Buffer.from(update).toString('hex')]),
  )
})

test('what was never written is missing, not empty', async ({ db }) => {
  expect(await loadDocument(db, 'no-such-postmortem')).toBeNull()
  expect(await saveDocument(db, 'no-such-postmortem', { state: new Uint8Array([0, 0]), seq: 1 })).toBe(false)
})
