import { expect, test } from 'vitest'
import type { Moment } from '#app/document/moment.ts'
import { placeInTimeline } from './place-in-timeline.ts'

const at = (clock: string | null, name = clock): Pick<Moment, 'at' | 'precision'> & { name: string | null } => ({
  at: clock && `2026-11-12T${clock}:00.000Z`,
  precision: clock ? 'exact' : 'unknown',
  name,
})
const groups = (standing: ReturnType<typeof at>[], entries: ReturnType<typeof at>[]) =>
  placeInTimeline(standing, entries).map(({ after, entries: group }) => [after, group.map(({ name }) => name)])

test('new entries go between those that stand, in the order of time', () => {
  expect(groups([at('14:00'), at('14:10')], [at('14:12'), at('14:05'), at('13:00'), at('14:10', 'same')])).toEqual([
    [-1, ['13:00']],
    [0, ['14:05']],
    [1, ['same', '14:12']],
  ])
})

test('one without a time stays beside the one that it follows', () => {
  expect(groups([at('14:00')], [at(null, 'first'), at('13:00'), at(null, 'then'), at('15:00')])).toEqual([
    [-1, ['first', '13:00', 'then']],
    [0, ['15:00']],
  ])
  expect(groups([at('14:00'), at(null)], [at('14:05')])).toEqual([[1, ['14:05']]])
})

test('in a timeline that is out of order they stand behind the last that is not later', () => {
  expect(groups([at('14:00'), at('15:00'), at('14:10')], [at('14:20')])).toEqual([[2, ['14:20']]])
})

test('conditions from before the incident stay first', () => {
  const spring = { ...at('14:30'), precision: 'season' } satisfies ReturnType<typeof at>
  expect(groups([spring], [at('13:00')])).toEqual([[0, ['13:00']]])
})

test('an empty timeline takes all of them at once', () => {
  expect(groups([], [at('14:05'), at('14:03')])).toEqual([[-1, ['14:03', '14:05']]])
})
