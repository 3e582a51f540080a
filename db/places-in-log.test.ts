import { expect, test } from 'vitest'
import { PlacesInLog } from './places-in-log.ts'

/** Notes what the database is asked, and answers as one whose sequence has come to 5. */
function databaseAt5() {
  const asked: string[] = []
  return {
    asked,
    async query(sql: string, params: unknown[] = []) {
      const isReserving = sql.includes('setval')
      asked.push(isReserving ? 'places' : 'documents')
      if (isReserving) return { rows: [{ end: String(5 + Number(params[0])) }] }
      return { rows: (params[0] as string[]).map(() => ({ latest: '5' })) }
    },
    async enterUpdates() {
      asked.push('to disk')
    },
  }
}

test('what a document stands on is brought to the disk before its first edit; later edits ask nothing', async () => {
  const database = databaseAt5()
  const places = new PlacesInLog(database)
  expect(await places.take(['one', 'two', 'one'])).toEqual([6, 7, 8])
  expect(database.asked).toEqual(['documents', 'to disk', 'places'])
  expect(await places.take(['two', 'one'])).toEqual([9, 10])
  expect(database.asked).toHaveLength(3)
})

test('places that are used up are followed by others', async () => {
  const database = databaseAt5()
  const places = new PlacesInLog(database)
  await places.take(Array.from({ length: 9_999 }, () => 'one'))
  expect(await places.take(['one'])).toEqual([10_005])
  await places.take(['one'])
  expect(database.asked.filter((asked) => asked === 'places')).toHaveLength(2)
})
