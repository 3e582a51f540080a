import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedNumbers, splitReferences } from './postmortem-references.ts'

test('a post-mortem that is named becomes a link where the reader may follow it, and stays a word where not', () => {
  expect(splitReferences('As in PM-1 and PM-2.', ['PM-1'])).toEqual([
    { at: 0, text: 'As in ' },
    { at: 6, text: 'PM-1', to: '/postmortems/PM-1' },
    { at: 10, text: ' and PM-2.' },
  ])
})

test.each(['RPM-12', 'PM-0', 'PM-12a', 'https://candor.example/postmortems/PM-12', 'PM-007', 'XPM-3-PM', '3PM-5'])(
  '%s names no post-mortem',
  (text) => {
    expect(namedNumbers(text)).toEqual([])
  },
)

test.each(['(PM-12)', 'PM-12’s timeline', 'PM-12, PM-12', 'PM-12–', '“PM-12”'])('%s names one, once', (text) => {
  expect(namedNumbers(text)).toEqual([12])
})

test('whatever the text, its pieces together are the text', () => {
  const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('PM-1', 'PM-22', ' ', 'PM-', '-')))
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('')
      const pieces = splitReferences(text, ['PM-1', 'PM-22'])
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.every((piece) => piece.text !== '')).toBe(true)
    }),
  )
})
