import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readFacts, writeFacts } from '#app/document/shared-document.ts'
import { soundUpdates } from './sound-updates.ts'

const titled = (title: string) => {
  const shared = new Y.Doc()
  writeFacts(shared, { title })
  return Y.encodeStateAsUpdate(shared)
}
/** A text that says it stands after a later one of its own client. */
const unsound = new Uint8Array([1, 1, 5, 0, 132, 5, 9, 1, 97, 0])

test('an update that cannot be applied is left out, the others stay', () => {
  expect(() => Y.applyUpdate(new Y.Doc(), unsound)).toThrow()
  const updates = soundUpdates(null, [titled('One'), unsound, titled('Two'), unsound])
  expect(updates).toHaveLength(2)
  const shared = new Y.Doc()
  for (const update of updates) Y.applyUpdate(shared, update)
  expect(['One', 'Two']).toContain(readFacts(shared).title)
})

test('a snapshot that cannot be read is an error', () => {
  expect(() => soundUpdates(new Uint8Array([9, 9, 9]), [titled('One')])).toThrow()
})
