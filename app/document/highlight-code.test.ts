import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeLanguage, codeLanguages } from './code-languages.ts'
import { highlightCode } from './highlight-code.ts'

test('what is a word of the language, a string or a comment looks like one', () => {
  const looks = highlightCode('echo "hi" # later', 'bash').filter(({ look }) => look)
  expect(looks).toEqual([
    { text: 'echo', look: 'built_in' },
    { text: '"hi"', look: 'string' },
    { text: '# later', look: 'comment' },
  ])
})

test('no letter of any code is changed, in any language', () => {
  const languages = fc.constantFrom(...codeLanguages.map(({ id }) => id))
  fc.assert(
    fc.property(languages, fc.string({ unit: 'grapheme', maxLength: 200 }), (language, code) => {
      const pieces = highlightCode(code, language)
      expect(pieces.map(({ text }) => text).join('')).toBe(code)
    }),
    { numRuns: 200 },
  )
})

test('a log of many pages stays plain', () => {
  const log = 'GET /tickets 200\n'.repeat(5000)
  expect(highlightCode(log, 'bash')).toEqual([{ text: log, look: null }])
})

test('names that people write after a fence are known, others are not guessed', () => {
  expect(['sh', 'YML', 'tsx', 'html'].map(codeLanguage)).toEqual(['bash', 'yaml', 'typescript', 'xml'])
  expect(['cobol', '', null, 'constructor'].map(codeLanguage)).toEqual([null, null, null, null])
})
