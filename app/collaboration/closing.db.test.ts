import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { viewerById } from '#app/people/auth.server.ts'
import { people } from '#db/schema/people.ts'
import { access } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftBeingWritten, says, stored, type } from '#tests/draft-being-written.ts'
import { draftOf, person } from '#tests/factories.ts'
import { openHandMadeClient } from '#tests/hand-made-client.ts'
import { type LiveEditor, rightTo } from '#tests/live-editor.ts'

const second = 1_000

/** Resolves when the socket is closed, and rejects when that takes longer than a second. */
function outWithinASecond({ provider }: LiveEditor): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The socket was still open after a second.')), second)
    provider.on('disconnect', () => {
      clearTimeout(late)
      resolve()
    })
  })
}
const refusal = ({ provider }: LiveEditor) =>
  new Promise<string>((resolve) => {
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => resolve(reason))
  })

test('whoever is signed out, suspended or no longer invited is out within a second, and stays out', async ({
  db,
  opened,
}) => {
  const signedOut = new Set<string>()
  const { draft, live, open, invite } = await draftBeingWritten(db, opened, {
    async sessionOf(request) {
      const [, id = ''] = /person=([^;]+)/.exec(request.headers.get('cookie') ?? '') ?? []
      const viewer = signedOut.has(id) ? null : await viewerById(db, id)
      return viewer && { viewer, sessionId: `session of ${id}`, endsAt: new Date(Date.now() + 60_000) }
    },
  })
  const ways: [string, (personId: string) => unknown][] = [
    ['signed-out', (id) => signedOut.add(id)],
    ['signed-out', (id) => db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, id))],
    ['not-found', (id) => db.delete(access).where(and(eq(access.postmortemId, draft.id), eq(access.subjectId, id)))],
  ]
  for (const [reason, take] of ways) {
    const tove = await person(db)
    await invite(tove, 'editor')
    const editor = open(tove)
    await editor.opened
    await editor.saved()
    const [out, refused] = [outWithinASecond(editor), refusal(editor)]
    await take(tove.id)
    live.close({ personId: tove.id })
    type(editor.shared, 'entry1', ' Too late.')
    await out
    expect(await refused).toBe(reason)
    editor.close()
  }
  expect(says('Too late.')(await stored(db, draft.id))).toBe(false)
})

test('a role that is lowered while someone types makes the line read-only at once', async ({ db, opened }) => {
  const { ines, draft, live, open, invite } = await draftBeingWritten(db, opened)
  const tove = await person(db)
  await invite(tove, 'editor')
  const [author, editor] = [open(ines), open(tove)]
  await Promise.all([author.opened, editor.opened])
  await editor.saved()
  const out = outWithinASecond(editor)
  const scope = new Promise<string>((resolve) => {
    editor.provider.on('authenticated', (given: { scope: string }) => resolve(given.scope))
  })
  await db.update(access).set({ role: 'commenter' }).where(eq(access.subjectId, tove.id))
  live.close({ personId: tove.id, postmortemId: draft.id })
  await out
  expect(await scope).toBe('readonly')
  type(editor.shared, 'entry1', ' Too late.')
  type(author.shared, 'entry1', ' Still here.')
  await author.saved()
  await editor.until(says('Still here.'))
  expect(says('Too late.')(await stored(db, draft.id))).toBe(false)
})

test('one socket shows one post-mortem: rights to another are asked for on another', async ({ db, opened }) => {
  const { ines, server, open } = await draftBeingWritten(db, opened)
  await open(ines).opened
  const [one, two] = [await draftOf(db, ines), await draftOf(db, ines)]
  const client = await openHandMadeClient(server.address, one.id, ines.id)
  await client.next(2)
  const right = await rightTo(server.address, two.id, { cookie: `person=${ines.id}` })
  client.signIn(two.id, right)
  expect((await client.next(2))[1]).toBe(1)
})
