import { expect, test } from 'vitest'
import { htmlNodeOf } from '#tests/html-node-of.ts'
import type { MarkJson, NodeJson } from './document-json.ts'
import { htmlOfBlocks } from './html-of-blocks.ts'
import { blocksFromHtml } from './rich-paste/blocks-from-html.ts'
import { documentSchema } from './schema.ts'

const text = (words: string, ...marks: MarkJson[]): NodeJson => ({ type: 'text', text: words, marks })
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const line = (words: string) => paragraph(text(words))
const cell = (type: string, words: string) => ({ type, content: [line(words)] })
const row = (...content: NodeJson[]): NodeJson => ({ type: 'tableRow', content })

/** With every attribute that a node has by itself. */
const whole = (content: NodeJson[]) =>
  documentSchema.nodeFromJSON({ type: 'section', attrs: { id: 's', kind: 'prose', title: '' }, content }).toJSON()
    .content

test.each<[string, NodeJson[]]>([
  ['headings and lines', [{ type: 'heading', attrs: { level: 3 }, content: [text('One')] }, line('a < b & "c"')]],
  [
    'words with marks',
    [
      paragraph(
        text('See '),
        text('the board', { type: 'link', attrs: { href: 'https://board.example/?a=1&b=2' } }),
        text(' and '),
        text('bold', { type: 'bold' }, { type: 'italic' }),
        text(' code', { type: 'code' }),
        text(' gone', { type: 'strike' }),
        text(' under', { type: 'underline' }),
      ),
    ],
  ],
  [
    'lists and tasks',
    [
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          {
            type: 'listItem',
            content: [line('one'), { type: 'bulletList', content: [{ type: 'listItem', content: [line('in it')] }] }],
          },
        ],
      },
      {
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { checked: true }, content: [line('done')] },
          { type: 'taskItem', attrs: { checked: false }, content: [line('open')] },
        ],
      },
    ],
  ],
  [
    'a table',
    [
      {
        type: 'table',
        content: [
          row(cell('tableHeader', 'host'), cell('tableHeader', 'rate')),
          row(cell('tableCell', 'a'), cell('tableCell', '3 %')),
        ],
      },
    ],
  ],
  ['code', [{ type: 'codeBlock', attrs: { language: 'yaml' }, content: [text('a: 1\n  - <b>')] }]],
  [
    'a quote, a divider, a broken line',
    [
      { type: 'blockquote', content: [line('It looked fine.')] },
      { type: 'horizontalRule' },
      paragraph(text('one'), { type: 'hardBreak' }, text('two')),
    ],
  ],
])('%s come back from HTML as they were', (_, blocks) => {
  const { blocks: back, leftOut } = blocksFromHtml(htmlNodeOf(htmlOfBlocks(blocks)))
  expect(whole(back)).toEqual(whole(blocks))
  expect(leftOut).toEqual([])
})
