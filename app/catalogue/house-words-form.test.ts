import { expect, test } from 'vitest'
import { z } from 'zod'
import { HouseWordsForm } from './house-words-form.ts'
import { readWordLines } from './read-word-lines.ts'

const problemsOf = (typed: Record<string, string>) => {
  const read = HouseWordsForm.safeParse(typed)
  return read.success ? {} : z.flattenError(read.error).fieldErrors
}

test('a list is read one entry a line: spaces, empty lines and repetitions make no difference', () => {
  expect(readWordLines('roles', ' purser \r\n\r\nBerthing\t officer\npurser\nPURSER\u2028mate\n')).toEqual({
    words: ['purser', 'Berthing officer', 'mate'],
    problem: null,
  })
  expect(HouseWordsForm.parse({})).toEqual({ roles: [], systems: [], twoFaced: [], allowed: [] })
})

test.each([
  ['roles', 'purser, bosun', '“purser, bosun” looks like several entries. Write one in a line.'],
  ['systems', 'x', '“x” is too short to be told from other words. Use at least 2 characters.'],
  ['systems', '🛳', '“🛳” is too short to be told from other words. Use at least 2 characters.'],
  [
    'systems',
    'the new shift planner',
    '“the new shift planner” is longer than 3 words. Its end is enough: “new shift planner”.',
  ],
  ['twoFaced', 'harbour pilot', '“harbour pilot” is more than one word. The noun alone is enough: “pilot”.'],
  ['allowed', 'a'.repeat(81), `“${'a'.repeat(30)}…” has 81 characters. Use at most 80 in a line.`],
] as const)('%s: what could never match is named, with what to do', (list, typed, problem) => {
  expect(readWordLines(list, `fine\n${typed}`).problem).toBe(problem)
})

test('a list has room for 200 entries, and says how many there are', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, place) => `word ${place}`).join('\n')
  expect(problemsOf({ allowed: lines(200) })).toEqual({})
  expect(problemsOf({ allowed: lines(201) })).toEqual({ allowed: ['These are 201 entries. A list holds 200 at most.'] })
})

test('a word stands in one list, while a phrase may be a word of a list', () => {
  expect(problemsOf({ roles: 'Pilot', twoFaced: 'pilot', allowed: 'pilot' })).toEqual({
    twoFaced: ['“pilot” stands under Roles as well. Leave it in one of the two.'],
  })
})
