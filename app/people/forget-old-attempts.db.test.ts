import { expect } from 'vitest'
import { attempts, sessions } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { person } from '#tests/factories.ts'
import { forgetOldAttempts } from './forget-old-attempts.server.ts'

test('what has run out is forgotten, what holds stays', async ({ db }) => {
  const { id: userId } = await person(db)
  const now = new Date('2026-11-12T12:00:00Z')
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
  await db.insert(attempts).values([
    { key: 'old', windowStart: days(-2) },
    { key: 'new', windowStart: days(0) },
  ])
  await db.insert(sessions).values([
    { token: 'old', userId, expiresAt: days(-1) },
    { token: 'new', userId, expiresAt: days(3) },
  ])
  await forgetOldAttempts(db, now)
  expect((await db.select({ key: attempts.key }).from(attempts)).map((row) => row.key)).toEqual(['new'])
  expect((await db.select({ token: sessions.token }).from(sessions)).map((row) => row.token)).toEqual(['new'])
})
