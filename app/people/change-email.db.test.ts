import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '#db/client.ts'
import { people, verifications } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { person } from '#tests/factories.ts'
import { changeEmail, changeEmailToken, confirmEmail } from './change-email.server.ts'

const over = { ok: false, reason: 'link-not-open' }

test('the address changes when the link that went to the new one is used, once', async ({ db }) => {
  const ines = await person(db, { email: 'ines@skerry.example' })
  const token = await changeEmailToken(db, ines, 'ines.okafor@skerry.example')
  expect(await emailOf(db, ines.id)).toBe('ines@skerry.example')

  const changed = await confirmEmail(db, token)

  expect(changed).toEqual({ ok: true, from: 'ines@skerry.example', to: 'ines.okafor@skerry.example' })
  expect(await emailOf(db, ines.id)).toBe('ines.okafor@skerry.example')
  expect(await confirmEmail(db, token)).toEqual(over)
})

test('the token stands in no row', async ({ db }) => {
  const token = await changeEmailToken(db, await person(db), 'new@skerry.example')
  expect(JSON.stringify(await db.select().from(verifications))).not.toContain(token.split('.')[1])
})

test('a later request puts the earlier link out of use', async ({ db }) => {
  const ines = await person(db)
  const first = await changeEmailToken(db, ines, 'first@skerry.example')
  const second = await changeEmailToken(db, ines, 'second@skerry.example')
  expect(await confirmEmail(db, first)).toEqual(over)
  expect(await confirmEmail(db, second)).toMatchObject({ ok: true, to: 'second@skerry.example' })
})

test('a link that is over or made up changes nothing', async ({ db }) => {
  const ines = await person(db)
  const token = await changeEmailToken(db, ines, 'new@skerry.example')
  await db.update(verifications).set({ expiresAt: sql`now() - interval '1 second'` })
  for (const tried of [token, `${ines.id}.made-up`, ines.id, 'made-up', '', '%.%']) {
    expect(await confirmEmail(db, tried)).toEqual(over)
  }
  expect(await emailOf(db, ines.id)).toBe(ines.email)
})

test('an address that someone else has by now is refused', async ({ db }) => {
  const ines = await person(db)
  const token = await changeEmailToken(db, ines, 'mirko@skerry.example')
  await person(db, { email: 'Mirko@skerry.example' })
  expect(await confirmEmail(db, token)).toEqual({ ok: false, reason: 'email-taken' })
  expect(await changeEmail(db, ines.id, 'MIRKO@skerry.example')).toEqual({ ok: false, reason: 'email-taken' })
  expect(await emailOf(db, ines.id)).toBe(ines.email)
})

test('nobody’s address changes while they are suspended', async ({ db }) => {
  const ines = await person(db)
  const token = await changeEmailToken(db, ines, 'new@skerry.example')
  await db.update(people).set({ suspendedAt: sql`now()` })
  expect(await confirmEmail(db, token)).toEqual(over)
})

async function emailOf(db: Database, id: string): Promise<string> {
  const [row] = await db.select({ email: people.email }).from(people).where(eq(people.id, id))
  return row!.email
}
