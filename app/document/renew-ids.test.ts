import { expect, test } from 'vitest'
import { completeDocument, documentWith, item } from '#tests/documents.ts'
import { extract } from './extract.ts'
import { fileIdsIn } from './file-ids-in.ts'
import { renewIds } from './renew-ids.ts'

test('a copy shares no id with its original, and its items still point at each other', () => {
  const original = completeDocument()
  const copy = renewIds(original, new Map())
  const idsOf = (document: typeof copy) => JSON.stringify(document).match(/"id":"[^"]+"/g)!
  expect(idsOf(copy).filter((id) => idsOf(original).includes(id))).toEqual([])
  expect(new Set(idsOf(copy)).size).toBe(idsOf(copy).length)

  const items = extract(copy).flatMap((section) => section.items)
  const cause = items.find((candidate) => candidate.kind === 'cause')!
  expect(cause.attributes.entries).toEqual([items[0]!.id])
  expect(items.find((candidate) => candidate.kind === 'change')!.attributes.causes).toEqual([cause.id])
})

test('people become those of the copy, and words stay words', () => {
  const mention = { type: 'mention', attrs: { kind: 'person', id: 'participant1' } }
  const service = { type: 'mention', attrs: { kind: 'service', id: 'service1' } }
  const document = documentWith({
    'in-short': [{ type: 'paragraph', content: [mention, service] }],
    accounts: [
      item('account', 'Quiet.', { id: 'account1', from: 'participant1' }),
      item('account', 'Loud.', { id: 'account2', from: 'Support' }),
    ],
  })
  const copy = renewIds(document, new Map([['participant1', 'participant2']]))
  expect(copy.content[0]!.content![0]!.content).toEqual([
    { ...mention, attrs: { kind: 'person', id: 'participant2' } },
    service,
  ])
  expect(extract(copy).flatMap((section) => section.items.map((one) => one.attributes.from))).toEqual([
    'participant2',
    'Support',
  ])
})

test('a copy has files of its own: as evidence, as an image and by a link', () => {
  const [inText, asEvidence, linked] = ['a'.repeat(24), 'b'.repeat(24), 'c'.repeat(24)]
  const link = (id: string) => ({ type: 'link', attrs: { href: `/files/${id}` } })
  const document = documentWith({
    'in-short': [
      { type: 'image', attrs: { fileId: inText, alt: 'Declines by minute', name: 'declines.png' } },
      { type: 'paragraph', content: [{ type: 'text', text: 'gateway.log', marks: [link(linked)] }] },
    ],
    'what-happened': [
      item('timelineEntry', 'Declines rose.', {
        id: 'entry1',
        evidence: [{ id: 'e1', kind: 'file', fileId: asEvidence }],
      }),
    ],
  })
  const ids = [inText, asEvidence, linked]
  expect(fileIdsIn(document)).toEqual(new Set(ids))
  expect(fileIdsIn(renewIds(document, new Map(), new Map(ids.map((id) => [id, `${id}2`]))))).toEqual(
    new Set(ids.map((id) => `${id}2`)),
  )
  // What is not copied goes on leading to the original, for whoever may open that.
  expect(fileIdsIn(renewIds(document, new Map()))).toEqual(new Set(ids))
  const [image] = extract(document)
  expect(image!.text).toBe('Declines by minute\ngateway.log')
})
