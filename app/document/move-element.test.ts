import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from './facts.ts'
import { moveElement } from './move-element.ts'
import { idProblems, repairItemIds } from './repair-item-ids.ts'
import { fillSharedDocument, readDocument } from './shared-document.ts'
import { idOf, itemElements, sectionElements } from './shared-elements.ts'
import { startDocument } from './start-document.ts'
import { standardTemplate } from './templates.ts'

const nobody = () => false

function draft() {
  const document = startDocument(standardTemplate.sections)
  const timeline = document.content.find((section) => section.attrs.kind === 'timeline')!
  timeline.content = ['a', 'b', 'c'].map((id) => ({
    type: 'timelineEntry',
    attrs: { id, milestones: ['first-effect'], typed: '14:03' },
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: `Entry ${id} ` },
          { type: 'text', text: 'in bold', marks: [{ type: 'bold' }] },
          { type: 'mention', attrs: { kind: 'person', id: 'participant1' } },
        ],
      },
    ],
  }))
  const shared = new Y.Doc()
  fillSharedDocument(shared, document, Facts.parse({}))
  const causes = document.content.find((section) => section.attrs.kind === 'causes')!
  return { shared, timelineId: timeline.attrs.id, causesId: causes.attrs.id }
}

const order = (shared: Y.Doc) => sectionElements(shared).flatMap(itemElements).map(idOf).join(' ')
const itemJson = (shared: Y.Doc, id: string) =>
  readDocument(shared)
    .content.flatMap((section) => section.content ?? [])
    .find((item) => item.attrs?.id === id)

test('an item moves before, after and to the end, and is the same item with the same text', () => {
  const { shared, timelineId, causesId } = draft()
  const before = itemJson(shared, 'c')
  expect(moveElement(shared, 'c', { before: 'a' }, nobody)).toEqual({ ok: true })
  expect(order(shared)).toBe('c a b')
  expect(moveElement(shared, 'c', { after: 'a' }, nobody)).toEqual({ ok: true })
  expect(order(shared)).toBe('a c b')
  expect(moveElement(shared, 'c', { endOf: timelineId }, nobody)).toEqual({ ok: true })
  expect(order(shared)).toBe('a b c')
  expect(moveElement(shared, 'c', { endOf: causesId }, nobody)).toEqual({ ok: true })
  expect(itemJson(shared, 'c')).toEqual(before)
})

test('a move is one edit, and none where the item already is', () => {
  const { shared } = draft()
  const origins: unknown[] = []
  shared.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
  moveElement(shared, 'b', { after: 'a' }, nobody, 'me')
  moveElement(shared, 'b', { before: 'c' }, nobody, 'me')
  moveElement(shared, 'b', { before: 'b' }, nobody, 'me')
  expect(origins).toEqual([])
  moveElement(shared, 'b', { before: 'a' }, nobody, 'me')
  expect(origins).toEqual(['me'])
})

test('an item that someone else is writing in stays where it is', () => {
  const { shared } = draft()
  const outcome = moveElement(shared, 'c', { before: 'a' }, (id) => id === 'c')
  expect(outcome).toEqual({ ok: false, reason: 'someone-is-writing-there' })
  expect(order(shared)).toBe('a b c')
})

test('what is gone cannot be moved, nor be a place to move to', () => {
  const { shared } = draft()
  expect(moveElement(shared, 'x', { before: 'a' }, nobody)).toEqual({ ok: false, reason: 'gone' })
  expect(moveElement(shared, 'a', { after: 'x' }, nobody)).toEqual({ ok: false, reason: 'gone' })
  expect(moveElement(shared, 'a', { endOf: 'x' }, nobody)).toEqual({ ok: false, reason: 'gone' })
})

test('missing, doubled and impossible ids are repaired the same way everywhere, once', () => {
  const { shared } = draft()
  const [a, b, c] = sectionElements(shared).flatMap(itemElements)
  b!.setAttribute('id', 'a')
  c!.removeAttribute('id')
  sectionElements(shared)[0]!.setAttribute('id', 7 as never)
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(shared))

  expect(repairItemIds(shared)).toBe(3)
  expect(repairItemIds(elsewhere)).toBe(3)
  expect(order(elsewhere)).toBe(order(shared))
  expect(idOf(a!)).toBe('a')
  expect(idProblems(shared)).toEqual([])
  expect(repairItemIds(shared)).toBe(0)
})
