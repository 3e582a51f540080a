import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { test } from '#tests/database.ts'
import { people } from './schema/people.ts'
import { violatedConstraint } from './violated-constraint.ts'

test('an e-mail address belongs to one person, whatever its case', async ({ db }) => {
  await db.insert(people).values({ name: 'Isla', email: 'isla@skerry-line.example' })
  const second = db.insert(people).values({ name: 'Isla again', email: 'Isla@Skerry-Line.example' })
  expect(violatedConstraint(await second.catch((error: unknown) => error))).toBe('one_person_per_email')
})

test('what a failed transaction wrote is gone', async ({ db }) => {
  const failing = db.transaction(async (tx) => {
    await tx.insert(people).values({ name: 'Tor', email: 'tor@skerry-line.example' })
    throw new Error('the second step did not work')
  })
  await expect(failing).rejects.toThrow('the second step')
  expect(await db.$count(people)).toBe(0)
})

test('a nested transaction is undone alone', async ({ db }) => {
  await db.transaction(async (tx) => {
    await tx.insert(people).values({ name: 'Una', email: 'una@skerry-line.example' })
    await tx
      .transaction(async (inner) => {
        await inner.insert(people).values({ name: 'Vik', email: 'vik@skerry-line.example' })
        throw new Error('inner')
      })
      .catch(() => {})
  })
  expect((await db.select({ name: people.name }).from(people)).map((row) => row.name)).toEqual(['Una'])
})

test('times and text come back as they were written', async ({ db }) => {
  const at = new Date('2026-10-25T00:30:00.123Z')
  const [row] = await db
    .insert(people)
    .values({ name: 'Åse 🚢', email: 'ase@skerry-line.example', createdAt: at })
    .returning()
  expect(row).toMatchObject({ name: 'Åse 🚢', createdAt: at })
  expect(await db.select().from(people).where(eq(people.createdAt, at))).toHaveLength(1)
})
