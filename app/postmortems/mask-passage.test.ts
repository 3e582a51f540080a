import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { fileIdsIn } from '#app/document/file-ids-in.ts'
import { fillSharedDocument, readDocument, readFacts } from '#app/document/shared-document.ts'
import { documentWith, item } from '#tests/documents.ts'
import { leaksInDocument } from './leaks-in-document.ts'
import { maskPassage } from './mask-passage.ts'

test('a masked passage is gone from text, title, attributes and links, and what stood around it stays', () => {
  const shared = new Y.Doc()
  const document = documentWith({
    'in-short': [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Moved to db-1.' },
          { type: 'text', text: 'internal at once', marks: [{ type: 'bold' }] },
          { type: 'text', text: ', see ' },
          {
            type: 'text',
            text: 'the graph',
            marks: [{ type: 'link', attrs: { href: 'https://db-1.internal/graph' } }],
          },
        ],
      },
    ],
    'what-happened': [
      item('timelineEntry', 'Nothing here.', {
        id: 'entry1',
        evidence: [
          { id: 'e1', kind: 'link', source: 'graph', href: 'https://db-1.internal/x', text: 'lag on db-1.internal' },
          { id: 'e2', kind: 'link', source: 'other', href: 'https://db-2.internal/x', text: '' },
        ],
      }),
    ],
  })
  fillSharedDocument(shared, document, Facts.parse({ title: 'db-1.internal fell behind' }))
  const found = leaksInDocument(readDocument(shared), readFacts(shared))
  const key = found.find((leak) => leak.shown === 'db-1.internal')!.key

  expect(maskPassage(shared, key)).toBe(5)

  const after = JSON.stringify(readDocument(shared))
  expect(after).not.toContain('db-1.internal')
  expect(leaksInDocument(readDocument(shared), readFacts(shared)).map((leak) => leak.shown)).toEqual(['db-2.internal'])
  expect(after).toContain('the graph')
  expect(after).toContain(' at once')
  expect(after).toContain('lag on [private host removed]')
  expect(readFacts(shared).title).toBe('[private host removed] fell behind')
})

test('the name of a file and what an image shows are looked through and masked like text; the file stays theirs', () => {
  const shared = new Y.Doc()
  const evidence = [
    { id: 'e1', kind: 'file', fileId: 'f'.repeat(24), name: 'db-1.internal.png', alt: 'db-1.internal, lag' },
  ]
  const document = documentWith({
    'in-short': [{ type: 'image', attrs: { fileId: 'g'.repeat(24), name: 'x.png', alt: 'Lag of db-1.internal' } }],
    'what-happened': [item('timelineEntry', 'Lag.', { id: 'entry1', evidence })],
  })
  fillSharedDocument(shared, document, Facts.parse({}))
  const [leak] = leaksInDocument(readDocument(shared), readFacts(shared))
  expect(maskPassage(shared, leak!.key)).toBe(3)
  const masked = readDocument(shared)
  expect(JSON.stringify(masked)).not.toContain('db-1')
  expect(fileIdsIn(masked)).toEqual(fileIdsIn(document))
})
