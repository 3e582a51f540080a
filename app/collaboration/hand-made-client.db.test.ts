import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { test } from '#tests/database.ts'
import { draftBeingWritten, says, stored, type } from '#tests/draft-being-written.ts'
import { person } from '#tests/factories.ts'
import { foreignUpdate, openHandMadeClient } from '#tests/hand-made-client.ts'
import { rightTo } from '#tests/live-editor.ts'

const SIGN_IN = 2
const DENIED = 1
const SYNC_STATUS = 8

const writeOn = (shared: Y.Doc) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Written by hand.')])
  shared.getXmlFragment('content').insert(0, [paragraph])
}

test('a client made by hand with the rights of a reader or a reviewer cannot write', async ({ db, opened }) => {
  const { ines, draft, server, open, invite } = await draftBeingWritten(db, opened)
  const author = open(ines)
  await author.opened
  for (const role of ['reader', 'commenter'] as const) {
    const looking = await person(db)
    await invite(looking, role)
    const client = await openHandMadeClient(server.address, draft.id, looking.id)
    await client.next(SIGN_IN)
    client.edit(foreignUpdate(writeOn))
    expect((await client.next(SYNC_STATUS))[1]).toBe(0)
  }
  type(author.shared, 'entry1', ' Seen twice.')
  await author.saved()
  expect(says('Written by hand.')(await stored(db, draft.id))).toBe(false)
  expect(says('Written by hand.')(author.shared)).toBe(false)
})

test('each edit is answered once, though it is answered before others have it', async ({ db, opened }) => {
  const { ines, draft, server, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db)
  await invite(tove, 'editor')
  const author = open(ines)
  await author.opened
  const client = await openHandMadeClient(server.address, draft.id, tove.id)
  await client.next(SIGN_IN)
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(author.shared))
  for (const words of [' First.', ' Second.']) {
    const before = Y.encodeStateVector(mine)
    type(mine, 'entry1', words)
    client.edit(Y.encodeStateAsUpdate(mine, before))
    expect((await client.next(SYNC_STATUS))[1]).toBe(1)
    await expect.poll(() => says(words)(author.shared)).toBe(true)
  }
  const more = client.next(SYNC_STATUS).then(() => 'answered again')
  expect(await Promise.race([more, pause(300, 'answered once')])).toBe('answered once')
})

test('a reader shows nobody else, and no command of theirs reaches anybody', async ({ db, opened }) => {
  const { ines, draft, server, open, invite } = await draftBeingWritten(db, opened)
  const reader = await person(db, { name: 'Tove Lind' })
  await invite(reader, 'reader')
  const author = open(ines)
  await author.opened
  author.provider.setAwarenessField('user', { id: ines.id, name: ines.name })
  const commands: string[] = []
  author.provider.on('stateless', ({ payload }: { payload: string }) => commands.push(payload))
  const client = await openHandMadeClient(server.address, draft.id, reader.id)
  await client.next(SIGN_IN)
  const seen = new Promise<unknown[]>((resolve) => {
    author.provider.on('awarenessChange', ({ states }: { states: { clientId: number; user?: unknown }[] }) => {
      const shown = states.filter(({ clientId }) => clientId !== author.shared.clientID)
      if (shown.some(({ clientId }) => clientId === 12)) resolve(shown)
    })
  })
  client.command('server', '{"refused":"malformed"}')
  client.show(author.shared.clientID, { user: { id: ines.id, name: 'Ines Okafor' } })
  client.show(11, { user: { id: ines.id, name: 'Ines Okafor' }, script: 'x' })
  client.show(12, { user: { name: 'Ines Okafor' }, section: 'x'.repeat(65), cursor: 'here' })
  const own = { id: reader.id, name: 'Tove Lind' }
  expect(await seen).toEqual([
    { clientId: 11, user: own },
    { clientId: 12, user: own },
  ])
  expect(author.provider.awareness!.getLocalState()).not.toMatchObject({ user: { name: 'Tove Lind' } })

  client.command('everybody', '{"refused":"malformed"}')
  await client.closed
  type(author.shared, 'entry1', ' Seen twice.')
  await author.saved()
  expect(commands).toEqual([])
})

test('without a right for this session and this post-mortem nobody comes in, cookie or not', async ({ db, opened }) => {
  const { ines, draft, server, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db)
  await invite(tove, 'editor')
  const ofTove = await rightTo(server.address, draft.id, { cookie: `person=${tove.id}` })
  for (const token of ['', 'session', ofTove, `${ofTove}x`]) {
    const client = await openHandMadeClient(server.address, draft.id, ines.id, token)
    const answer = await client.next(SIGN_IN)
    expect(answer[1]).toBe(DENIED)
    expect(new TextDecoder().decode(answer.subarray(3))).toBe('right-over')
  }
})

test('words under the number of somebody else are refused, and theirs go on being saved', async ({ db, opened }) => {
  const { ines, draft, server, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db)
  await invite(tove, 'editor')
  const author = open(ines)
  await author.opened
  author.provider.setAwarenessField('user', { id: ines.id, name: ines.name })
  type(author.shared, 'entry1', ' First.')
  await author.saved()

  const client = await openHandMadeClient(server.address, draft.id, tove.id)
  await client.next(SIGN_IN)
  const stolen = new Y.Doc()
  Y.applyUpdate(stolen, Y.encodeStateAsUpdate(author.shared))
  stolen.clientID = author.shared.clientID
  const before = Y.encodeStateVector(stolen)
  stolen.transact(() => type(stolen, 'entry1', ' Not mine.'))
  client.edit(Y.encodeStateAsUpdate(stolen, before))
  await client.closed

  type(author.shared, 'entry1', ' Second.')
  await author.saved()
  const text = await stored(db, draft.id)
  expect(says(' First. Second.')(text)).toBe(true)
  expect(says('Not mine')(text)).toBe(false)
})

test('bytes of any kind close the client they come from, and nobody else', async ({ db, opened }) => {
  const { ines, draft, server, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db)
  await invite(tove, 'editor')
  const author = open(ines)
  await author.opened
  const whole = Y.encodeStateAsUpdate(author.shared)
  const deep = foreignUpdate((shared) => {
    let inside: Y.XmlFragment = shared.getXmlFragment('content')
    for (let depth = 0; depth < 200; depth++) {
      const list = new Y.XmlElement('bulletList')
      inside.insert(0, [list])
      inside = list
    }
  })
  const ahead = new Y.Doc()
  type(Object.assign(ahead, Y.applyUpdate(ahead, whole)), 'entry1', ' Lost.')
  const first = Y.encodeStateVector(ahead)
  type(ahead, 'entry1', ' Ahead.')
  const bad = [
    whole.slice(0, whole.length / 2),
    whole.map((byte, at) => (at % 7 === 3 ? byte ^ 0x5a : byte)),
    Uint8Array.from({ length: 500 }, (_, at) => (at * 131) % 251),
    foreignUpdate((shared) => shared.getMap('elsewhere').set('a', 1)),
    deep,
    Y.encodeStateAsUpdate(ahead, first),
  ]
  for (const update of bad) {
    const client = await openHandMadeClient(server.address, draft.id, tove.id)
    await client.next(SIGN_IN)
    client.edit(update)
    await client.closed
  }
  type(author.shared, 'entry1', ' Still writing.')
  await author.saved()
  expect(says('Still writing.')(await stored(db, draft.id))).toBe(true)
  expect(Y.encodeStateAsUpdate(await stored(db, draft.id)).byteLength).toBeLessThan(whole.byteLength + 500)
})
