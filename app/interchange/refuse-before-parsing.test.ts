import { expect, test } from 'vitest'
import { threadCpuMs } from '#tests/thread-cpu-ms.ts'
import { importMarkdown } from './import-markdown.ts'

test.each([
  ['an empty text', '  \n\t\n', { reason: 'empty' }],
  ['a picture', `\u0089PNG\u0000\u0001${'\u0000'.repeat(50)}`, { reason: 'not-text' }],
  ['three megabytes', 'word '.repeat(600_000), { reason: 'too-large' }],
  ['a line of five megabytes', 'a'.repeat(5_000_000), { reason: 'too-large' }],
  ['a line of a megabyte', `first\n${'[a*'.repeat(350_000)}`, { reason: 'too-large', where: 'line 2' }],
  ['two thousand quotes in each other', `${'>'.repeat(2000)} deep`, { reason: 'too-deep', where: 'line 1' }],
  [
    'lists in lists',
    Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
    { reason: 'too-deep', where: 'line 31' },
  ],
  ['lists in one line', `${'- '.repeat(500)}x`, { reason: 'too-deep', where: 'line 1' }],
  ['a hundred thousand points', '- point\n'.repeat(100_000), { reason: 'too-many-lines', where: 'line 20001' }],
])('%s is refused at once', (_, source, expected) => {
  const start = threadCpuMs()
  expect(importMarkdown(source)).toMatchObject({ ok: false, ...expected })
  expect(threadCpuMs() - start).toBeLessThan(2000)
})

test('code may be indented as deeply as it likes', () => {
  expect(importMarkdown(`# X\n\n\`\`\`json\n${' '.repeat(200)}- "deep"\n\`\`\`\n`).ok).toBe(true)
})

test('lists of ordinary depth, quotes in lists and long tables are read', () => {
  const list = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')
  expect(importMarkdown(`# X\n\n${list}\n\n> > quote\n`).ok).toBe(true)
})
