import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { contentOf, readFacts, scrapsOf, writeFacts } from '#app/document/shared-document.ts'
import { saveDocument } from '#app/postmortems/save-document.server.ts'
import { listContributors } from '#app/postmortems/versions/contributors.server.ts'
import { people } from '#db/schema/people.ts'
import { documentSnapshots, documentUpdates, postmortems } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftBeingWritten, says, stored, type } from '#tests/draft-being-written.ts'
import { person } from '#tests/factories.ts'
import { startLiveServer } from '#tests/live-server.ts'
import { itemOf } from '#tests/merging-replicas.ts'

test('an edit is in the log when it is acknowledged, and reaches everyone', async ({ db, opened }) => {
  const { ines, draft, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db, { name: 'Tove Lind' })
  await invite(tove, 'editor')
  const [one, two] = [open(ines), open(tove)]
  await Promise.all([one.opened, two.opened])
  await one.saved()

  type(one.shared, 'entry1', ' Seen twice.')
  await one.saved()

  expect(says('Seen twice.')(await stored(db, draft.id))).toBe(true)
  await two.until(says('Seen twice.'))
})

test('an edit that is larger than the server takes is out of the way once it is undone', async ({ db, opened }) => {
  const { ines, draft, open } = await draftBeingWritten(db, opened)
  const editor = open(ines)
  await editor.opened
  await editor.saved()
  const history = new Y.UndoManager(contentOf(editor.shared), { captureTimeout: 0 })
  type(editor.shared, 'entry1', 'x'.repeat(5 * 1024 * 1024))
  history.undo()
  type(editor.shared, 'entry1', ' And then.')
  expect(editor.isSaved()).toBe(false)
  await editor.goOffline()
  editor.comeBack()
  await editor.saved()
  expect(says('And then.')(await stored(db, draft.id))).toBe(true)
  expect(says('xxx')(await stored(db, draft.id))).toBe(false)
})

test('who wrote is known once their first edit is acknowledged; whoever only reads is not', async ({ db, opened }) => {
  const { ines, draft, open, invite } = await draftBeingWritten(db, opened)
  const [tove, reader] = [await person(db, { name: 'Tove Lind' }), await person(db, { name: 'Ada Reading' })]
  await invite(tove, 'editor')
  await invite(reader, 'reader')
  const [one, two, three] = [open(ines), open(tove), open(reader)]
  await Promise.all([one.opened, two.opened, three.opened])
  expect(await listContributors(db, draft.id)).toEqual(['Ines Okafor'])
  type(three.shared, 'entry1', ' From a reader.')
  for (const word of [' One', ' two']) type(two.shared, 'entry1', word)
  await two.saved()
  expect(await listContributors(db, draft.id)).toEqual(['Ines Okafor', 'Tove Lind'])
})

test('a reader sees edits and cannot make any', async ({ db, opened }) => {
  const { ines, draft, open, invite } = await draftBeingWritten(db, opened)
  const reader = await person(db)
  await invite(reader, 'reader')
  const [one, two] = [open(ines), open(reader)]
  await Promise.all([one.opened, two.opened])

  type(two.shared, 'entry1', ' From a reader.')
  type(one.shared, 'entry1', ' From the author.')
  await one.saved()
  await two.until(says('From the author.'))

  expect(two.isSaved()).toBe(false)
  expect(says('From a reader.')(await stored(db, draft.id))).toBe(false)
  expect(says('From a reader.')(one.shared)).toBe(false)
})

test('who is signed out, a stranger and an admin who is not invited are refused', async ({ db, opened }) => {
  const { open } = await draftBeingWritten(db, opened)
  await expect(open(null).opened).rejects.toThrow('signed-out')
  await expect(open(await person(db)).opened).rejects.toThrow('not-found')
  await expect(open(await person(db, { role: 'admin' })).opened).rejects.toThrow('not-found')
})

test('whose rights are taken away is out at once, and what they type later goes nowhere', async ({ db, opened }) => {
  const { draft, live, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db)
  await invite(tove, 'editor')
  const editor = open(tove)
  await editor.opened
  await editor.saved()
  const refused = new Promise<string>((resolve) => {
    editor.provider.on('authenticationFailed', ({ reason }: { reason: string }) => resolve(reason))
  })
  const out = new Promise<number>((resolve) => {
    editor.provider.on('disconnect', () => resolve(Date.now()))
  })

  await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, tove.id))
  const at = Date.now()
  live.close({ personId: tove.id })
  type(editor.shared, 'entry1', ' Too late.')

  expect((await out) - at).toBeLessThan(1_000)
  expect(await refused).toBe('signed-out')
  expect(says('Too late.')(await stored(db, draft.id))).toBe(false)
})

