import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { findMatches, matchFrom } from './find-matches.ts'

const text = (words: string, ...marks: { type: string }[]): NodeJson => ({ type: 'text', text: words, marks })
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })

function documentOf(content: NodeJson[], hiddenBecause: string | null = null) {
  const section = { type: 'section', attrs: { id: 's', kind: 'prose', title: '', hiddenBecause }, content }
  return documentSchema.nodeFromJSON({ type: 'doc', content: [section] })
}
const plain = { matchCase: false, wholeWords: false }
const found = (doc: ReturnType<typeof documentOf>, query: string, options = plain) =>
  findMatches(doc, query, options).map(({ from, to }) => doc.textBetween(from, to))

test('words are found across marks, in items, cells and lists', () => {
  const doc = documentOf([
    paragraph(text('The pro'), text('xy', { type: 'bold' }), text(' went.')),
    { type: 'cause', attrs: { id: 'c' }, content: [paragraph(text('Proxy and PROXY'))] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a proxy'))] }] },
  ])
  expect(found(doc, 'proxy')).toEqual(['proxy', 'Proxy', 'PROXY', 'proxy'])
  expect(found(doc, 'proxy', { ...plain, matchCase: true })).toEqual(['proxy', 'proxy'])
})

test('whole words leave parts of words alone, also beside letters of other scripts', () => {
  const doc = documentOf([paragraph(text('rate, rates, Überrate, rate_1, rate’s (rate)'))])
  expect(found(doc, 'rate', { ...plain, wholeWords: true })).toHaveLength(3)
})

test('signs that patterns are made of are looked for as they are', () => {
  const doc = documentOf([paragraph(text('31 % of (all) a.b a*b [x] \\d $1 /p'))])
  for (const sign of ['(all)', 'a.b', 'a*b', '[x]', '\\d', '$1', '31 %', '/p']) expect(found(doc, sign)).toEqual([sign])
  expect(found(doc, '   ')).toEqual([])
})

test('a section that is left out is not looked into', () => {
  expect(found(documentOf([paragraph(text('proxy'))], 'nothing to say'), 'proxy')).toEqual([])
})

test('the search begins at the caret and goes round', () => {
  const matches = [
    { from: 3, to: 5 },
    { from: 9, to: 11 },
  ]
  expect([0, 4, 10].map((caret) => matchFrom(matches, caret))).toEqual([0, 1, 0])
})
