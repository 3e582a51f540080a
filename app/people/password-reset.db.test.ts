import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '#db/client.ts'
import { invitations, sessions } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { person } from '#tests/factories.ts'
import { isPasswordOf, setPassword } from './auth.server.ts'
import { changeEmail } from './change-email.server.ts'
import { suspendPerson } from './manage-person.server.ts'
import { findReset, makeResetLink, resetPassword, resetTokenFor } from './password-reset.server.ts'

const next = 'a new set of harbour lamps'

test('a one-time link sets a password once and ends every session', async ({ db }) => {
  const { admin, ines } = await two(db)
  await db.insert(sessions).values({ userId: ines.id, token: 'open', expiresAt: sql`now() + interval '1 day'` })
  const token = await linkFor(db, admin, ines.id)

  expect(await findReset(db, token)).toEqual({ email: ines.email })
  expect(await resetPassword(db, token, next)).toEqual({ ok: true, personId: ines.id })
  expect(await resetPassword(db, token, 'yet another set of lamps')).toEqual({ ok: false, reason: 'link-not-open' })

  expect(await isPasswordOf(db, ines.id, next)).toBe(true)
  expect(await db.$count(sessions)).toBe(0)
})

test('someone without a password gets one by the link', async ({ db }) => {
  const { admin } = await two(db)
  const fresh = await person(db)
  await resetPassword(db, await linkFor(db, admin, fresh.id), next)
  expect(await isPasswordOf(db, fresh.id, next)).toBe(true)
})

test('two who use the link at the same moment: one password is set', async ({ db }) => {
  const { admin, ines } = await two(db)
  const token = await linkFor(db, admin, ines.id)
  const both = await Promise.all([resetPassword(db, token, next), resetPassword(db, token, `${next} too`)])
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
})

test('after an hour the link is over, and a newer one ends it before', async ({ db }) => {
  const { admin, ines } = await two(db)
  const first = await linkFor(db, admin, ines.id)
  const second = await linkFor(db, admin, ines.id)
  expect([await findReset(db, first), await findReset(db, second)]).toEqual([null, { email: ines.email }])

  await db.update(invitations).set({ expiresAt: sql`${invitations.expiresAt} - interval '61 minutes'` })
  expect(await resetPassword(db, second, next)).toEqual({ ok: false, reason: 'link-not-open' })
})

test('only admins make links for others, and none for who does not exist', async ({ db }) => {
  const { admin, ines } = await two(db)
  expect(await makeResetLink(db, ines, admin.id)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await makeResetLink(db, admin, 'nobody')).toEqual({ ok: false, reason: 'no-such-person' })
})

test('asking by mail makes a link for whoever may sign in, and for nobody else', async ({ db }) => {
  const { admin, ines } = await two(db)
  const token = await resetTokenFor(db, ines.email.toUpperCase())
  expect(await findReset(db, token!)).toEqual({ email: ines.email })
  expect(await resetTokenFor(db, 'nobody@skerry.example')).toBeNull()

  await suspendPerson(db, admin, ines.id)
  expect(await findReset(db, token!)).toBeNull()
  expect(await resetTokenFor(db, ines.email)).toBeNull()
})

test('a link that went to an earlier address opens nothing after the address was changed', async ({ db }) => {
  const { ines } = await two(db)
  const token = await resetTokenFor(db, ines.email)
  await changeEmail(db, ines.id, 'ines.okafor@skerry.example')
  expect(await findReset(db, token!)).toBeNull()
})

async function two(db: Database) {
  const admin = await person(db, { role: 'admin' })
  const ines = await person(db)
  await setPassword(db, ines.id, 'four quiet harbour lamps')
  return { admin, ines }
}

async function linkFor(db: Database, admin: Awaited<ReturnType<typeof person>>, personId: string): Promise<string> {
  const made = await makeResetLink(db, admin, personId)
  return made.ok ? made.token : ''
}
