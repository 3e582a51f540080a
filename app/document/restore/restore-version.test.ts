import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyDocument } from '#tests/any-document.ts'
import { completeDocument, documentWith, item } from '#tests/documents.ts'
import { firstLine, itemOf, MergingServer, Replica } from '#tests/merging-replicas.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { DocumentJson, NodeJson } from '../document-json.ts'
import { Facts } from '../facts.ts'
import { moveElement } from '../move-element.ts'
import { plainText } from '../plain-text.ts'
import { idProblems } from '../repair-item-ids.ts'
import {
  contentOf,
  factsOf,
  fillSharedDocument,
  readDocument,
  readFacts,
  scrapsOf,
  writeFacts,
} from '../shared-document.ts'
import { idOf, itemElements, sectionElements } from '../shared-elements.ts'
import { restoreVersion } from './restore-version.ts'

const facts = Facts.parse({ title: 'Cards declined' })

function sharedOf(document: DocumentJson): Y.Doc {
  const shared = new Y.Doc()
  fillSharedDocument(shared, document, facts)
  return shared
}
const versionOf = (shared: Y.Doc) => ({ document: readDocument(shared), facts: readFacts(shared) })
const says = (shared: Y.Doc) => canonicalJson(versionOf(shared))
const sectionIn = (shared: Y.Doc, key: string) =>
  sectionElements(shared).find((each) => each.getAttribute('key') === key)!
const wordsOf = (shared: Y.Doc) =>
  readDocument(shared)
    .content.map((each) => plainText(each))
    .join('\n')

test('whatever was written since, the whole version comes back, and undo takes it back in one step', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (then, now) => {
      const version = versionOf(sharedOf(then))
      const shared = sharedOf(now)
      writeFacts(shared, { title: 'Another title', severityId: 'sev1' })
      const before = says(shared)
      const history = new Y.UndoManager([contentOf(shared), factsOf(shared)], { trackedOrigins: new Set(['author']) })
      restoreVersion(shared, version, { part: 'all' }, 'author')
      expect(says(shared)).toBe(canonicalJson(version))
      expect(idProblems(shared)).toEqual([])
      history.undo()
      expect(says(shared)).toBe(before)
    }),
    { numRuns: 300 },
  )
})

test('what was added since stays on choice, beside everything of the version', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (then, now) => {
      const version = versionOf(sharedOf(then))
      const shared = sharedOf(now)
      const ids = () => sectionElements(shared).flatMap((each) => [each, ...itemElements(each)].map(idOf))
      const before = ids()
      restoreVersion(shared, version, { part: 'all', keepAdded: true })
      const inVersion = sectionElements(sharedOf(then)).flatMap((each) => [each, ...itemElements(each)].map(idOf))
      expect(ids().toSorted()).toEqual([...new Set([...before, ...inVersion])].toSorted())
      for (const section of then.content) {
        const restored = readDocument(shared).content.find(({ attrs }) => attrs.id === section.attrs.id)!
        const children = (restored.content ?? []).map((child) => canonicalJson(child))
        for (const child of sectionOfVersion(version.document, section.attrs.id))
          expect(children).toContain(canonicalJson(child))
      }
    }),
    { numRuns: 300 },
  )
})
const sectionOfVersion = (document: DocumentJson, id: string): NodeJson[] =>
  document.content.find(({ attrs }) => attrs.id === id)!.content ?? []

test('what says the same is not touched, and a changed text keeps the letters that stay', () => {
  const shared = sharedOf(completeDocument())
  const version = versionOf(shared)
  const [first, second] = ['entry1', 'entry2'].map((id) => itemOf(shared, id)) as [Y.XmlElement, Y.XmlElement]
  const line = firstLine(second)
  const caret = Y.createRelativePositionFromTypeIndex(line, 'The decline alert rea'.length)
  line.insert('The decline '.length, 'loud and long ')
  line.delete(line.length - 1, 1)
  itemOf(shared, 'cause1').setAttribute('role', 'hidden')
  restoreVersion(shared, version, { part: 'all' })

  expect(says(shared)).toBe(canonicalJson(version))
  expect(itemOf(shared, 'entry1')).toBe(first)
  expect(itemOf(shared, 'entry2')).toBe(second)
  expect(firstLine(itemOf(shared, 'entry2'))).toBe(line)
  expect(Y.createAbsolutePositionFromRelativePosition(caret, shared)?.index).toBe('The decline alert rea'.length)
})

test('bold words and links come back as they were', () => {
  const marked = (bold: boolean): NodeJson => ({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'The alert ', ...(bold && { marks: [{ type: 'bold', attrs: {} }] }) },
      { type: 'text', text: 'fired at noon.', ...(!bold && { marks: [{ type: 'italic', attrs: {} }] }) },
    ],
  })
  const then = documentWith({ 'in-short': [marked(true)] })
  const version = versionOf(sharedOf(then))
  const shared = sharedOf({
    ...then,
    content: then.content.map((each) => (each.attrs.key === 'in-short' ? { ...each, content: [marked(false)] } : each)),
  })
  restoreVersion(shared, version, { part: 'all' })
  expect(says(shared)).toBe(canonicalJson(version))
})

