import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Milestone } from './items.ts'
import { inTimeOrder, longestGaps, outOfOrder, type Placed } from './timeline-order.ts'

function entry(id: string, clock: string | null, more: Partial<Placed> = {}): Placed {
  const at = clock && `2026-11-12T${clock}:00.000Z`
  return { id, at, until: null, precision: clock ? 'exact' : 'unknown', milestones: [], ...more }
}
const ids = (entries: readonly Placed[]) => entries.map(({ id }) => id)
const marked = (id: string, clock: string, mark: Milestone) => entry(id, clock, { milestones: [mark] })

test('an entry written late is the one that is out of order, not all that follow it', () => {
  const entries = [entry('a', '14:03'), entry('late', '14:50'), entry('b', '14:04'), entry('c', '14:09')]
  expect([...outOfOrder(entries)]).toEqual([['late', 'down']])
  const early = [entry('a', '14:03'), entry('b', '14:09'), entry('c', '14:20'), entry('early', '14:05')]
  expect([...outOfOrder(early)]).toEqual([['early', 'up']])
  expect(ids(inTimeOrder(entries))).toEqual(['a', 'b', 'c', 'late'])
})

test('an entry without a time stays behind the one it was written after, and is never out of order', () => {
  const entries = [entry('b', '14:10'), entry('then', null), entry('a', '14:03')]
  expect(ids(inTimeOrder(entries))).toEqual(['a', 'b', 'then'])
  expect(outOfOrder(entries).has('then')).toBe(false)
})

test('conditions known by season come first, whatever their instant', () => {
  const spring = entry('spring', '23:00', { precision: 'season' })
  expect(ids(inTimeOrder([entry('a', '14:03'), spring]))).toEqual(['spring', 'a'])
  expect([...outOfOrder([entry('a', '14:03'), spring])]).toHaveLength(1)
})

test('the longest silence between first noticed and first relief is found, and none outside', () => {
  const entries = [
    marked('effect', '12:00', 'first-effect'),
    marked('noticed', '14:09', 'first-noticed'),
    entry('look', '14:12'),
    marked('relief', '14:41', 'first-relief'),
    marked('normal', '17:00', 'normal-again'),
  ]
  expect(longestGaps(entries)).toEqual([
    {
      afterId: 'look',
      beforeId: 'relief',
      from: '2026-11-12T14:12:00.000Z',
      to: '2026-11-12T14:41:00.000Z',
      seconds: 29 * 60,
    },
  ])
  expect(longestGaps(entries.slice(0, 3))).toEqual([])
})

test('at most three silences are asked about, in the order of time, and none that a range of time covers', () => {
  const clocks = ['14:00', '14:10', '14:50', '15:10', '15:40', '16:30']
  const entries = [
    marked('noticed', '13:45', 'first-noticed'),
    ...clocks.map((clock) => entry(clock, clock)),
    marked('relief', '17:00', 'first-relief'),
  ]
  expect(longestGaps(entries).map(({ afterId, seconds }) => [afterId, seconds / 60])).toEqual([
    ['14:10', 40],
    ['15:10', 30],
    ['15:40', 50],
  ])
  const range = entry('range', '14:05', { precision: 'between', until: '2026-11-12T14:45:00.000Z' })
  expect(longestGaps([range, ...entries]).map(({ afterId }) => afterId)).toEqual(['15:10', '15:40', '16:30'])
})

test('sorting keeps every entry, leaves nothing out of order, and moves no more than is out of order', () => {
  const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
  fc.assert(
    fc.property(fc.array(fc.option(clock), { maxLength: 30 }), (clocks) => {
      const entries = clocks.map((at, place) => entry(`e${place}`, at))
      const sorted = inTimeOrder(entries)
      expect(ids(sorted).toSorted()).toEqual(ids(entries).toSorted())
      expect(outOfOrder(sorted).size).toBe(0)
      const moved = outOfOrder(entries)
      const timed = (list: Placed[]) => ids(list.filter(({ id, at }) => at && !moved.has(id)))
      expect(timed(sorted)).toEqual(timed(entries))
    }),
  )
})
