import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { openWriter, type Writer } from '#tests/open-writer.ts'
import { findMatches } from './find-matches.ts'
import { replaceMatches } from './replace-matches.ts'

const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close()
})

const text = (words: string, ...marks: { type: string }[]): NodeJson => ({ type: 'text', text: words, marks })
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })

function open(shared: Y.Doc): Writer {
  const writer = openWriter(shared)
  writers.push(writer)
  return writer
}

function write(...content: NodeJson[]): Writer {
  const shared = new Y.Doc()
  const attrs = { id: 'prose', key: null, kind: 'prose' as const, title: 'Prose', hiddenBecause: null }
  fillSharedDocument(shared, { type: 'doc', content: [{ type: 'section', attrs, content }] }, Facts.parse({}))
  return open(shared)
}

function replaceAll({ view }: Writer, words: string, by: string): number {
  return replaceMatches(view, findMatches(view.state.doc, words, { matchCase: false, wholeWords: false }), by)
}

const linesOf = ({ view }: Writer) => view.state.doc.child(0).children.map(({ textContent }) => textContent)

test('all are replaced with the marks they had, also by nothing, and undo brings all back at once', () => {
  const writer = write(paragraph(text('one '), text('two', { type: 'bold' }), text(' one two')), paragraph(text('two')))
  expect(replaceAll(writer, 'two', 'deux')).toBe(3)
  expect(linesOf(writer)).toEqual(['one deux one deux', 'deux'])
  expect(writer.view.state.doc.child(0).child(0).child(1).marks[0]?.type.name).toBe('bold')
  expect(replaceAll(writer, 'one', '')).toBe(2)
  expect(linesOf(writer)).toEqual([' deux  deux', 'deux'])
  writer.editor.commands.undo()
  writer.editor.commands.undo()
  expect(linesOf(writer)).toEqual(['one two one two', 'two'])
})

test('replacing does the same as it would to plain text', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const writer = write(...lines.map((words) => paragraph(text(words))))
      replaceAll(writer, 'ab', 'xab.y')
      expect(linesOf(writer)).toEqual(lines.map((words) => words.replaceAll('ab', 'xab.y')))
    }),
    { numRuns: 30 },
  )
})

test('what somebody else types between two places stays between them', () => {
  const ines = write(paragraph(text('The proxy asked, and the proxy waited.')))
  const away = new Y.Doc()
  Y.applyUpdate(away, Y.encodeStateAsUpdate(ines.shared))
  const tove = open(away)
  tove.view.dispatch(tove.view.state.tr.insertText(' twice', 2 + 'The proxy asked'.length))
  replaceAll(ines, 'proxy', 'gateway')
  Y.applyUpdate(ines.shared, Y.encodeStateAsUpdate(away))
  expect(linesOf(ines)).toEqual(['The gateway asked twice, and the gateway waited.'])
})