test('an item that was taken out comes back with its id, where it stood', () => {
  const shared = sharedOf(completeDocument())
  const version = versionOf(shared)
  const timeline = sectionIn(shared, 'what-happened')
  timeline.delete(1, 2)
  expect(restoreVersion(shared, version, { part: { itemId: 'entry3' } })).toBe(true)
  expect(itemElements(timeline).map(idOf)).toEqual(['entry1', 'entry3', 'entry4'])
  expect(restoreVersion(shared, version, { part: { itemId: 'entry2' } })).toBe(true)
  expect(says(shared)).toBe(canonicalJson(version))
  expect(restoreVersion(shared, version, { part: { itemId: 'never-there' } })).toBe(false)
})

test('one section comes back and the others stay as they are, also what came here from another one', () => {
  const shared = sharedOf(completeDocument())
  const version = versionOf(shared)
  const timeline = sectionIn(shared, 'what-happened')
  const id = idOf(timeline)
  timeline.delete(0, 1)
  moveElement(shared, 'cause1', { endOf: id }, () => false)
  firstLine(itemOf(shared, 'change1')).insert(0, 'Soon: ')
  expect(restoreVersion(shared, version, { part: { sectionId: id } })).toBe(true)
  expect(itemElements(timeline).map(idOf)).toEqual(['entry1', 'entry2', 'entry3', 'entry4', 'cause1'])
  expect(firstLine(itemOf(shared, 'change1')).toString()).toMatch(/^Soon: /)

  contentOf(shared).delete(contentOf(shared).toArray().indexOf(timeline), 1)
  expect(restoreVersion(shared, version, { part: { sectionId: id } })).toBe(true)
  expect(readDocument(shared).content.map(({ attrs }) => attrs.id)).toEqual(
    version.document.content.map(({ attrs }) => attrs.id),
  )
})

test('scraps are nobody’s to take back: they stay', () => {
  const shared = sharedOf(completeDocument())
  const version = versionOf(shared)
  scrapsOf(shared).set('one', { text: 'A half thought', place: '', at: '' })
  restoreVersion(shared, version, { part: 'all' })
  expect(scrapsOf(shared).get('one')?.text).toBe('A half thought')
})

/** Two people at one draft that has moved on from `version`: an entry changed, one added, one taken out. */
function twoPeople() {
  const start = documentWith({
    'what-happened': ['a', 'b', 'c'].map((id) => item('timelineEntry', `start of ${id} `, { id, typed: id })),
  })
  const server = new MergingServer(start)
  const [ada, bo] = [new Replica(server), new Replica(server)]
  const version = versionOf(ada.shared)
  firstLine(itemOf(ada.shared, 'a')).insert(0, 'changed ')
  ada.remove('b')
  const timeline = sectionIn(ada.shared, 'what-happened')
  const added = itemOf(ada.shared, 'c').clone() as Y.XmlElement
  timeline.insert(timeline.length, [added])
  added.setAttribute('id', 'd')
  return { server, ada, bo, version }
}

test('what somebody types while a version is brought back is in the text, or kept as a scrap where its place is gone', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'c', 'd'), fc.boolean(), fc.boolean(), (itemId, keepAdded, isOffline) => {
      const { server, ada, bo, version } = twoPeople()
      if (isOffline) {
        bo.goOffline()
        bo.type(itemId, 'a word of Bo')
      } else {
        ada.goOffline()
        bo.type(itemId, 'a word of Bo')
      }
      restoreVersion(ada.shared, version, { part: 'all', keepAdded }, 'author')
      for (const person of [ada, bo, ada, bo]) person.comeBack()

      const kept = Object.values(scrapsOf(server.shared).toJSON()).map(({ text }) => text)
      const isGone = itemId === 'd' && !keepAdded
      expect(kept.join('\n').includes('a word of Bo')).toBe(isGone)
      expect(wordsOf(server.shared).includes('a word of Bo')).toBe(!isGone)
      if (!isGone) expect(firstLine(itemOf(server.shared, itemId)).toString()).toContain('a word of Bo')
      for (const person of [ada, bo]) expect(readDocument(person.shared)).toEqual(readDocument(server.shared))
      expect(idProblems(server.shared)).toEqual([])
    }),
  )
})

test('two people who bring the same version back at once lose nothing, and every item has an id of its own', () => {
  const { server, ada, bo, version } = twoPeople()
  ada.goOffline()
  bo.goOffline()
  for (const person of [ada, bo]) restoreVersion(person.shared, version, { part: 'all' }, 'author')
  for (const person of [ada, bo, ada, bo]) person.comeBack()
  expect(idProblems(server.shared)).toEqual([])
  const words = wordsOf(server.shared)
  for (const id of ['a', 'b', 'c']) expect(words).toContain(`start of ${id}`)
})
