import { expect, test } from 'vitest'
import { documentWith, item } from '#tests/documents.ts'
import { extract } from './extract.ts'
import { incidentTimes, startedAt } from './incident-times.ts'

const at = (time: string) => `2026-11-12T${time}:00.000Z`
const timeline = (rows: [id: string, attributes: Record<string, unknown>][]) =>
  extract(
    documentWith({
      'what-happened': rows.map(([id, attributes]) => item('timelineEntry', 'A row.', { id, ...attributes })),
    }),
  )

test('each time comes from its mark: the earliest where two rows carry it, the latest for normal again', () => {
  const sections = timeline([
    ['a', { at: at('14:09'), precision: 'exact', milestones: ['first-effect', 'first-noticed'] }],
    ['b', { at: at('14:03'), precision: 'about', milestones: ['first-effect', 'no-effect'] }],
    ['c', { at: at('14:50'), precision: 'exact', milestones: ['normal-again'] }],
    ['d', { at: at('15:10'), precision: 'exact', milestones: ['normal-again'] }],
  ])
  const times = incidentTimes(sections)
  expect(times['first-effect']).toMatchObject({ at: at('14:03'), precision: 'about' })
  expect(times['first-noticed']?.at).toBe(at('14:09'))
  expect(times['normal-again']?.at).toBe(at('15:10'))
  expect(Object.keys(times)).toHaveLength(3)
  expect(startedAt(sections)?.toISOString()).toBe(at('14:03'))
})

test('a mark on a row without a time is an unknown moment, until a row with a time carries it', () => {
  expect(incidentTimes(timeline([['a', { milestones: ['first-effect'] }]]))['first-effect']).toMatchObject({
    at: null,
    precision: 'unknown',
  })
  const both = timeline([
    ['a', { at: at('14:03'), precision: 'exact', milestones: ['first-effect'] }],
    ['b', { milestones: ['first-effect'] }],
  ])
  expect(incidentTimes(both)['first-effect']?.at).toBe(at('14:03'))
})

test('without a first effect it began with the first row of that day, not with a condition from spring', () => {
  const sections = timeline([
    ['a', { at: '2026-03-01T00:00:00.000Z', precision: 'season' }],
    ['b', { at: at('14:09'), precision: 'exact' }],
    ['c', { at: at('14:05'), precision: 'about' }],
  ])
  expect(startedAt(sections)?.toISOString()).toBe(at('14:05'))
  expect(startedAt(timeline([['a', {}]]))).toBeNull()
})
