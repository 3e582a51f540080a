import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MarkJson, NodeJson } from '#app/document/document-json.ts'
import { markdownOfBlocks } from '#app/document/markdown-of-blocks.ts'
import { documentSchema } from '#app/document/schema.ts'
import { finishBlocks } from './finish-blocks.ts'
import { blocksOf } from './markdown-blocks.ts'
import { parseMarkdown } from './parse-markdown.ts'

const backFrom = (markdown: string) => finishBlocks(blocksOf(parseMarkdown(markdown)).blocks)
const text = (words: string, ...marks: MarkJson[]): NodeJson =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const line = (words: string) => paragraph(text(words))
const task = (words: string, checked: boolean, ...more: NodeJson[]): NodeJson => ({
  type: 'taskItem',
  attrs: { checked },
  content: [line(words), ...more],
})
const point = (words: string, ...more: NodeJson[]): NodeJson => ({ type: 'listItem', content: [line(words), ...more] })
const cell = (words: string, type = 'tableCell'): NodeJson => ({
  type,
  content: [words ? line(words) : { type: 'paragraph' }],
})
const row = (...content: NodeJson[]): NodeJson => ({ type: 'tableRow', content })
const link = { type: 'link', attrs: { href: 'https://status.example/1' } }

test('a picture and lines of code in a cell stay in their row', () => {
  const image = { type: 'image', attrs: { fileId: 'f1', alt: 'Declines', name: 'a.png' } }
  const code = { type: 'codeBlock', attrs: { language: null }, content: [text('one\n  two')] }
  const table = { type: 'table', content: [row({ type: 'tableHeader', content: [image, code] }), row(cell('x'))] }
  const rows = ['| ![Declines](/files/f1)<br>`one`<br>`  two` |', '| - |', '| x |', '']
  expect(markdownOfBlocks([table])).toBe(rows.join('\n'))
})

test.each<[string, NodeJson[]]>([
  [
    'a task list with a list in it',
    [
      {
        type: 'taskList',
        content: [task('look', true), task('ask', false, { type: 'taskList', content: [task('support', false)] })],
      },
    ],
  ],
  [
    'lists of both kinds, one in the other',
    [
      {
        type: 'bulletList',
        content: [point('one', { type: 'orderedList', attrs: { start: 3 }, content: [point('a'), point('b')] })],
      },
    ],
  ],
  [
    'a table with a head',
    [
      {
        type: 'table',
        content: [row(cell('host', 'tableHeader'), cell('a | b', 'tableHeader')), row(cell('x'), cell(''))],
      },
    ],
  ],
  ['a table without one', [{ type: 'table', content: [row(cell('a'), cell('b')), row(cell('c'), cell('d'))] }]],
  [
    'code with its language, and with fences in it',
    [
      { type: 'codeBlock', attrs: { language: 'yaml' }, content: [text('a: 1\n\n  - b')] },
      { type: 'codeBlock', attrs: { language: null }, content: [text('```\nin it\n```')] },
    ],
  ],
  ['a quote of two lines', [{ type: 'blockquote', content: [line('It looked fine.'), line('Then it did not.')] }]],
  ['a divider between two lines', [line('before'), { type: 'horizontalRule' }, line('after')]],
  [
    'headings',
    [
      { type: 'heading', attrs: { level: 3 }, content: [text('One')] },
      line('x'),
      { type: 'heading', attrs: { level: 4 }, content: [text('Two #')] },
    ],
  ],
  [
    'words with marks in marks',
    [
      paragraph(
        text('See '),
        text('the ', link),
        text('dashboard', link, { type: 'bold' }),
        text(' and '),
        text('a*b', { type: 'code' }),
        text(' '),
        text('old', { type: 'strike' }),
        text(' '),
        text('under', { type: 'underline' }),
        text('.'),
      ),
    ],
  ],
  [
    'what looks like Markdown and is none',
    [
      line('1. is not a list, * nor this * nor __init__ nor <b> nor [x](y) nor # a head'),
      line('- and - this'),
      line('> 3 % of 14:03'),
      line('+ more'),
      line('| a | b |'),
    ],
  ],
  ['a line that is broken', [paragraph(text('one'), { type: 'hardBreak' }, text('two'))]],
])('%s comes back as it was', (_, blocks) => {
  documentSchema
    .nodeFromJSON({ type: 'section', attrs: { id: 's', kind: 'prose', title: '' }, content: blocks })
    .check()
  expect(backFrom(markdownOfBlocks(blocks))).toEqual(blocks)
})

test('a mention is written as what it is called there', () => {
  const mention = { type: 'mention', attrs: { kind: 'team', id: 't1' } }
  expect(markdownOfBlocks([paragraph(text('Ask '), mention)], () => '@Edge')).toBe('Ask @Edge\n')
})

test('whatever is written in a paragraph, with whatever marks, comes back letter by letter', () => {
  const marks = fc.subarray<MarkJson>([link, { type: 'bold' }, { type: 'italic' }, { type: 'strike' }])
  const words = fc
    .stringMatching(/^[ a-z0-9*_~`<>[\]()#|!&.+\\:/-]{1,12}$/)
    .filter((word) => !/https?:|www\.|@/.test(word))
  const leaves = fc.array(fc.record({ words, marks }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(leaves, (given) => {
      const block = paragraph(...given.map((leaf) => text(leaf.words, ...leaf.marks)))
      const written = given.map((leaf) => leaf.words).join('')
      const back = backFrom(markdownOfBlocks([block]))
      const read = back.flatMap(({ content = [] }) => content.map((leaf) => leaf.text ?? '')).join('')
      expect(read.replace(/\s+/g, ' ').trim()).toBe(written.replace(/\s+/g, ' ').trim())
    }),
    { numRuns: 500 },
  )
})
