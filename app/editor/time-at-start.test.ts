import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { openWriter, type Writer } from '#tests/open-writer.ts'
import { serverTimeIs } from './server-clock.ts'
import { typeText } from './typing-on-the-way.ts'

let writer: Writer
afterEach(() => writer.close())

/** What stands in a timeline after a text was typed, letter by letter, on the line below entries of 10 and 12 November. */
function typed(text: string): NodeJson[] {
  serverTimeIs(Date.parse('2026-11-28T10:00:00.000Z'))
  const shared = new Y.Doc()
  const entry = (at: string) => ({
    type: 'timelineEntry',
    attrs: { id: at, at, precision: 'exact', typed: '14:03' },
    content: [{ type: 'paragraph' }],
  })
  const content = [entry('2026-11-10T14:03:00.000Z'), entry('2026-11-12T14:03:00.000Z'), { type: 'paragraph' }]
  const attrs = { id: 'timeline', key: null, kind: 'timeline' as const, title: 'What happened', hiddenBecause: null }
  fillSharedDocument(shared, { type: 'doc', content: [{ type: 'section', attrs, content }] }, Facts.parse({}))
  writer = openWriter(shared)
  const { view } = writer
  view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)))
  typeText(view, text)
  return (view.state.doc.child(0).toJSON() as NodeJson).content!.slice(2)
}

test.each([
  ['14:05 The rate rose.', '2026-11-12T14:05:00.000Z', '14:05', 'The rate rose.'],
  ['2:05 pm The rate rose.', '2026-11-12T14:05:00.000Z', '2:05 pm', 'The rate rose.'],
  ['14:05 CET The rate rose.', '2026-11-12T13:05:00.000Z', '14:05 CET', 'The rate rose.'],
  ['14:05 - The rate rose.', '2026-11-12T14:05:00.000Z', '14:05', 'The rate rose.'],
  ['14:05 - 14:12 The rate rose.', '2026-11-12T14:05:00.000Z', '14:05 - 14:12', 'The rate rose.'],
  ['+5m The rate rose.', '2026-11-12T14:08:00.000Z', '+5m', 'The rate rose.'],
  ['yesterday 23:50 The job ran.', '2026-11-11T23:50:00.000Z', 'yesterday 23:50', 'The job ran.'],
  ['yesterday 23:50 CET The job ran.', '2026-11-11T22:50:00.000Z', 'yesterday 23:50 CET', 'The job ran.'],
])('“%s” at the start of a line is an entry', (text, at, time, says) => {
  const [entry, ...more] = typed(text)
  expect(entry).toMatchObject({ type: 'timelineEntry', attrs: { at, typed: time } })
  expect(entry!.content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: says }] }])
  expect(more).toEqual([])
})

test.each(['2 of 5 replicas were up. ', 'March was quiet. ', '14 people noticed. '])(
  '“%s” stays a sentence',
  (text) => {
    expect(typed(text)).toEqual([{ type: 'paragraph', content: [{ type: 'text', text }] }])
  },
)

test('a time that no clock shows is kept as it was typed, in an entry of its own', () => {
  expect(typed('25:99 The rate rose.')[0]).toMatchObject({
    type: 'timelineEntry',
    attrs: { at: null, precision: 'unknown', typed: '25:99' },
  })
})

test('undo gives back what was typed', () => {
  typed('14:05 ')
  writer.editor.commands.undo()
  expect(writer.view.state.doc.child(0).lastChild?.toJSON()).toMatchObject({
    type: 'paragraph',
    content: [{ text: '14:05' }],
  })
})
