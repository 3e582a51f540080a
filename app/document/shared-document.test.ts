import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from './facts.ts'
import { fillSharedDocument, readDocument, readFacts } from './shared-document.ts'
import { startDocument } from './start-document.ts'
import { standardTemplate } from './templates.ts'

test('a document put into a shared one is read back as it was', () => {
  const document = startDocument(standardTemplate.sections)
  document.content[3]!.content = [
    {
      type: 'timelineEntry',
      attrs: { id: 'entry1', at: '2026-11-12T14:03:10.000Z', precision: 'exact', milestones: ['first-effect'] },
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Rotation job 8812 replaced the certificate.' }] },
      ],
    },
  ]
  const shared = new Y.Doc()
  fillSharedDocument(shared, document, Facts.parse({ title: 'Declined cards' }))

  const read = readDocument(shared)
  expect(read.content.map((section) => section.attrs.title)).toEqual(
    document.content.map((section) => section.attrs.title),
  )
  expect(read.content[3]!.content![0]).toMatchObject(document.content[3]!.content[0]!)
  expect(readFacts(shared).title).toBe('Declined cards')
  expect(read.content.map((section) => section.attrs)).toEqual(document.content.map((section) => section.attrs))
})

test('a malformed fact falls back to its default and leaves the others', () => {
  const shared = new Y.Doc()
  shared.getMap('facts').set('title', 'Declined cards')
  shared.getMap('facts').set('serviceIds', 'not a list')
  expect(readFacts(shared)).toMatchObject({ title: 'Declined cards', serviceIds: [] })
})
