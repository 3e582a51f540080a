import { expect } from 'vitest'
import { attempts } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { countAttempt, forgetAttempts } from './limit-attempts.server.ts'
import { tryAgainWords } from './try-again-words.ts'

const ines = { account: 'ines@skerry.example', address: '203.0.113.7' }
const noon = new Date('2026-11-21T12:04:00Z')
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)

test('the eleventh try on an account rests until its quarter of an hour is over, and then it goes on', async ({
  db,
}) => {
  for (let tries = 0; tries < 10; tries++) expect((await countAttempt(db, 'sign-in', ines, noon)).ok).toBe(true)

  const refused = await countAttempt(db, 'sign-in', ines, noon)

  expect(refused).toEqual({ ok: false, reason: 'too-many-attempts', again: new Date('2026-11-21T12:15:00Z') })
  expect(await countAttempt(db, 'sign-in', ines, minutes(11))).toEqual({ ok: true })
})

test('an address with other letters in front of it is the same account', async ({ db }) => {
  for (let tries = 0; tries < 10; tries++) await countAttempt(db, 'sign-in', ines, noon)
  expect((await countAttempt(db, 'sign-in', { ...ines, account: ' INES@Skerry.example ' }, noon)).ok).toBe(false)
  expect((await countAttempt(db, 'sign-in', { ...ines, account: 'mirko@skerry.example' }, noon)).ok).toBe(true)
})

test('many accounts tried from one address rest too, without using up the tries of those accounts', async ({ db }) => {
  for (let tries = 0; tries < 60; tries++) {
    await countAttempt(db, 'sign-in', { account: `person-${tries}@skerry.example`, address: ines.address }, noon)
  }
  for (let tries = 0; tries < 15; tries++) expect((await countAttempt(db, 'sign-in', ines, noon)).ok).toBe(false)
  expect((await countAttempt(db, 'sign-in', { ...ines, address: '198.51.100.9' }, noon)).ok).toBe(true)
})

test('addresses of one IPv6 network count as one', async ({ db }) => {
  for (let tries = 0; tries < 10; tries++) {
    await countAttempt(db, 'setup-code', { address: `2001:db8:1:2::${tries}` }, noon)
  }
  expect((await countAttempt(db, 'setup-code', { address: '2001:0db8:0001:0002:ffff::1' }, noon)).ok).toBe(false)
  expect((await countAttempt(db, 'setup-code', { address: '2001:db8:1:3::1' }, noon)).ok).toBe(true)
})

test('an IPv4 address is the same when it is written as IPv6', async ({ db }) => {
  for (let tries = 0; tries < 10; tries++) await countAttempt(db, 'setup-code', { address: '203.0.113.7' }, noon)
  expect((await countAttempt(db, 'setup-code', { address: '::ffff:203.0.113.7' }, noon)).ok).toBe(false)
})

test('tries made at the same moment are all counted', async ({ db }) => {
  const outcomes = await Promise.all(Array.from({ length: 25 }, () => countAttempt(db, 'sign-in', ines, noon)))
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(10)
})

test('after it worked the account starts anew', async ({ db }) => {
  for (let tries = 0; tries < 10; tries++) await countAttempt(db, 'sign-in', ines, noon)
  await forgetAttempts(db, 'sign-in', ines.account)
  expect(await countAttempt(db, 'sign-in', ines, noon)).toEqual({ ok: true })
})

test('what is kept names nobody, and is gone after a day', async ({ db }) => {
  await countAttempt(db, 'sign-in', ines, noon)
  const kept = JSON.stringify(await db.select().from(attempts))
  expect(kept).not.toContain('ines')
  expect(kept).not.toContain('203.0.113')

  await countAttempt(db, 'join', { address: '198.51.100.9' }, minutes(25 * 60))
  expect(await db.$count(attempts)).toBe(1)
})

test('the message says when to try again', () => {
  expect(tryAgainWords(minutes(11), noon)).toContain('Try again in 11 minutes.')
  expect(tryAgainWords(minutes(0), noon)).toContain('Try again in a minute.')
})
