import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addScrap, longestScrap, partsOf, readScraps, roomForScraps } from './scraps.ts'
import { type Scrap, scrapsOf } from './shared-document.ts'

test('what older drafts kept aside is read as that', () => {
  const shared = new Y.Doc()
  scrapsOf(shared).set('lost-1-2', {
    text: 'half a line',
    place: 'What happened, 14:03',
    at: '2026-11-12T14:03:00.000Z',
  })
  expect(readScraps(shared)).toEqual([
    {
      id: 'lost-1-2',
      text: 'half a line',
      place: 'What happened, 14:03',
      at: '2026-11-12T14:03:00.000Z',
      kind: 'kept-aside',
      format: '',
      file: null,
    },
  ])
})

test('a value of another client that is no scrap is left out, and breaks nothing', () => {
  const shared = new Y.Doc()
  for (const [id, value] of Object.entries({
    a: 'text',
    b: { text: 7 },
    c: null,
    d: { text: '' },
    e: { text: 'kept', kind: 'odd', at: 3 },
  })) {
    scrapsOf(shared).set(id, value as unknown as Scrap)
  }
  expect(readScraps(shared).map(({ text, kind }) => [text, kind])).toEqual([['kept', 'kept-aside']])
})

test('a text that is longer than one scrap is kept in several, in order, and not a character is lost', () => {
  const shared = new Y.Doc()
  const text = Array.from({ length: 40_000 }, (_, at) => `line ${at}`).join('\n')
  const outcome = addScrap(shared, { text, place: 'Slack', kind: 'source' })
  expect(outcome.ok && outcome.ids.length).toBeGreaterThan(1)
  const scraps = readScraps(shared)
  expect(scraps.map((scrap) => scrap.text).join('')).toBe(text)
  expect(scraps[0]!.place).toBe(`Slack, part 1 of ${scraps.length}`)
  expect(scraps.every((scrap) => scrap.text.length <= longestScrap)).toBe(true)
})

test('parts put together are the text, whatever it is', () => {
  const long = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((piece) => piece.repeat(Math.ceil((longestScrap * 1.5) / piece.length)))
  fc.assert(
    fc.property(long, (text) => {
      expect(partsOf(text).join('')).toBe(text)
      expect(Math.max(...partsOf(text).map((part) => part.length))).toBeLessThanOrEqual(longestScrap)
    }),
    { numRuns: 30 },
  )
})

test('when there is no room left, nothing is added and that is said', () => {
  const shared = new Y.Doc()
  addScrap(shared, { text: 'x'.repeat(roomForScraps - 10), place: '' })
  const before = readScraps(shared).length
  expect(addScrap(shared, { text: 'eleven more', place: '' })).toEqual({ ok: false, reason: 'no-room' })
  expect(readScraps(shared)).toHaveLength(before)
})
