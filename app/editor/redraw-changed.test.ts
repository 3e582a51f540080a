import { Decoration, DecorationSet } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentSchema } from '#app/document/schema.ts'
import { redrawChanged } from './redraw-changed.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = documentSchema.nodeFromJSON({
  type: 'doc',
  content: ['one', 'two'].map((id) => ({
    type: 'section',
    attrs: { id, key: null, kind: 'prose', title: id, hiddenBecause: null },
    content: [paragraph('It rained all night.'), paragraph('The queue grew.')],
  })),
})
const places = [2, 6, 9, 24, 30, 44, 52, 66]
const line = ([from, key]: readonly [number, string]) => Decoration.inline(from, from + 3, { class: key }, { key })
const said = (set: DecorationSet) =>
  set
    .find()
    .map(({ from, to, spec }) => `${from} ${to} ${spec.key}`)
    .toSorted()

test('what is drawn is what is wanted, whatever was drawn before', () => {
  const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...places), fc.constantFrom('warn', 'hint')), {
    selector: String,
  })
  fc.assert(
    fc.property(some, some, (before, now) => {
      const drawn = DecorationSet.create(doc, before.map(line))
      expect(said(redrawChanged(drawn, doc, now.map(line)))).toEqual(said(DecorationSet.create(doc, now.map(line))))
    }),
  )
})

test('the decorations of a block in which nothing changed stay the same object, so that nobody compares them', () => {
  const drawn = DecorationSet.create(doc, [line([2, 'warn']), line([44, 'warn'])])
  const redrawn = redrawChanged(drawn, doc, [line([2, 'warn']), line([44, 'hint'])])
  const inFirst = (set: DecorationSet) => (set as unknown as { children: unknown[] }).children[2]
  expect(inFirst(redrawn)).toBe(inFirst(drawn))
})