test('what was typed while the connection was gone is sent when it is back', async ({ db, opened }) => {
  const { ines, draft, open } = await draftBeingWritten(db, opened)
  const editor = open(ines)
  await editor.opened
  await editor.saved()
  await editor.goOffline()
  for (const word of ['one', 'two', 'three']) type(editor.shared, 'entry1', ` ${word}`)
  expect(editor.isSaved()).toBe(false)
  editor.comeBack()
  await editor.saved()
  expect(says('one two three')(await stored(db, draft.id))).toBe(true)
})

test('text typed offline into an item that is deleted meanwhile is kept as a scrap', async ({ db, opened }) => {
  const { ines, draft, live, open } = await draftBeingWritten(db, opened)
  const editor = open(ines)
  await editor.opened
  await editor.saved()
  await editor.goOffline()
  type(editor.shared, 'entry2', ' The pager was silent.')
  await live.edit(draft.id, (shared) => {
    const item = itemOf(shared, 'entry2')
    const section = item.parent as Y.XmlElement
    section.delete(section.toArray().indexOf(item), 1)
  })
  editor.comeBack()
  await editor.until((shared) => scrapsOf(shared).size > 0)

  const [scrap] = Object.values(scrapsOf(await stored(db, draft.id)).toJSON())
  expect(scrap).toMatchObject({ text: ' The pager was silent.', place: expect.stringContaining('14:09') })
})

test('a malformed edit is refused and harms nobody else', async ({ db, opened }) => {
  const { ines, draft, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db)
  await invite(tove, 'editor')
  const [good, bad] = [open(ines), open(tove)]
  await Promise.all([good.opened, bad.opened])
  await good.saved()
  const refused = new Promise<string>((resolve) => {
    bad.provider.on('stateless', ({ payload }: { payload: string }) => resolve(payload))
  })

  bad.shared.getArray('something-else').push([1])
  expect(JSON.parse(await refused)).toEqual({ refused: 'unknown-part' })

  type(good.shared, 'entry1', ' Still writing.')
  await good.saved()
  const state = await stored(db, draft.id)
  expect(says('Still writing.')(state)).toBe(true)
  expect([...state.share.keys()]).not.toContain('something-else')
})

test('an edit that cannot be logged is not acknowledged, and is sent again', async ({ db, opened }) => {
  let isDown = false
  const { createUpdateLog } = await import('./update-log.server.ts')
  const append = createUpdateLog(opened)
  const { ines, draft, open } = await draftBeingWritten(db, opened, {
    append: (...given) => (isDown ? Promise.reject(new Error('The disk is full.')) : append(...given)),
  })
  const editor = open(ines)
  await editor.opened
  await editor.saved()
  isDown = true
  const refused = new Promise<void>((resolve) => editor.provider.on('stateless', () => resolve()))
  type(editor.shared, 'entry1', ' Written on a full disk.')
  await refused
  expect(editor.isSaved()).toBe(false)
  isDown = false
  await editor.saved()
  expect(says('Written on a full disk.')(await stored(db, draft.id))).toBe(true)
})

test('an edit by the server is logged, reaches who has the document open, and its rows follow', async ({
  db,
  opened,
}) => {
  const { ines, draft, live, open } = await draftBeingWritten(db, opened)
  const editor = open(ines)
  await editor.opened
  await live.edit(draft.id, (shared) => writeFacts(shared, { title: 'A calmer title' }))
  await editor.until((shared) => readFacts(shared).title === 'A calmer title')
  await live.store(draft.id)
  const [row] = await db.select({ title: postmortems.title }).from(postmortems).where(eq(postmortems.id, draft.id))
  expect(row!.title).toBe('A calmer title')
})

test('an edit by the server of a document that nobody has open is stored when it resolves', async ({ db, opened }) => {
  const { draft, live } = await draftBeingWritten(db, opened)
  await live.edit(draft.id, (shared) => writeFacts(shared, { title: 'A calmer title' }))
  const [row] = await db.select({ title: postmortems.title }).from(postmortems).where(eq(postmortems.id, draft.id))
  expect(row!.title).toBe('A calmer title')
  expect(await live.read(draft.id, (shared) => readFacts(shared).title)).toBe('A calmer title')
  expect(await db.$count(documentUpdates, eq(documentUpdates.postmortemId, draft.id))).toBe(0)
})

