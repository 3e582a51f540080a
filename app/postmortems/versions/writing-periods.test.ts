import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestPeriodMinutes, pauseMinutes, type Writing, writingPeriods } from './writing-periods.ts'

const minute = (count: number) => new Date(Date.UTC(2026, 10, 12, 14) + count * 60_000)
const edits = (...minutes: number[]) => minutes.map((at, index) => ({ seq: index + 1, at: minute(at) }))

test('a period ends when ten minutes pass without an edit', () => {
  expect(writingPeriods(null, edits(0, 1, 9, 18, 30, 31))).toEqual({
    ended: [{ seq: 4, at: minute(18) }],
    now: { periodFrom: minute(30), editedAt: minute(31) },
  })
})

test('what was stored before the pause is the end of its period', () => {
  const before = { periodFrom: minute(0), editedAt: minute(5) }
  expect(writingPeriods(before, edits(20))?.ended).toEqual([{ seq: null, at: minute(5) }])
  expect(writingPeriods(before, edits(14))?.ended).toEqual([])
})

test('steady writing is cut every hour', () => {
  const steady = Array.from({ length: 45 }, (_, index) => index * 5)
  const { ended } = writingPeriods(null, edits(...steady))!
  expect(ended.map(({ at }) => at)).toEqual([minute(55), minute(115), minute(175)])
})

test('a clock that is set back ends nothing', () => {
  expect(writingPeriods(null, edits(30, 2, 3))?.ended).toEqual([])
})

test('without an edit there is no period', () => {
  expect(writingPeriods(null, [])).toBeNull()
})

const gaps = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 60 })

test('however the log is cut into saves, the periods are the same, and none is longer than an hour', () => {
  fc.assert(
    fc.property(gaps, fc.array(fc.nat(60), { maxLength: 8 }), (between, cuts) => {
      let at = 0
      const all = edits(...between.map((gap) => (at += gap)))
      const whole = writingPeriods(null, all)!
      let now: Writing | null = null
      const ended: Date[] = []
      const places = [0, ...cuts.filter((cut) => cut < all.length).toSorted((one, other) => one - other), all.length]
      for (const [index, from] of places.slice(0, -1).entries()) {
        const outcome = writingPeriods(now, all.slice(from, places[index + 1]))
        if (!outcome) continue
        ended.push(...outcome.ended.map((period) => period.at))
        now = outcome.now
      }
      expect(ended).toEqual(whole.ended.map((period) => period.at))
      expect(now).toEqual(whole.now)
      let from = all[0]!.at
      for (const end of ended) {
        expect(end.getTime() - from.getTime()).toBeLessThan(longestPeriodMinutes * 60_000)
        from = all.find((edit) => edit.at > end)?.at ?? end
      }
      for (const [index, edit] of all.entries()) {
        const next = all[index + 1]
        if (!next || next.at.getTime() - edit.at.getTime() < pauseMinutes * 60_000) continue
        expect(ended).toContainEqual(edit.at)
      }
    }),
  )
})
