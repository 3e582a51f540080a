import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { createPerson, viewerById } from '#app/people/auth.server.ts'
import { findReset } from '#app/people/password-reset.server.ts'
import type { OpenRuntime } from '#app/server/open-runtime.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { manageUsers } from './manage-users.ts'

/** What the commands use of a running server, with the sockets that were closed. */
function runtimeOf(db: Database) {
  const closed: string[] = []
  const environment = { HOST: '0.0.0.0', PORT: 4760 }
  const live = { close: ({ personId }: { personId?: string }) => closed.push(personId!) }
  return { runtime: { db, environment, live } as unknown as OpenRuntime, closed }
}

async function admin(db: Database): Promise<string> {
  const made = await createPerson(db, {
    name: 'Ines Okafor',
    email: 'ines@example.com',
    password: 'four calm words here',
    role: 'admin',
  })
  return made.ok ? made.id : ''
}

test('a created person chooses a password by a link, and nobody else is created under that address', async ({ db }) => {
  const { runtime } = runtimeOf(db)
  const given = { act: 'create', email: 'tove@example.com', name: 'Tove Brandt', admin: false }
  expect(await manageUsers(runtime, given)).toMatchObject({
    exitCode: 1,
    problem: expect.stringContaining('http://localhost:4760'),
  })
  await admin(db)
  const { exitCode, output } = await manageUsers(runtime, given)
  expect(exitCode).toBe(0)
  const token = /http:\/\/localhost:4760\/reset-password\/(\S+)/.exec(output)![1]!
  expect(await findReset(db, token)).toEqual({ email: 'tove@example.com' })
  expect(await manageUsers(runtime, given)).toMatchObject({ exitCode: 1 })
})

test('the list names everyone by alphabet, with role and state and nothing they did', async ({ db }) => {
  const { runtime } = runtimeOf(db)
  await admin(db)
  await manageUsers(runtime, { act: 'create', email: 'abe@example.com', name: 'Abe Moss', admin: false })
  await manageUsers(runtime, { act: 'suspend', email: 'abe@example.com' })
  const { output } = await manageUsers(runtime, { act: 'list' })
  expect(output).toBe('abe@example.com   member  Abe Moss  (suspended)\nines@example.com  admin   Ines Okafor\n')
})

test('a suspended person is out at once, with their sockets, and in again when restored', async ({ db }) => {
  const { runtime, closed } = runtimeOf(db)
  await admin(db)
  await manageUsers(runtime, { act: 'create', email: 'tove@example.com', name: 'Tove Brandt', admin: false })
  const [{ id }] = (await db.select({ id: people.id }).from(people).where(eq(people.email, 'tove@example.com'))) as [
    { id: string },
  ]
  expect(await manageUsers(runtime, { act: 'suspend', email: 'Tove@example.com' })).toMatchObject({ exitCode: 0 })
  expect(closed).toEqual([id])
  expect(await viewerById(db, id)).toBeNull()
  expect(await manageUsers(runtime, { act: 'reset-password', email: 'tove@example.com' })).toMatchObject({
    exitCode: 1,
    problem: expect.stringContaining('user restore'),
  })
  await manageUsers(runtime, { act: 'restore', email: 'tove@example.com' })
  expect((await viewerById(db, id))?.name).toBe('Tove Brandt')
})

test('the last admin cannot be suspended; where no admin is left, someone can be made one', async ({ db }) => {
  const { runtime } = runtimeOf(db)
  const id = await admin(db)
  expect(await manageUsers(runtime, { act: 'suspend', email: 'ines@example.com' })).toMatchObject({
    exitCode: 1,
    problem: expect.stringContaining('last admin'),
  })
  await db.update(people).set({ role: 'member' })
  expect(await manageUsers(runtime, { act: 'make-admin', email: 'ines@example.com' })).toMatchObject({ exitCode: 0 })
  expect((await viewerById(db, id))?.role).toBe('admin')
  expect(await manageUsers(runtime, { act: 'make-admin', email: 'nobody@example.com' })).toMatchObject({ exitCode: 1 })
})
