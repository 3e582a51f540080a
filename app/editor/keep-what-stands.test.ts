import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { documentSchema } from '#app/document/schema.ts'
import { contentOf, fillSharedDocument } from '#app/document/shared-document.ts'
import { openWriter } from '#tests/open-writer.ts'
import { stretchThatDiffers } from './keep-what-stands.ts'

const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })
const cause = (id: string, ...texts: string[]): NodeJson => ({
  type: 'cause',
  attrs: { id },
  content: texts.map(paragraph),
})
const section = (id: string, ...content: NodeJson[]) => ({
  type: 'section' as const,
  attrs: { id, key: null, kind: 'causes' as const, title: id, hiddenBecause: null },
  content,
})

test('the stretch that differs makes one document of the other, whatever they are', () => {
  const words = fc.constantFrom('', 'a', 'aa', 'aba', 'b', 'ab', 'baab')
  const item = fc.tuple(fc.constantFrom('c1', 'c2'), fc.array(words, { maxLength: 3 }))
  const content = fc.array(fc.array(item, { maxLength: 4 }), { maxLength: 3 })
  const docOf = (sections: [string, string[]][][]) =>
    documentSchema.nodeFromJSON({
      type: 'doc',
      content: sections.map((items, place) => section(`s${place}`, ...items.map(([id, texts]) => cause(id, ...texts)))),
    })
  fc.assert(
    fc.property(content, content, (one, other) => {
      const [before, after] = [docOf(one), docOf(other)]
      const changed = stretchThatDiffers(before, after)
      const { tr } = EditorState.create({ doc: before })
      if (changed) tr.replace(changed.from, changed.to, changed.slice)
      expect(tr.doc.toJSON()).toEqual(after.toJSON())
    }),
  )
})

test('a letter of somebody else leaves every other item the node it was', () => {
  const shared = new Y.Doc()
  const content = [section('s1', cause('c1', 'one'), cause('c2', 'two')), section('s2', cause('c3', 'three'))]
  fillSharedDocument(shared, { type: 'doc', content }, Facts.parse({}))
  const writer = openWriter(shared)
  const before = writer.view.state.doc
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(shared))
  const paragraphOf = (place: number) => ((contentOf(other).get(0) as Y.XmlElement).get(place) as Y.XmlElement).get(0)
  ;((paragraphOf(1) as Y.XmlElement).get(0) as Y.XmlText).insert(3, '!')
  Y.applyUpdate(shared, Y.encodeStateAsUpdate(other))

  const after = writer.view.state.doc
  expect(after.textContent).toBe('onetwo!three')
  expect(after.child(0).child(0)).toBe(before.child(0).child(0))
  expect(after.child(1)).toBe(before.child(1))
  writer.close()
})
