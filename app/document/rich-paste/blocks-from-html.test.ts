import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EditorState } from '@tiptap/pm/state'
import { fixTables } from '@tiptap/pm/tables'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksInLines } from '#tests/blocks-in-lines.ts'
import { htmlNodeOf } from '#tests/html-node-of.ts'
import { plainText } from '../plain-text.ts'
import { documentSchema } from '../schema.ts'
import { blocksFromHtml, type Pasted } from './blocks-from-html.ts'
import type { HtmlNode } from './html-node.ts'
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

test('what is hidden or drawn is told wherever it stands in a line; an icon is nothing', () => {
  const result = pasted(
    '<p>a <span>b<i style="display:none">hidden</i><svg aria-label="depth"></svg></span> <a href="https://a.example">c<svg aria-hidden="true"></svg></a><b><canvas></canvas></b></p>',
  )
  expect(blocksInLines(result.blocks)).toBe('a b [c](https://a.example)')
  expect(result.leftOut).toEqual([
    { kind: 'hidden', text: 'hidden' },
    { kind: 'drawing', text: 'depth' },
    { kind: 'drawing', text: '' },
  ])
})

test('a raised number stays raised, since it would else be another one', () => {
  expect(
    lines('<p>10<sup>3</sup> m<span style="vertical-align:super">-2</span>, H<sub>2</sub>O, the 1<sup>st</sup></p>'),
  ).toBe('10³ m⁻², H₂O, the 1st')
})

test('cells that were merged stay so, and a picture without an address is told', () => {
  const merged = pasted(
    '<table><tr><td colspan=2 rowspan=2>merged<img><td>1<tr><td>2<tr><td>3<td>4<td rowspan=9>5</table>',
  )
  expect(blocksInLines(merged.blocks)).toBe('|→2↓2 merged | 1 |\n| 2 |\n| 3 | 4 | 5 |')
  expect(merged.leftOut).toEqual([{ kind: 'image', text: '' }])
  fits(merged)
})

test('a row that is all reached into from above is none, and a span over columns that nobody has is one', () => {
  expect(lines('<table><tr><td rowspan=2>a<td rowspan=2>b<tr></tr><tr><td>c<td>d</table>')).toBe('| a | b |\n| c | d |')
  expect(lines('<table><tr><td colspan=100>a<tr><td>b<td>c</table>')).toBe('|→2 a |\n| b | c |')
})

test('whatever its spans are, a pasted table keeps its words, and the editor has nothing to mend in it', () => {
  const span = fc.integer({ min: 1, max: 4 })
  const cell = fc
    .tuple(fc.constantFrom('td', 'th'), span, span, fc.nat(99))
    .map(([name, columns, rows, word]) => `<${name} colspan=${columns} rowspan=${rows}>w${word}w</${name}>`)
  const rows = fc.array(
    fc.array(cell, { maxLength: 4 }).map((cells) => `<tr>${cells.join('')}</tr>`),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(rows, (all) => {
      const result = pasted(`<table>${all.join('')}</table>`)
      fits(result)
      const content = [{ type: 'section', content: result.blocks }]
      const doc = documentSchema.nodeFromJSON({ type: 'doc', content })
      expect(fixTables(EditorState.create({ doc }))).toBeUndefined()
      const words = (text: string) => text.match(/w\d+w/g) ?? []
      expect(words(plainText({ type: 'doc', content }))).toEqual(words(all.join('')))
    }),
    { numRuns: 500 },
  )
})

test('a paste of megabytes is read to its end, though it has more blocks than a call has arguments', () => {
  const many = 130_000
  const headings: HtmlNode[] = Array.from({ length: many }, () => ({
    name: 'h2',
    attributes: {},
    children: [{ text: 'a' }],
  }))
  const inOne: HtmlNode = { name: 'div', attributes: {}, children: headings }
  expect(blocksFromHtml({ name: 'body', attributes: {}, children: [inOne] }).blocks).toHaveLength(many)
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
