import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trackerName } from './tracker-name.ts'

test.each([
  ['https://tracker.skerry.example/browse/EDGE-3311', 'EDGE-3311'],
  ['https://tracker.skerry.example/board?selectedIssue=edge-12', 'EDGE-12'],
  ['https://tracker.skerry.example/team/issue/BOOK-7/cut-the-retries', 'BOOK-7'],
  ['https://code.skerry.example/booking/search/issues/482', '#482'],
  ['https://code.skerry.example/booking/search/-/issues/482#note_99', '#482'],
  ['https://www.skerry.example/plans/timetable', 'skerry.example'],
  ['https://tracker.skerry.example/%E0%A4%A', 'tracker.skerry.example'],
  ['not an address', 'tracker'],
])('%s is called %s', (address, name) => {
  expect(trackerName(address)).toBe(name)
})

test('every address has a name that is short enough for a card', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const name = trackerName(address)
      expect(name).not.toBe('')
      expect(name.length).toBeLessThanOrEqual(Math.max(18, new URL(address).hostname.length))
    }),
  )
})
