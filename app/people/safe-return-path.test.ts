import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagePathOf, safeReturnPath } from './safe-return-path.ts'

test.each(['/postmortems/PM-17', '/library?q=certificate&year=2026', '/postmortems/PM-17#cause-1', '/join/abc'])(
  'signing in leads on to %s',
  (path) => {
    expect(safeReturnPath(path)).toBe(path)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/.//evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  'postmortems',
  '',
  null,
  undefined,
  '/sign-in?to=/sign-in',
  '/sign-out',
])('%s leads to the first page', (path) => {
  expect(safeReturnPath(path)).toBe('/')
})

test('whatever is asked for, the browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    'evil.example',
    '%2f',
    '%5c',
    '\t',
    '\n',
    ' ',
    '?',
    '#',
    'a',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const led = new URL(safeReturnPath(pieces.join('')), 'https://candor.example')
      expect(led.origin).toBe('https://candor.example')
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['/library?q=chain', '/library?q=chain'],
  ['/library.data?q=chain&_routes=routes%2Flibrary', '/library?q=chain'],
  ['/postmortems/PM-17/write.data', '/postmortems/PM-17/write'],
  ['/_root.data', '/'],
  ['/_.data?_routes=root', '/'],
  ['/settings/_.data', '/settings/'],
])('a session that ends on the way to %s leads back to %s', (asked, page) => {
  expect(pagePathOf(new Request(`https://candor.example${asked}`))).toBe(page)
})
