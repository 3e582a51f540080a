import { afterAll, beforeAll, expect, test } from 'vitest'
import { PgliteClient } from './pglite-client.ts'

let client: PgliteClient
beforeAll(async () => {
  client = new PgliteClient({})
  await client.ready()
  await client.query('create table numbers (value int)')
})
afterAll(() => client.close())

test('using the outer database inside a transaction is an error, not a wait for ever', async () => {
  const wrong = client.transaction(() => client.query('select 1'))
  await expect(wrong).rejects.toThrow('The outer database was used inside a transaction')
})

test('work that outlives the transaction it was begun in may use the database', async () => {
  let later: Promise<unknown> = Promise.resolve()
  await client.transaction(async () => {
    later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => client.query('select 1'))
  })
  await expect(later).resolves.toBeDefined()
})

test('queries from elsewhere wait for a transaction and do not see its half', async () => {
  const { promise: go, resolve } = Promise.withResolvers<void>()
  const transaction = client.transaction(async (tx) => {
    await tx.query('insert into numbers values (1)')
    await go
    await tx.query('insert into numbers values (2)')
  })
  const count = client.query('select count(*)::int as count from numbers')
  resolve()
  await transaction
  expect((await count).rows).toEqual([{ count: 2 }])
})

test('a long query leaves the thread of the pages free', async () => {
  const start = performance.now()
  let ticks = 0
  const ticking = setInterval(() => ticks++, 5)
  await client.query('select count(*) from generate_series(1, 2000000)')
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan((performance.now() - start) / 5 / 4)
})

test('a failed query says which constraint it ran into', async () => {
  await client.query('create table named (value int constraint positive check (value > 0))')
  await expect(client.query('insert into named values (-1)')).rejects.toMatchObject({ constraint: 'positive' })
})
