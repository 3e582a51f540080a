import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.ts'

test('a name is given in ASCII and as it is', () => {
  expect(contentDisposition('attachment', 'Überfahrt "14:02".png')).toBe(
    'attachment; filename="_berfahrt _14:02_.png"; filename*=UTF-8\'\'%C3%9Cberfahrt%20%2214%3A02%22.png',
  )
})

test('whatever a file is called, the header holds one line that a browser reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const header = contentDisposition('inline', name)
      expect(header).toMatch(/^inline; filename="[^"\\]*"; filename\*=UTF-8''[\w%.!#$&+^`|~-]*$/)
      expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
    }),
  )
})
