import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksInLines } from '#tests/blocks-in-lines.ts'
import { htmlNodeOf } from '#tests/html-node-of.ts'
import { plainText } from '../plain-text.ts'
import { documentSchema } from '../schema.ts'
import { blocksFromHtml, type Pasted } from './blocks-from-html.ts'
import { leftOutInWords } from './left-out.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const pasted = (html: string) => blocksFromHtml(htmlNodeOf(html))
const lines = (html: string) => blocksInLines(pasted(html).blocks)
const fits = ({ blocks }: Pasted) =>
  documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'section', content: blocks }] }).check()

for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.clipboard.txt'))) {
  test(`a paste from ${file.replace('.clipboard.txt', '').replaceAll('-', ' ')} keeps its structure, and says what it leaves out`, () => {
    const result = pasted(readFileSync(join(fixtures, file), 'utf8'))
    const leftOut = result.leftOut.map(({ kind, text }) => `left out: ${kind}: ${text}`)
    const expected = readFileSync(join(fixtures, file.replace('.clipboard.', '.expected.')), 'utf8')
    expect(`${[blocksInLines(result.blocks), ...(leftOut.length > 0 ? ['', ...leftOut] : [])].join('\n')}\n`).toBe(
      expected,
    )
    fits(result)
  })
}

test('no script, style, handler or address of a script gets in', () => {
  const result = pasted(
    '<p onclick="x()">a <a href="javascript:x()">b</a> <a href=" java\nscript:x()">c</a> <a href="data:text/html,x">d</a></p><style>p{}</style><script>x()</script><img src=x onerror="x()">',
  )
  expect(JSON.stringify(result.blocks)).not.toMatch(/x\(\)|javascript|data:|style/)
  expect(blocksInLines(result.blocks)).toBe('a b c d')
})

test('a paragraph of a single word is one, and white space between elements is none', () => {
  expect(lines('\n <span>one</span>\n')).toBe('one')
  expect(lines('<div>a</div>\n\n<div>b<div>c</div>d</div>')).toBe('a\nb\nc\nd')
  expect(lines('a<br><br>b<br>c<br>')).toBe('a\nb⏎c')
})

test('a table of one cell is what stands in it, and a row that is too short is filled', () => {
  expect(lines('<table><tr><td><p>framed</p></td></tr></table>')).toBe('framed')
  expect(lines('<table><tr><td>a<td>b<tr><td>c</table>')).toBe('| a | b |\n| c |  |')
})

test('what was left out is said in one line', () => {
  const left = (kind: 'comment' | 'drawing' | 'image') => ({ kind, text: '' })
  expect(leftOutInWords([left('comment')])).toBe('1 comment was left out.')
  expect(leftOutInWords([left('comment'), left('drawing'), left('comment'), left('comment')])).toBe(
    '3 comments and 1 drawing were left out.',
  )
})

test('whatever is pasted fits the schema, and every word of it is in the text or in what was left out', () => {
  const word = fc.integer({ min: 1, max: 999 }).map((number) => `w${number}w`)
  const names = (
    'p div span b i u s a code pre ul ol li table tr td th blockquote h1 h3 h6 section svg iframe details summary dl dt dd ' +
    'figure figcaption label button sup ins del time font center'
  ).split(' ')
  const attributes = [
    '',
    ' style="font-weight:700;white-space:pre-wrap"',
    ' style="mso-list:l0 level2 lfo1"',
    ' style="display:none"',
    ' style="mso-element:comment"',
    ' role="heading" aria-level="2"',
    ' role="checkbox" aria-checked="true"',
    ' data-aria-level="3" data-listid="1"',
    ' data-panel-type="info"',
    ' data-node-type="actionList"',
    ' data-node-type="extension"',
    ' data-macro-name="code"',
    ' class="panel"',
    ' class="MsoTitle"',
    ' href="https://skerry.example/"',
    ' colspan="2"',
  ]
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc.oneof(
      { maxDepth: 6 },
      word,
      word.map((text) => ` ${text}<br>`),
      fc
        .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes), fc.array(tie('html'), { maxLength: 4 }))
        .map(([name, attribute, children]) => `<${name}${attribute}>${children.join(' ')}</${name}>`),
    ),
  }))
  const words = (text: string) => (text.match(/w\d+w/g) ?? []).toSorted()
  fc.assert(
    fc.property(fc.array(html, { maxLength: 5 }), (parts) => {
      const given = parts.join('\n')
      const result = pasted(given)
      fits(result)
      const kept = [plainText({ type: 'doc', content: result.blocks }), ...result.leftOut.map(({ text }) => text)]
      expect(words(kept.join('\n'))).toEqual(words(given))
    }),
    { numRuns: 1500 },
  )
})
