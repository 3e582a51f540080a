import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

test.each([
  ['declines.png', 'declines.png'],
  ['C:\\Users\\pia\\Desktop\\declines.png', 'declines.png'],
  ['../../etc/passwd', 'passwd'],
  ['.htaccess', 'htaccess'],
  ['graph\u202egnp.exe', 'graphgnp.exe'],
  ['a\r\nb.txt', 'ab.txt'],
  ['what?.txt', 'what_.txt'],
  ['  two   words .log ', 'two words .log'],
  ['...', 'file'],
  ['', 'file'],
])('“%s” is kept as “%s”', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('a long name keeps its ending', () => {
  const kept = cleanFileName(`${'ø'.repeat(500)}.tar.gz`)
  expect([...kept]).toHaveLength(120)
  expect(kept.endsWith('….gz')).toBe(true)
})

test('whatever a file is called, its kept name is one that can be shown, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const kept = cleanFileName(given)
      expect(kept).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u)
      expect(kept.length).toBeGreaterThan(0)
      expect([...kept].length).toBeLessThanOrEqual(120)
      expect(cleanFileName(kept)).toBe(kept)
    }),
  )
})
