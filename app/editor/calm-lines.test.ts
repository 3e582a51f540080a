import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calmLines } from './calm-lines.ts'
import type { PlacedNote } from './editor-host.ts'

const noteAt = (line: number, level: PlacedNote['level'] = 'warn') =>
  ({ line, level, start: line * 80, end: line * 80 + 8 }) as PlacedNote
const lines = (notes: PlacedNote[]) => calmLines(notes).map(({ line }) => line)

test('a screen has at most five lines, and the next one has its own', () => {
  expect(lines([0, 1, 2, 3, 4, 5, 6, 29, 30, 40].map((line) => noteAt(line)))).toEqual([0, 1, 2, 3, 4, 30, 40])
})

test('a warning comes before the hints around it, and what is only worth a look has none', () => {
  const notes = [noteAt(0, 'info'), ...[1, 2, 3, 4, 5].map((line) => noteAt(line, 'hint')), noteAt(6)]
  expect(lines(notes)).toEqual([1, 2, 3, 4, 6])
})

test('notes in the form of an item have no words in the text to draw under', () => {
  expect(calmLines([{ ...noteAt(3), end: 240 }])).toEqual([])
})

const anyNotes = fc
  .array(fc.tuple(fc.nat(200), fc.constantFrom('warn', 'hint', 'info')), { maxLength: 120 })
  .map((pairs) => pairs.toSorted(([one], [other]) => one - other).map(([line, level]) => noteAt(line, level)))

test('no stretch of a screen has more than five, wherever it begins, and a place that is free is used', () => {
  fc.assert(
    fc.property(anyNotes, (notes) => {
      const drawn = lines(notes)
      const crowd = (line: number) => drawn.filter((each) => each >= line && each < line + 30).length
      expect(Math.max(0, ...drawn.map(crowd))).toBeLessThanOrEqual(5)
      const counted = notes.filter(({ level }) => level !== 'info')
      expect(drawn.length).toBeGreaterThanOrEqual(Math.min(5, counted.length))
    }),
  )
})

test('what is further than a few screens away changes nothing', () => {
  const here = [300, 301, 302, 303, 304, 305].map((line) => noteAt(line, 'hint'))
  expect(lines([...[0, 2, 4, 6, 8, 9].map((line) => noteAt(line)), ...here]).filter((line) => line >= 300)).toEqual(
    lines(here),
  )
})
