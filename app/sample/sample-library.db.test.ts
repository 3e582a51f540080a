import { and, eq, isNotNull, isNull, like, ne } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { foundOrganisation } from '#app/catalogue/found-organisation.server.ts'
import type { DocumentJson } from '#app/document/document-json.ts'
import type { Facts } from '#app/document/facts.ts'
import { readDocument, readFacts, writeFacts } from '#app/document/shared-document.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { appendUpdate } from '#app/postmortems/append-update.server.ts'
import { contentHash } from '#app/postmortems/content-hash.ts'
import type { LiveEditing } from '#app/postmortems/live-editing.ts'
import { readShared } from '#app/postmortems/read-shared.server.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { organisation as organisations, services, teams } from '#db/schema/organisation.ts'
import { accounts, people } from '#db/schema/people.ts'
import { access, changeProgress, events, postmortems, versions } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person, team } from '#tests/factories.ts'
import { loadSampleLibrary } from './load-sample-library.server.ts'
import { organisation } from './organisation.ts'
import { removeSampleLibrary } from './remove-sample-library.server.ts'

async function installation(db: Database): Promise<Viewer> {
  await foundOrganisation(db, { name: 'Our own company' })
  return person(db, { role: 'admin', name: 'Ines Okafor' })
}

/** A server on which nobody has a document open. */
function nobodyWrites(): LiveEditing & { closed: string[] } {
  const closed: string[] = []
  const unused = () => Promise.reject(new Error('Nobody writes here.'))
  return { edit: unused, read: unused, store: unused, close: ({ postmortemId }) => closed.push(postmortemId!), closed }
}

test('the sample comes as twelve published post-mortems with the numbers their texts name, and a draft of one’s own', async ({
  db,
}) => {
  const viewer = await installation(db)
  expect(await loadSampleLibrary(db, viewer)).toEqual({ ok: true, postmortems: 13 })

  const loaded = await db.select().from(postmortems).orderBy(postmortems.number)
  expect(loaded.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  expect(loaded.slice(0, 12).every(({ state }) => state === 'published')).toBe(true)
  expect(loaded[12]).toMatchObject({ state: 'draft', ownerId: viewer.id, visibility: 'invited' })
  for (const row of loaded.slice(0, 12)) {
    expect(row.visibleFrom!.getTime()).toBeLessThan(Date.now())
    expect(row.createdAt.getTime()).toBeLessThan(row.publishedAt!.getTime())
    expect(row.startedAt).toBeInstanceOf(Date)
    expect(row.kindId).not.toBeNull()
    expect(row.templateVersionId).not.toBeNull()
  }
  expect(loaded[0]!.publishedAt!.toISOString()).toBe('2025-02-20T09:00:00.000Z')
  expect(loaded[12]!.noteCount).toBeGreaterThanOrEqual(15)
  const lessons = and(eq(libraryRows.kind, 'lesson'), isNotNull(libraryRows.versionId))
  expect(await db.$count(libraryRows, lessons)).toBeGreaterThanOrEqual(35)
})

test('each version is frozen with the hash of its own text, and the amended one reads differently', async ({ db }) => {
  const viewer = await installation(db)
  await loadSampleLibrary(db, viewer)
  const frozen = await db.select().from(versions).orderBy(versions.postmortemId, versions.number)
  expect(frozen).toHaveLength(13)
  for (const version of frozen) {
    expect(await contentHash(version.document as DocumentJson, version.facts as Facts)).toBe(version.contentHash)
    const shared = new Y.Doc()
    Y.applyUpdate(shared, version.state)
    expect(readDocument(shared)).toEqual(version.document)
  }
  const [first, second] = frozen
  expect([first!.number, second!.number, second!.postmortemId]).toEqual([1, 2, first!.postmortemId])
  expect(second!.publishedAt!.toISOString()).toBe('2025-04-03T08:30:00.000Z')
  expect(second!.contentHash).not.toBe(first!.contentHash)
  const { shared } = await readShared(db, second!.postmortemId)
  expect(await contentHash(readDocument(shared), readFacts(shared))).toBe(second!.contentHash)
})

test('changes stand where the sample says, with whether they helped', async ({ db }) => {
  await loadSampleLibrary(db, await installation(db))
  const states = await db.select({ state: changeProgress.state, helped: changeProgress.didItHelp }).from(changeProgress)
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['open', 'in_progress', 'done']))
  expect(states.some(({ helped }) => helped?.startsWith('Yes ('))).toBe(true)
})

