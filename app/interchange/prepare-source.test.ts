import { expect, test } from 'vitest'
import { prepareSource } from './prepare-source.ts'

const text = (source: string) => prepareSource(source).text

test('hidden comments and template tags go, in code they stay', () => {
  expect(prepareSource('a<!-- b -->c {% d %}e {{< f >}}g <%= h %>i')).toEqual({
    text: 'a c  e  g  i',
    comments: 1,
    tags: 3,
  })
  expect(text('```\n<!-- b --> {% d %}\n```')).toBe('```\n<!-- b --> {% d %}\n```')
})

test('a comment without an end hides nothing', () => {
  expect(text('<!-- b\n\n# Impact')).toBe('\\<!-- b\n\n# Impact')
})

test('a heading without a space is one, a reference is none', () => {
  expect(text('##Impact\n#Impact\n#2127\n#sig-testing\n- #12')).toBe('## Impact\n# Impact\n#2127\n#sig-testing\n- #12')
})

test('a time in brackets before a colon is no address of a link', () => {
  expect(text('[08:47]: calm\n- [8:47 am]: calm\n[issue]: https://example.org')).toBe(
    '\\[08:47]: calm\n- \\[8:47 am]: calm\n[issue]: https://example.org',
  )
})

test('very long paragraphs are parted, very long gaps shortened', () => {
  expect(text('line\n'.repeat(450)).split('\n\n')).toHaveLength(3)
  expect(text(`a${' '.repeat(40_000)}b`)).toHaveLength(202)
})
