import { asc, eq, isNotNull } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { writeFacts } from '#app/document/shared-document.ts'
import type { Database } from '#db/client.ts'
import { libraryRows, notesByRule } from '#db/schema/library.ts'
import { postmortemServices, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, publishedPostmortem, service, team } from '#tests/factories.ts'
import { appendUpdate } from './append-update.server.ts'
import { readShared } from './read-shared.server.ts'
import { rebuildable, rebuildRows } from './rebuild-rows.server.ts'

async function everything(db: Database) {
  const { postmortemId, versionId, itemId } = libraryRows
  const library = await db.select().from(libraryRows).orderBy(asc(postmortemId), asc(versionId), asc(itemId))
  return {
    // The id of a derived row is drawn anew; nothing refers to it.
    library: library.map(({ id: _, ...row }) => row),
    postmortems: await db.select().from(postmortems).orderBy(asc(postmortems.number)),
    services: await db.select().from(postmortemServices),
    teams: await db.select().from(postmortemTeams),
    notes: await db.select().from(notesByRule).orderBy(asc(notesByRule.postmortemId), asc(notesByRule.ruleId)),
  }
}

test('rows that were lost are the same again after a rebuild, and no post-mortem counts as edited', async ({ db }) => {
  const facts = { serviceIds: [(await service(db)).id], teamIds: [(await team(db)).id] }
  const { author } = await publishedPostmortem(db, { facts })
  await draftOf(db, author, { title: 'A draft beside it', facts })
  const before = await everything(db)

  await db.delete(libraryRows)
  await db.delete(postmortemServices)
  await db.delete(postmortemTeams)
  await db.update(postmortems).set({ title: '', noteCount: 99, milestones: {}, startedAt: null, progress: [] })
  const rebuilt = []
  for (const { id } of await rebuildable(db)) rebuilt.push(await rebuildRows(db, id))

  expect(await everything(db)).toEqual(before)
  expect(rebuilt.map((one) => one!.number)).toEqual([1, 2])
  expect(rebuilt.reduce((sum, one) => sum + one!.rows, 0)).toBe(before.library.length)
})

test('readers keep the title that was published while the working text has another', async ({ db }) => {
  const { id } = await publishedPostmortem(db, { title: 'Cards declined' })
  const { shared } = await readShared(db, id)
  const before = Y.encodeStateVector(shared)
  writeFacts(shared, { title: 'A title nobody has published' })
  await appendUpdate(db, id, Y.encodeStateAsUpdate(shared, before))

  await rebuildRows(db, id)

  const shown = await db.select({ text: libraryRows.text }).from(libraryRows).where(isNotNull(libraryRows.versionId))
  expect(shown.map(({ text }) => text)).toContain('Cards declined')
  expect(shown.map(({ text }) => text)).not.toContain('A title nobody has published')
  const [row] = await db.select({ title: postmortems.title }).from(postmortems).where(eq(postmortems.id, id))
  expect(row!.title).toBe('A title nobody has published')
})

test('only the numbers asked for are rebuilt; one that is gone is said to be', async ({ db }) => {
  const { author } = await publishedPostmortem(db)
  await draftOf(db, author)
  expect((await rebuildable(db, [2, 7])).map(({ number }) => number)).toEqual([2])
  expect(await rebuildRows(db, 'gone')).toBeNull()
})
