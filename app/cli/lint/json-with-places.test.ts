import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileProblem, jsonWithPlaces } from './json-with-places.ts'

test('what JSON can say is read as JSON reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      expect(jsonWithPlaces('a.json', text).value).toEqual(JSON.parse(text))
    }),
  )
})

test('what is not JSON is refused with a place in the text, and nothing else is', () => {
  const part = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '1', '-', 'true', 'nul', ' ', '\n')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (text) => {
        const lines = text.split('\n')
        try {
          const { value } = jsonWithPlaces('a.json', text)
          expect(value).toEqual(JSON.parse(text))
        } catch (error) {
          expect(error).toBeInstanceOf(FileProblem)
          const [, line, column] = /^a\.json:(\d+):(\d+): [^\n]+$/.exec((error as Error).message)!.map(Number)
          expect(column).toBeLessThanOrEqual((lines[line! - 1] ?? '').length + 1)
          if (!(error as Error).message.includes('stands here twice')) expect(() => JSON.parse(text)).toThrow()
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('a problem stands where its value or its name does, or at the nearest thing that is there', () => {
  const { problemAt, problemAtName } = jsonWithPlaces('a.json', '{\n  "roles": [\n    "stoker",\n    7\n  ]\n}')
  expect(problemAt(['roles', 1], 'No.').message).toBe('a.json:4:5: No.')
  expect(problemAt(['roles', 9], 'No.').message).toBe('a.json:2:12: No.')
  expect(problemAt(['people'], 'No.').message).toBe('a.json:1:1: No.')
  expect(problemAtName(['roles'], 'No.').message).toBe('a.json:2:3: No.')
})
