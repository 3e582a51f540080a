import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { moveElement } from '#app/document/move-element.ts'
import { plainText } from '#app/document/plain-text.ts'
import { readDocument, scrapsOf } from '#app/document/shared-document.ts'
import { idOf, itemElements, sectionElements } from '#app/document/shared-elements.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { firstLine, itemOf, MergingServer, Replica } from '#tests/merging-replicas.ts'

const nobody = () => false

function twoPeople() {
  const document = startDocument(standardTemplate.sections)
  const timeline = document.content.find((section) => section.attrs.kind === 'timeline')!
  timeline.content = ['entry1', 'entry2', 'entry3'].map((id, index) => ({
    type: 'timelineEntry',
    attrs: { id, at: `2026-11-12T14:0${index}:00.000Z`, precision: 'exact', zone: 'UTC' },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `Text of ${id}.` }] }],
  }))
  const server = new MergingServer(document)
  return { server, ines: new Replica(server), tove: new Replica(server), title: timeline.attrs.title }
}

const text = (shared: Y.Doc) =>
  readDocument(shared)
    .content.map((section) => plainText(section))
    .join('\n')
const scraps = (shared: Y.Doc) => Object.values(scrapsOf(shared).toJSON())
const isOfScraps = (struct: unknown) => struct instanceof Y.Item && (struct.parent as unknown) === 'scraps'
const order = (shared: Y.Doc) => sectionElements(shared).flatMap(itemElements).map(idOf)

test('text typed into an item that someone deletes at the same moment becomes a scrap with its place', () => {
  const { server, ines, tove, title } = twoPeople()
  ines.goOffline()
  ines.remove('entry2')
  tove.type('entry2', ' The pool was full.')
  ines.comeBack()

  expect(text(server.shared)).not.toContain('The pool was full.')
  expect(scraps(server.shared)).toEqual([
    { text: 'Text of entry2. The pool was full.', place: `${title}, 14:01`, at: expect.any(String) },
  ])
  expect(scraps(tove.shared)).toEqual(scraps(server.shared))
})

test('text typed offline into an item that was deleted meanwhile becomes a scrap with its place', () => {
  const { server, ines, tove, title } = twoPeople()
  tove.goOffline()
  tove.type('entry2', ' The pool')
  tove.type('entry2', ' was full.')
  ines.remove('entry2')
  tove.comeBack()

  expect(scraps(server.shared)).toEqual([
    { text: ' The pool was full.', place: `${title}, 14:01`, at: expect.any(String) },
  ])
})

test('words that arrive letter by letter in a deleted item stay words', () => {
  const { server, ines, tove } = twoPeople()
  tove.goOffline()
  for (const letter of 'pool') tove.type('entry2', letter)
  ines.remove('entry2')
  tove.comeBack()
  expect(scraps(server.shared).map((scrap) => scrap.text)).toEqual(['pool'])
})

test('what somebody deletes knowingly is no scrap', () => {
  const { server, ines, tove } = twoPeople()
  tove.type('entry2', ' The pool was full.')
  ines.remove('entry2')
  ines.goOffline()
  const line = firstLine(itemOf(ines.shared, 'entry1'))
  line.delete(0, 4)
  ines.comeBack()
  expect(scraps(server.shared)).toEqual([])
})

test('text typed into the old copy of an item that is moved at the same moment becomes a scrap', () => {
  const { server, ines, tove } = twoPeople()
  ines.goOffline()
  expect(moveElement(ines.shared, 'entry1', { after: 'entry3' }, nobody)).toEqual({ ok: true })
  tove.type('entry1', ' Seen by two people.')
  ines.comeBack()

  expect(order(server.shared)).toEqual(['entry2', 'entry3', 'entry1'])
  expect(scraps(server.shared).map((scrap) => scrap.text)).toEqual(['Text of entry1. Seen by two people.'])
})

test('text typed offline into an item that was moved meanwhile becomes a scrap', () => {
  const { server, ines, tove } = twoPeople()
  tove.goOffline()
  tove.type('entry1', ' Seen by two people.')
  moveElement(ines.shared, 'entry1', { before: 'entry3' }, nobody)
  tove.comeBack()

  expect(order(server.shared)).toEqual(['entry2', 'entry1', 'entry3'])
  expect(scraps(server.shared).map((scrap) => scrap.text)).toEqual([' Seen by two people.'])
})

