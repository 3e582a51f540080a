import { EditorState } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { plainText } from '#app/document/plain-text.ts'
import { documentSchema } from '#app/document/schema.ts'
import { contentOf, fillSharedDocument, readDocument } from '#app/document/shared-document.ts'
import { isSameStructure, mend } from './keep-structure.ts'

const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cause = (id: string | null, ...content: NodeJson[]): NodeJson => ({ type: 'cause', attrs: { id }, content })
const section = (kind: string, ...content: NodeJson[]): NodeJson => ({
  type: 'section',
  attrs: { id: kind, kind },
  content,
})
const stateOf = (...sections: NodeJson[]) =>
  EditorState.create({ doc: documentSchema.nodeFromJSON({ type: 'doc', content: sections }) })

function mended(before: EditorState, after: EditorState, mapping = new Mapping()) {
  const tr = mend(before, after, mapping)
  return tr ? after.apply(tr).doc : after.doc
}

test('an item that was emptied has a place to write again, and so has a section of prose', () => {
  const after = stateOf(section('causes', cause('c1')), section('prose'), section('timeline'))
  const doc = mended(after, after)
  expect(doc.child(0).child(0).childCount).toBe(1)
  expect(doc.child(1).childCount).toBe(1)
  expect(doc.child(2).childCount).toBe(0)
})

test('of two with the same id the one that stood before keeps it, wherever the copy was put', () => {
  const before = stateOf(section('causes', cause('c1', paragraph('our own store'))))
  const kept = before.doc.child(0).child(0)
  const copied = before.tr.insert(1, kept)
  const doc = mended(before, before.apply(copied), copied.mapping)
  expect(doc.child(0).child(1).attrs.id).toBe('c1')
  expect(doc.child(0).child(0).attrs.id).not.toBe('c1')
})

test('what has no id is given one, and a whole document is left alone', () => {
  const after = stateOf(section('causes', cause(null, paragraph('a'))))
  const doc = mended(after, after)
  expect(doc.child(0).child(0).attrs.id).toMatch(/^[a-z0-9]{12}$/)
  const whole = EditorState.create({ doc })
  expect(mend(whole, whole, new Mapping())).toBeNull()
})

test('two people who each delete half of an item leave the item, and every other word', () => {
  const first = new Y.Doc()
  const content = [
    section('causes', cause('c1', paragraph('one'), paragraph('two')), cause('c2', paragraph('three'))),
  ] as never
  fillSharedDocument(first, { type: 'doc', content }, Facts.parse({}))
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const item = (shared: Y.Doc) => (contentOf(shared).get(0) as Y.XmlElement).get(0) as Y.XmlElement

  item(first).delete(0, 1)
  item(second).delete(1, 1)
  Y.applyUpdate(first, Y.encodeStateAsUpdate(second))
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))

  for (const shared of [first, second]) {
    const document = readDocument(shared)
    expect(document.content[0]!.content!.map(({ attrs }) => attrs!.id)).toEqual(['c1', 'c2'])
    expect(plainText(document)).toBe('three')
    // The schema takes an item without content, so the binding of an editor that opens this drops nothing.
    documentSchema.nodeFromJSON(document).check()
    expect(item(shared).nodeName).toBe('cause')
  }
})

test('a letter leaves the structure as it was; a new item, a copy, another id and an emptied item do not', () => {
  const doc = (...causes: NodeJson[]) => stateOf(section('causes', ...causes), section('prose', paragraph('a'))).doc
  const before = doc(cause('c1', paragraph('one')), cause('c2', paragraph('two')))
  expect(isSameStructure(before, doc(cause('c1', paragraph('one')), cause('c2', paragraph('two!'))))).toBe(true)
  for (const causes of [
    [cause('c1', paragraph('one'))],
    [cause('c1', paragraph('one')), cause('c2')],
    [cause('c1', paragraph('one')), cause('c1', paragraph('two'))],
    [cause('c1', paragraph('one')), cause(null, paragraph('two'))],
  ]) {
    expect(isSameStructure(before, doc(...causes))).toBe(false)
  }
})
