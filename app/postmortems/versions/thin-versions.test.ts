import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysInFull, mostAutomatic, mostBytes, thinVersions } from './thin-versions.ts'

const now = new Date('2026-11-28T12:00:00Z')
const hoursAgo = (hours: number) => ({
  id: `${hours}`,
  madeAt: new Date(now.getTime() - hours * 3_600_000),
  bytes: 1000,
})

test('every version of the last week stays, of older days the last one', () => {
  const lastWeek = [1, 2, 30, 100, 167].map(hoursAgo)
  const older = [200, 201, 202, 240, 241].map(hoursAgo)
  expect(thinVersions([...older, ...lastWeek], now)).toEqual(['201', '202', '241'])
})

test('beyond the bound the oldest go', () => {
  const daily = Array.from({ length: mostAutomatic + 3 }, (_, day) => hoursAgo(day * 24))
  expect(thinVersions(daily, now)).toEqual(daily.slice(mostAutomatic).map(({ id }) => id))
})

test('a very large document keeps fewer, and always its newest', () => {
  const large = [1, 2, 3].map((hours) => ({ ...hoursAgo(hours), bytes: mostBytes - 10 }))
  expect(thinVersions(large, now)).toEqual(['2', '3'])
})

const ages = fc.uniqueArray(fc.integer({ min: 0, max: 60 * 24 }), { maxLength: 400 })

test('thinning again takes nothing, in whatever order, and every day keeps its last one', () => {
  fc.assert(
    fc.property(ages, (hours) => {
      const versions = hours.map(hoursAgo)
      const gone = new Set(thinVersions(versions, now))
      const left = versions.filter(({ id }) => !gone.has(id))
      expect(thinVersions(left.toReversed(), now)).toEqual([])
      expect(left.length).toBeLessThanOrEqual(mostAutomatic)
      const dayOf = ({ madeAt }: { madeAt: Date }) => madeAt.toISOString().slice(0, 10)
      if (versions.length <= mostAutomatic) expect(new Set(left.map(dayOf))).toEqual(new Set(versions.map(dayOf)))
      for (const { id, madeAt } of versions.slice(0, mostAutomatic))
        if (versions.length <= mostAutomatic && now.getTime() - madeAt.getTime() < daysInFull * 86_400_000)
          expect(gone.has(id)).toBe(false)
    }),
  )
})
