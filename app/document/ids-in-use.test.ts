import { expect, test } from 'vitest'
import { documentWith, item } from '#tests/documents.ts'
import { Facts } from './facts.ts'
import { idsInUse } from './ids-in-use.ts'

test('what a draft refers to is found in its facts, its items and its mentions, people left out', () => {
  const mention = (kind: string, id: string) => ({ type: 'mention', attrs: { kind, id } })
  const document = documentWith({
    'in-short': [
      { type: 'paragraph', content: [mention('team', 't1'), mention('service', 's1'), mention('person', 'p1')] },
    ],
    'allowed-it': [item('cause', 'Our own store.', { id: 'c1', factors: ['f1', 'f2'] })],
    changing: [item('change', 'A guard.', { id: 'h1', teamId: 't2' })],
  })
  const facts = Facts.parse({ severityId: 'sev-1', serviceIds: ['s1'], teamIds: ['t3'] })
  expect(idsInUse(document, facts).toSorted()).toEqual(['f1', 'f2', 's1', 'sev-1', 't1', 't2', 't3'])
})
