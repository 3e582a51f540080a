import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { openWriter, type Writer } from '#tests/open-writer.ts'
import { findById } from './item-acts.ts'

let writer: Writer
afterEach(() => writer.close())

const mention = { type: 'mention', attrs: { kind: 'team', id: 'payments' } }
const source = { id: 'source', kind: 'link', source: 'dashboard', href: 'https://status.example/1' }

function open(type: string, attrs: Record<string, unknown>, ...content: NodeJson[]): void {
  const shared = new Y.Doc()
  const kind = ({ cause: 'causes', timelineEntry: 'timeline' } as const)[type]!
  const item = { type, attrs: { id: 'item', ...attrs }, content }
  const section = { id: 'section', key: null, kind, title: 'Section', hiddenBecause: null }
  fillSharedDocument(
    shared,
    { type: 'doc', content: [{ type: 'section', attrs: section, content: [item] }] },
    Facts.parse({}),
  )
  writer = openWriter(shared)
}

/** Presses a key at the start or the end of the item's first line; answers the item as it is then. */
function press(key: 'Enter' | 'Backspace', at: 'start' | 'end'): NodeJson | undefined {
  const { view } = writer
  const { node, pos } = findById(view.state.doc, 'item')!
  const caret = pos + 2 + (at === 'end' ? node.child(0).content.size : 0)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, caret)))
  const event = { key, keyCode: 0, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false }
  view.someProp('handleKeyDown', (handle) => handle(view, event as KeyboardEvent))
  return findById(view.state.doc, 'item')?.node.toJSON() as NodeJson | undefined
}

const line = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', ...(content.length > 0 && { content }) })

test('Enter in an untouched item makes it a line of text, Backspace takes it away', () => {
  open('cause', {}, line())
  expect(press('Enter', 'start')).toBeUndefined()
  expect(writer.view.state.doc.child(0).child(0).type.name).toBe('paragraph')
  writer.close()
  open('cause', {}, line())
  expect(press('Backspace', 'start')).toBeUndefined()
})

test.each<[holds: string, type: string, attrs: Record<string, unknown>, content: NodeJson]>([
  ['a mention', 'cause', {}, line(mention)],
  ['evidence', 'cause', { evidence: [source] }, line()],
  ['a role', 'cause', { role: 'possible' }, line()],
  ['a link to an entry', 'cause', { entries: ['entry'] }, line()],
  ['a mark', 'timelineEntry', { milestones: ['first-effect'] }, line()],
])('Enter leaves an item that holds %s without words', (_, type, attrs, content) => {
  open(type, attrs, content)
  expect(press('Enter', 'end')).toMatchObject({ attrs })
})

test('Backspace before a mention leaves the item', () => {
  open('cause', {}, line(mention))
  expect(press('Backspace', 'start')).toBeDefined()
})
