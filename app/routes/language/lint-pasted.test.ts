import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lintPasted } from './lint-pasted.ts'

const forgot = 'The engineer forgot to drain the node.'
const found = (text: string) => lintPasted(text, 'causes').map(({ from, to }) => text.slice(from, to))

test('places count from the beginning of the whole text', () => {
  const text = `# Causes\n\nIt rained.\n\n${forgot}\n \n\nThe crew\nwas careless.\n`
  expect(found(text)).toEqual(['forgot to', 'careless'])
})

test('headings and fenced code are left out, and what follows them is not', () => {
  expect(found(`## ${forgot}\n${forgot}`)).toEqual(['forgot to'])
  expect(found(`\`\`\`\n${forgot}\n\n${forgot}\n\`\`\`\n\n${forgot}`)).toEqual(['forgot to'])
  expect(found(`${forgot}\n~~~ sh\n${forgot}\n~~~`)).toEqual(['forgot to'])
})

test('a section makes the note softer', () => {
  expect(lintPasted(forgot, 'causes')[0]!.level).toBe('warn')
  expect(lintPasted(forgot, 'timeline')[0]!.level).toBe('hint')
})

test('whatever is pasted, notes stand in the text, one after the other', () => {
  const part = fc.constantFrom(
    '\n',
    '\n\n',
    '```',
    '# ',
    ' ',
    '- ',
    forgot,
    'It was careless of the crew. ',
    '\u{1F6A2}',
    '\r\n',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      let last = 0
      for (const { from, to, excerpt } of lintPasted(text, 'causes')) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(text.slice(from, to)).toBe(excerpt)
        last = to
      }
    }),
  )
})