test('an item that two people move at the same moment is there once', () => {
  const { server, ines, tove } = twoPeople()
  ines.goOffline()
  moveElement(ines.shared, 'entry1', { after: 'entry3' }, nobody)
  moveElement(tove.shared, 'entry1', { after: 'entry2' }, nobody)
  ines.comeBack()

  expect(order(server.shared)).toEqual(['entry2', 'entry1', 'entry3'])
  expect(order(ines.shared)).toEqual(order(server.shared))
  expect(scraps(server.shared)).toEqual([])
})

test('of two copies of a moved item both stay when someone went on writing in one', () => {
  const { server, ines, tove } = twoPeople()
  ines.goOffline()
  moveElement(ines.shared, 'entry1', { after: 'entry3' }, nobody)
  ines.type('entry1', ' And a word more.')
  moveElement(tove.shared, 'entry1', { after: 'entry2' }, nobody)
  // Both edits in one answer, as after a day without a connection.
  ines.comeBack()

  expect(text(server.shared) + JSON.stringify(scraps(server.shared))).toContain('And a word more.')
  expect(new Set(order(server.shared)).size).toBe(order(server.shared).length)
})

test('a new item in a section that someone deletes at the same moment leaves its text', () => {
  const { server, ines, tove, title } = twoPeople()
  ines.goOffline()
  const content = ines.shared.getXmlFragment('content')
  content.delete(
    sectionElements(ines.shared).findIndex((section) => section.getAttribute('kind') === 'timeline'),
    1,
  )
  const item = new Y.XmlElement('timelineEntry')
  item.setAttribute('id', 'entry4')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('A fourth entry.')])
  item.insert(0, [paragraph])
  ;(itemOf(tove.shared, 'entry1').parent as Y.XmlElement).insert(3, [item])
  ines.comeBack()
  expect(scraps(server.shared)).toEqual([{ text: 'A fourth entry.', place: title, at: expect.any(String) }])
})

test('an answer written into a question that is deleted at the same moment becomes a scrap', () => {
  const { server, ines, tove } = twoPeople()
  const section = sectionElements(tove.shared).find((one) => one.getAttribute('kind') === 'questions')!
  const question = new Y.XmlElement('question')
  question.setAttribute('id', 'question1')
  section.insert(0, [question])
  ines.goOffline()
  ines.remove('question1')
  itemOf(tove.shared, 'question1').setAttribute('answer', 'The second pool was never sized.')
  ines.comeBack()
  expect(scraps(server.shared).map((scrap) => scrap.text)).toEqual(['The second pool was never sized.'])
})

test('a server that is killed before it has kept a scrap does so when it reads the log again', () => {
  const { server, ines, tove } = twoPeople()
  const snapshot = Y.encodeStateAsUpdate(server.shared)
  const from = server.log.length
  ines.goOffline()
  ines.remove('entry2')
  tove.type('entry2', ' The pool was full.')
  ines.comeBack()
  server.log = server.log.filter((update) => !Y.decodeUpdate(update).structs.some((one) => isOfScraps(one)))
  server.restart(snapshot, from)
  expect(scraps(server.shared).map((scrap) => scrap.text)).toEqual(['Text of entry2. The pool was full.'])
  const before = JSON.stringify(scraps(server.shared))
  server.restart()
  expect(JSON.stringify(scraps(server.shared)).replace(/"at":"[^"]+"/g, '')).toBe(before.replace(/"at":"[^"]+"/g, ''))
})

test('a scrap that an author threw away does not come back when the log is read again', () => {
  const { server, ines, tove } = twoPeople()
  tove.goOffline()
  tove.type('entry2', ' First.')
  ines.remove('entry2')
  const third = new Replica(server)
  tove.comeBack()
  const [key] = [...scrapsOf(third.shared).keys()]
  scrapsOf(third.shared).delete(key!)
  server.restart()
  expect(scraps(server.shared)).toEqual([])
})

test('two items with the same id get ids of their own, the first keeps its', () => {
  const { server, ines } = twoPeople()
  const section = itemOf(ines.shared, 'entry1').parent as Y.XmlElement
  section.insert(3, [itemOf(ines.shared, 'entry1').clone() as Y.XmlElement])
  expect(order(server.shared).slice(0, 3)).toEqual(['entry1', 'entry2', 'entry3'])
  expect(order(server.shared)[3]).toMatch(/^[2-9a-z]{12}$/)
  expect(order(ines.shared)).toEqual(order(server.shared))
})
