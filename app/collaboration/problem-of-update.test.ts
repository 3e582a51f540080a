import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { largestUpdate } from '#app/document/live-limits.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { completeDocument } from '#tests/documents.ts'
import { isEmptyUpdate, problemOfUpdate } from './problem-of-update.ts'

function whole(): Uint8Array {
  const shared = new Y.Doc()
  fillSharedDocument(shared, completeDocument(), Facts.parse({ title: 'Declined cards' }))
  return Y.encodeStateAsUpdate(shared)
}
const updateOf = (change: (shared: Y.Doc) => void): Uint8Array => {
  const shared = new Y.Doc()
  change(shared)
  return Y.encodeStateAsUpdate(shared)
}

test('a whole post-mortem is a good update, and nothing is an empty one', () => {
  expect(problemOfUpdate(whole())).toBeNull()
  expect(isEmptyUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true)
  expect(isEmptyUpdate(whole())).toBe(false)
})

test('what names another root, an unknown element or a document inside is refused', () => {
  expect(problemOfUpdate(updateOf((shared) => shared.getMap('comments').set('a', 1)))).toBe('unknown-part')
  expect(
    problemOfUpdate(updateOf((shared) => shared.getXmlFragment('content').insert(0, [new Y.XmlElement('script')]))),
  ).toBe('unknown-part')
  expect(problemOfUpdate(updateOf((shared) => shared.getMap('facts').set('title', new Y.Doc())))).toBe('unknown-part')
})

test('what is too large is refused before it is read', () => {
  expect(problemOfUpdate(new Uint8Array(largestUpdate + 1))).toBe('too-large')
})

test('no bytes make the check throw, and what it lets through can be applied', () => {
  const good = whole()
  const broken = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
      const bytes = good.slice()
      for (const [at, value] of changes) bytes[at] = value
      return bytes
    }),
    fc.nat(good.length).map((end) => good.slice(0, end)),
  )
  fc.assert(
    fc.property(broken, (bytes) => {
      if (problemOfUpdate(bytes) !== null) return
      const shared = new Y.Doc()
      Y.applyUpdate(shared, good)
      Y.applyUpdate(shared, bytes)
      Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(shared))
    }),
    { numRuns: 1500 },
  )
})