test('a save that fails is tried again, and the next visitor finds everything', async ({ db, opened }) => {
  let failures = 2
  const { ines, draft, live, server, open } = await draftBeingWritten(db, opened, {
    save: (...given) => (failures-- > 0 ? Promise.reject(new Error('The database is away.')) : saveDocument(...given)),
  })
  const first = open(ines)
  await first.opened
  type(first.shared, 'entry1', ' Before the trouble.')
  await first.saved()
  first.close()
  await expect.poll(() => server.errors.length, { timeout: 5_000 }).toBeGreaterThan(0)

  const second = open(ines)
  await second.opened
  expect(says('Before the trouble.')(second.shared)).toBe(true)
  second.close()
  await expect.poll(() => db.$count(documentSnapshots), { timeout: 10_000 }).toBe(1)
  expect(await live.read(draft.id, says('Before the trouble.'))).toBe(true)
})

test('a document that cannot be loaded is refused, never shown empty', async ({ db, opened }) => {
  const { ines, draft, open, live } = await draftBeingWritten(db, opened)
  await db.insert(documentSnapshots).values({ postmortemId: draft.id, state: new Uint8Array([9, 9, 9]), seq: 1 })
  const editor = open(ines)
  await expect(editor.opened).rejects.toThrow()
  await expect(live.edit(draft.id, (shared) => writeFacts(shared, { title: 'x' }))).rejects.toThrow()
  expect(editor.shared.share.size).toBe(0)
})

test('after a kill the rows of what was only logged are derived', async ({ db, opened }) => {
  const { ines, draft, open } = await draftBeingWritten(db, opened, { save: () => new Promise(() => {}) })
  const editor = open(ines)
  await editor.opened
  writeFacts(editor.shared, { title: 'Typed just before the kill' })
  await editor.saved()

  const next = await startLiveServer({ opened: { ...opened, db } })
  expect(await next.live.recover()).toBe(1)
  const [row] = await db.select({ title: postmortems.title }).from(postmortems).where(eq(postmortems.id, draft.id))
  expect(row!.title).toBe('Typed just before the kill')
  expect(await next.live.recover()).toBe(0)
  await next.close()
})

test('a stopping server stores what is open and tells sockets to come back', async ({ db, opened }) => {
  const { ines, draft, live, open } = await draftBeingWritten(db, opened)
  const editor = open(ines)
  await editor.opened
  writeFacts(editor.shared, { title: 'Stored on the way out' })
  await editor.saved()
  const closed = new Promise<number>((resolve) => {
    editor.provider.on('close', ({ event }: { event: { code: number } }) => resolve(event.code))
  })
  expect(await live.shutdown(5_000)).toEqual({ dirty: 0 })
  expect([1000, 1012]).toContain(await closed)
  const [row] = await db.select({ title: postmortems.title }).from(postmortems).where(eq(postmortems.id, draft.id))
  expect(row!.title).toBe('Stored on the way out')
})

test('a stopping server with its database away says so within the deadline', async ({ db, opened }) => {
  const { ines, live, open } = await draftBeingWritten(db, opened, { save: () => new Promise(() => {}) })
  const editor = open(ines)
  await editor.opened
  writeFacts(editor.shared, { title: 'Logged only' })
  await editor.saved()
  const at = Date.now()
  expect(await live.shutdown(500)).toEqual({ dirty: 1 })
  expect(Date.now() - at).toBeLessThan(1_500)
})

test('a page of another origin opens no socket', async ({ db, opened }) => {
  const { ines, server, draft } = await draftBeingWritten(db, opened)
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}/live`, {
    headers: { cookie: `person=${ines.id}`, origin: 'http://elsewhere.example' },
  } as unknown as string[])
  const outcome = await new Promise((resolve) => {
    socket.addEventListener('open', () => resolve('open'))
    socket.addEventListener('error', () => resolve('refused'))
  })
  expect(outcome).toBe('refused')
  expect(draft.reference).toBe('PM-1')
})

test('nobody appears under another name', async ({ db, opened }) => {
  const { ines, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db, { name: 'Tove Lind' })
  await invite(tove, 'editor')
  const [one, two] = [open(ines), open(tove)]
  await Promise.all([one.opened, two.opened])
  const seen = new Promise<unknown>((resolve) => {
    one.provider.on('awarenessChange', ({ states }: { states: { clientId: number; user?: unknown }[] }) => {
      const other = states.find((state) => state.clientId === two.shared.clientID && state.user)
      if (other) resolve(other.user)
    })
  })
  two.provider.setAwarenessField('user', { id: ines.id, name: 'Ines Okafor', color: '#2f7d6b' })
  expect(await seen).toEqual({ id: tove.id, name: 'Tove Lind', color: '#2f7d6b' })
})
