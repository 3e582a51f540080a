import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { SectionJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { copyInStep, openWriter, type Writer } from '#tests/open-writer.ts'
import { findById } from './item-acts.ts'
import { removeEmptySection } from './section-acts.ts'

const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close()
})

const section = (kind: 'timeline' | 'prose'): SectionJson => ({
  type: 'section',
  attrs: { id: kind, key: null, kind, title: kind, hiddenBecause: null },
  content: [{ type: 'paragraph' }],
})

test('an empty section goes; one in which somebody began to write while its menu stood open stays with their words', () => {
  const shared = new Y.Doc()
  fillSharedDocument(shared, { type: 'doc', content: [section('timeline'), section('prose')] }, Facts.parse({}))
  const [ines, tove] = [openWriter(shared), openWriter(copyInStep(shared))]
  writers.push(ines, tove)

  tove.view.dispatch(
    tove.view.state.tr.insertText('The pool was full.', findById(tove.view.state.doc, 'prose')!.pos + 2),
  )
  removeEmptySection(ines.host, ines.view, 'prose')
  removeEmptySection(ines.host, ines.view, 'timeline')

  expect(tove.view.state.doc.children.map(({ attrs }) => attrs.id)).toEqual(['prose'])
  expect(tove.view.state.doc.textContent).toBe('The pool was full.')
})
