import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { copyInStep, openWriter, type Writer } from '#tests/open-writer.ts'
import { findById, tick } from './item-acts.ts'

const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close()
})

/** Two people with the same draft open, in which one change is written. */
function open(): { ines: Writer; tove: Writer } {
  const shared = new Y.Doc()
  const section = { id: 'changes', key: null, kind: 'changes' as const, title: 'Changes', hiddenBecause: null }
  const change = { type: 'change', attrs: { id: 'change' }, content: [{ type: 'paragraph' }] }
  fillSharedDocument(
    shared,
    { type: 'doc', content: [{ type: 'section', attrs: section, content: [change] }] },
    Facts.parse({}),
  )
  const [ines, tove] = [openWriter(shared), openWriter(copyInStep(shared))]
  writers.push(ines, tove)
  return { ines, tove }
}

const causes = ({ view }: Writer) => findById(view.state.doc, 'change')!.node.attrs.causes

test('a tick adds to what others have ticked, and taking it back leaves theirs', () => {
  const { ines, tove } = open()
  tick(ines.view, 'change', 'causes', 'pool', true)
  tick(tove.view, 'change', 'causes', 'retry', true)
  tick(ines.view, 'change', 'causes', 'alert', true)
  expect(causes(tove)).toEqual(['pool', 'retry', 'alert'])
  tick(ines.view, 'change', 'causes', 'pool', false)
  expect(causes(tove)).toEqual(['retry', 'alert'])
  ines.editor.commands.undo()
  expect(causes(tove)).toEqual(['pool', 'retry', 'alert'])
})

test('a tick for what was removed meanwhile does nothing', () => {
  const { ines } = open()
  tick(ines.view, 'gone', 'causes', 'pool', true)
  expect(causes(ines)).toEqual([])
})
