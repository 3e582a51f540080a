import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { readFacts, writeFacts } from '#app/document/shared-document.ts'
import type { Database } from '#db/client.ts'
import { documentUpdates, versions } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person } from '#tests/factories.ts'
import { appendUpdate } from '../append-update.server.ts'
import { loadDocument } from '../load-document.server.ts'
import { publishPostmortem } from '../publish-postmortem.server.ts'
import { saveDocument } from '../save-document.server.ts'

/** A draft of which every edit has its own time, in minutes. */
async function draftBeingWritten(db: Database) {
  const ines = await person(db)
  const { id } = await draftOf(db, ines, { title: 'Started' })
  // Of the last days, so that nothing is thinned yet.
  const start = Math.floor(Date.now() / 60_000 - 2 * 24 * 60) * 60_000
  const at = (minute: number) => new Date(start + minute * 60_000)
  await db.update(documentUpdates).set({ createdAt: at(0) })
  const edit = async (minute: number, title: string) => {
    const shared = await stored()
    const before = Y.encodeStateVector(shared)
    writeFacts(shared, { title })
    const seq = await appendUpdate(db, id, Y.encodeStateAsUpdate(shared, before))
    await db
      .update(documentUpdates)
      .set({ createdAt: at(minute) })
      .where(eq(documentUpdates.seq, seq))
  }
  const stored = async () => {
    const shared = new Y.Doc()
    Y.applyUpdate(shared, (await loadDocument(db, id))!.state)
    return shared
  }
  const save = async () => {
    const { state, seq } = (await loadDocument(db, id))!
    return saveDocument(db, id, { state, seq })
  }
  const kept = async () => {
    const found = await db
      .select({ facts: versions.facts, madeAt: versions.madeAt, number: versions.number, state: versions.state })
      .from(versions)
      .where(eq(versions.postmortemId, id))
      .orderBy(asc(versions.madeAt))
    return found.map(({ facts, madeAt, number, state }) => {
      const shared = new Y.Doc()
      Y.applyUpdate(shared, state)
      expect(readFacts(shared)).toEqual(Facts.parse(facts))
      return `${(madeAt.getTime() - start) / 60_000} ${number ?? '-'} ${Facts.parse(facts).title}`
    })
  }
  return { id, ines, edit, save, kept, at }
}

test('a version is kept when writing goes on after a pause, as it stood before the pause', async ({ db }) => {
  const { edit, save, kept } = await draftBeingWritten(db)
  await edit(2, 'First')
  await save()
  await edit(5, 'Second')
  await save()
  expect(await kept()).toEqual([])
  await edit(40, 'Third')
  await save()
  expect(await kept()).toEqual(['5 - Second'])
})

test('a server that was killed before it saved finds the same periods in the log', async ({ db }) => {
  const { edit, save, kept } = await draftBeingWritten(db)
  await edit(30, 'First')
  await edit(35, 'Second')
  await edit(90, 'Third')
  await save()
  expect(await kept()).toEqual(['0 - Started', '35 - Second'])
})

test('steady writing has a version every hour', async ({ db }) => {
  const { edit, save, kept } = await draftBeingWritten(db)
  for (let minute = 5; minute <= 130; minute += 5) {
    await edit(minute, `After ${minute}`)
    await save()
  }
  expect(await kept()).toEqual(['55 - After 55', '115 - After 115'])
})

test('what says the same as the newest version is not kept twice', async ({ db }) => {
  const { id, ines, edit, save, kept, at } = await draftBeingWritten(db)
  await edit(5, 'Done')
  const published = await publishPostmortem(db, ines, id, { now: at(6) })
  expect(published).toMatchObject({ ok: true, number: 1 })
  await edit(60, 'Amended')
  await edit(61, 'Done')
  await edit(90, 'Amended again')
  await save()
  expect(await kept()).toEqual(['6 1 Done'])
})

test('damage in the log does not stand in the way of saving', async ({ db }) => {
  const { id, edit, save, kept, at } = await draftBeingWritten(db)
  await edit(5, 'First')
  await save()
  const { state } = (await loadDocument(db, id))!
  await db.insert(documentUpdates).values({ postmortemId: id, update: new Uint8Array([9, 9, 9]), createdAt: at(60) })
  const [last] = await db
    .insert(documentUpdates)
    .values({ postmortemId: id, update: new Uint8Array([0, 0]), createdAt: at(90) })
    .returning({ seq: documentUpdates.seq })

  expect(await saveDocument(db, id, { state, seq: last!.seq })).toBe(true)
  expect(await kept()).toEqual(['5 - First'])
})
