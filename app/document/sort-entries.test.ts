import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from './facts.ts'
import { fillSharedDocument } from './shared-document.ts'
import { idOf, itemElements, sectionElements } from './shared-elements.ts'
import { sortEntries } from './sort-entries.ts'
import { inTimeOrder, type Placed } from './timeline-order.ts'

const nobody = () => false

function timeline(...clocks: (string | null)[]) {
  const entries: Placed[] = clocks.map((clock, place) => ({
    id: `e${place}`,
    at: clock && `2026-11-12T${clock}:00.000Z`,
    until: null,
    precision: clock ? 'exact' : 'unknown',
    milestones: [],
  }))
  const shared = new Y.Doc()
  const section = { id: 's', key: null, kind: 'timeline' as const, title: '', hiddenBecause: null }
  const content = entries.map((attrs) => ({
    type: 'timelineEntry',
    attrs: { ...attrs },
    content: [{ type: 'paragraph' }],
  }))
  fillSharedDocument(shared, { type: 'doc', content: [{ type: 'section', attrs: section, content }] }, Facts.parse({}))
  return { shared, entries, order: () => sectionElements(shared).flatMap(itemElements).map(idOf).join(' ') }
}

test('what is out of order moves to its time, and an entry without a time goes with the one before it', () => {
  const { shared, entries, order } = timeline('14:03', '14:50', null, '14:09', '14:20')
  expect(sortEntries(shared, entries, nobody)).toEqual({
    moved: [
      { id: 'e1', from: { after: 'e0' } },
      { id: 'e2', from: { after: 'e0' } },
    ],
    stayed: [],
  })
  expect(order()).toBe('e0 e3 e4 e1 e2')
})

test('an entry that somebody is in stays, and the others find their place without it', () => {
  const { shared, entries, order } = timeline('14:20', '14:30', '14:03', '14:01')
  const { moved, stayed } = sortEntries(shared, entries, (id) => id === 'e2')
  expect([moved.map(({ id }) => id), stayed]).toEqual([['e3'], ['e2']])
  expect(order()).toBe('e3 e0 e1 e2')
})

test('one alone can be moved to its time', () => {
  const { shared, entries, order } = timeline('14:20', '14:30', '14:03', '14:01')
  expect(sortEntries(shared, entries, nobody, null, 'e3').moved.map(({ id }) => id)).toEqual(['e3'])
  expect(order()).toBe('e3 e0 e1 e2')
})

test('whatever the order was, afterwards it is that of time, in one transaction', () => {
  const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
  fc.assert(
    fc.property(fc.array(fc.option(clock), { maxLength: 20 }), (clocks) => {
      const { shared, entries, order } = timeline(...clocks)
      let updates = 0
      shared.on('update', () => updates++)
      const { moved } = sortEntries(shared, entries, nobody)
      expect(order()).toBe(
        inTimeOrder(entries)
          .map(({ id }) => id)
          .join(' '),
      )
      expect(updates).toBe(moved.length > 0 ? 1 : 0)
    }),
  )
})