test('people of the sample cannot sign in, are no admins, and nothing is told to anyone', async ({ db }) => {
  const viewer = await installation(db)
  await loadSampleLibrary(db, viewer)
  expect(await db.$count(people)).toBe(organisation.people.length + 1)
  expect(await db.$count(people, and(eq(people.role, 'admin'), ne(people.id, viewer.id)))).toBe(0)
  expect(await db.$count(accounts)).toBe(0)
  expect(await db.$count(events)).toBe(0)
  expect((await db.select({ name: organisations.name }).from(organisations))[0]!.name).toBe('Our own company')
})

test('the restricted one is read by those it names and by whoever loaded the sample, not by other members', async ({
  db,
}) => {
  const viewer = await installation(db)
  const other = await person(db)
  await loadSampleLibrary(db, viewer)
  const [restricted] = await db.select({ id: postmortems.id }).from(postmortems).where(eq(postmortems.restricted, true))
  expect((await standingOf(db, viewer, restricted!.id))!.role).toBe('reader')
  expect((await standingOf(db, other, restricted!.id))!.role).toBeNull()
})

test('loading a second time changes nothing, and members cannot load it', async ({ db }) => {
  const viewer = await installation(db)
  expect(await loadSampleLibrary(db, await person(db))).toEqual({ ok: false, reason: 'not-allowed' })
  await loadSampleLibrary(db, viewer)
  expect(await loadSampleLibrary(db, viewer)).toEqual({ ok: false, reason: 'already-loaded' })
  expect(await db.$count(postmortems)).toBe(13)
})

test('beside post-mortems and teams of one’s own, the sample takes other numbers and names, also in its texts', async ({
  db,
}) => {
  const viewer = await installation(db)
  await team(db, 'payments')
  await draftOf(db, viewer)
  await loadSampleLibrary(db, viewer)
  const numbers = (await db.select({ number: postmortems.number }).from(postmortems)).map(({ number }) => number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  const names = (await db.select({ name: teams.name }).from(teams)).map(({ name }) => name)
  expect(names).toContain('Payments (Skerry Line)')
  const [guard] = await db.select().from(postmortems).where(eq(postmortems.number, 13))
  const [version] = await db.select().from(versions).where(eq(versions.postmortemId, guard!.id))
  const text = JSON.stringify(version!.document)
  expect(text).toContain('PM-2')
  expect(text).not.toMatch(/PM-1\b/)
})

test('removing it leaves the installation as it was before', async ({ db }) => {
  const viewer = await installation(db)
  const own = await draftOf(db, viewer)
  await loadSampleLibrary(db, viewer)
  const live = nobodyWrites()

  expect(await removeSampleLibrary(db, live, await person(db))).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await removeSampleLibrary(db, live, viewer)).toEqual({ ok: true, removed: 13, kept: [] })

  expect(await db.select({ id: postmortems.id }).from(postmortems)).toEqual([{ id: own.id }])
  expect(await db.$count(people, like(people.email, '%@skerry-line.example'))).toBe(0)
  expect(await db.$count(teams)).toBe(0)
  expect(await db.$count(services)).toBe(0)
  expect(live.closed).toHaveLength(13)
  expect(await removeSampleLibrary(db, live, viewer)).toEqual({ ok: false, reason: 'not-loaded' })
  expect(await loadSampleLibrary(db, viewer)).toEqual({ ok: true, postmortems: 13 })
})

test('a sample post-mortem that someone wrote in stays, with the teams, services and people it refers to', async ({
  db,
}) => {
  const viewer = await installation(db)
  await loadSampleLibrary(db, viewer)
  const [draft] = await db.select().from(postmortems).where(isNull(postmortems.publishedVersionId))
  const { shared } = await readShared(db, draft!.id)
  const before = Y.encodeStateVector(shared)
  writeFacts(shared, { title: 'Search sold tomorrow at today’s price, told again' })
  await appendUpdate(db, draft!.id, Y.encodeStateAsUpdate(shared, before))

  expect(await removeSampleLibrary(db, nobodyWrites(), viewer)).toEqual({ ok: true, removed: 12, kept: ['PM-13'] })

  const left = await db.select({ name: services.name }).from(services).orderBy(services.name)
  expect(left.map(({ name }) => name)).toEqual(['Booking', 'Sailing search'])
  const leftTeams = (await db.select({ id: teams.id }).from(teams)).map(({ id }) => id)
  expect(leftTeams).toContain('team-booking')
  expect(leftTeams).not.toContain('team-crew')
  const invited = await db.select({ id: access.subjectId }).from(access).where(eq(access.postmortemId, draft!.id))
  for (const { id } of invited) expect(await db.$count(people, eq(people.id, id))).toBe(1)
  // What stayed is the organisation's own from now on.
  await loadSampleLibrary(db, viewer)
  expect(await removeSampleLibrary(db, nobodyWrites(), viewer)).toEqual({ ok: true, removed: 13, kept: [] })
  expect(await db.$count(postmortems)).toBe(1)
})
