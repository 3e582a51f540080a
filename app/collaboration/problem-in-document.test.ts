import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { completeDocument } from '#tests/documents.ts'
import { firstLine, itemOf } from '#tests/merging-replicas.ts'
import { problemInDocument } from './problem-in-document.ts'
import { problemOfUpdate } from './problem-of-update.ts'

function draft(): Y.Doc {
  const shared = new Y.Doc()
  fillSharedDocument(shared, completeDocument(), Facts.parse({ title: 'Declined cards' }))
  return shared
}
const problemIn = (shared: Y.Doc, update: Uint8Array) => problemInDocument(Y.decodeUpdate(update), shared)

/** What a change of a copy of the document sends. */
function updateOf(shared: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared))
  const before = Y.encodeStateVector(copy)
  change(copy)
  return Y.encodeStateAsUpdate(copy, before)
}
const nest = (depth: number) => (shared: Y.Doc) => {
  let inside: Y.XmlElement = itemOf(shared, 'entry1')
  for (let level = 0; level < depth; level++) {
    const list = new Y.XmlElement('bulletList')
    inside.insert(0, [list])
    inside = list
  }
}

test('typing, splitting and lists in lists follow from the document and are no problem', () => {
  const shared = draft()
  expect(problemIn(new Y.Doc(), Y.encodeStateAsUpdate(shared))).toBeNull()
  expect(
    problemIn(
      shared,
      updateOf(shared, (copy) => firstLine(itemOf(copy, 'entry1')).insert(0, 'Then ')),
    ),
  ).toBeNull()
  expect(
    problemIn(
      shared,
      updateOf(shared, (copy) => firstLine(itemOf(copy, 'entry1')).delete(0, 3)),
    ),
  ).toBeNull()
  expect(problemIn(shared, updateOf(shared, nest(60)))).toBeNull()
})

test('what builds on something that is not there is refused, so that nothing waits and is called saved', () => {
  const shared = draft()
  const ahead = new Y.Doc()
  Y.applyUpdate(ahead, Y.encodeStateAsUpdate(shared))
  firstLine(itemOf(ahead, 'entry1')).insert(0, 'One ')
  const before = Y.encodeStateVector(ahead)
  firstLine(itemOf(ahead, 'entry1')).insert(4, 'two ')
  expect(problemIn(shared, Y.encodeStateAsUpdate(ahead, before))).toBe('out-of-order')
})

test('nobody deletes what others have yet to write', () => {
  const shared = draft()
  const update = updateOf(shared, (copy) => firstLine(itemOf(copy, 'entry1')).delete(0, 3))
  const decoded = Y.decodeUpdate(update)
  const [ranges] = decoded.ds.clients.values()
  ranges![0]!.len += 1_000_000
  expect(problemInDocument(decoded, shared)).toBe('out-of-order')
})

test('elements inside each other end somewhere, however they are brought', () => {
  const shared = draft()
  expect(problemIn(shared, updateOf(shared, nest(5_000)))).toBe('too-deep')
  Y.applyUpdate(shared, updateOf(shared, nest(60)))
  expect(
    problemIn(
      shared,
      updateOf(shared, (copy) => {
        let inside: Y.XmlElement = itemOf(copy, 'entry1')
        while (inside.length > 0 && inside.get(0) instanceof Y.XmlElement) inside = inside.get(0) as Y.XmlElement
        for (let level = 0; level < 60; level++) {
          const list = new Y.XmlElement('bulletList')
          inside.insert(0, [list])
          inside = list
        }
      }),
    ),
  ).toBe('too-deep')
})

test('a map where an element belongs is refused', () => {
  const shared = draft()
  const update = updateOf(shared, (copy) => itemOf(copy, 'entry1').insert(0, [new Y.Map() as unknown as Y.XmlElement]))
  expect(problemIn(shared, update)).toBe('unknown-part')
})

test('no bytes make the check throw or run on, and what passes both checks leaves a document that can be read', () => {
  const shared = draft()
  const good = updateOf(shared, nest(5))
  const broken = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(broken, (changes) => {
      const bytes = good.slice()
      for (const [at, value] of changes) bytes[at] = value
      if (problemOfUpdate(bytes) !== null || problemIn(shared, bytes) !== null) return
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared))
      Y.applyUpdate(copy, bytes)
      expect(copy.store.pendingStructs).toBeNull()
      expect(copy.store.pendingDs).toBeNull()
    }),
    { numRuns: 800 },
  )
})
