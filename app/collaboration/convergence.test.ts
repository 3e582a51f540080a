import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { moveItem } from '#app/document/move-item.ts'
import { plainText } from '#app/document/plain-text.ts'
import { idProblems } from '#app/document/repair-item-ids.ts'
import { documentSchema } from '#app/document/schema.ts'
import { readDocument, scrapsOf } from '#app/document/shared-document.ts'
import { idOf, itemElements, sectionElements } from '#app/document/shared-elements.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { firstLine, MergingServer, Replica } from '#tests/merging-replicas.ts'

type Step =
  | { act: 'type' | 'split' | 'add' | 'copy' | 'remove' | 'move' | 'erase'; who: number; at: number; to: number }
  | { act: 'offline' | 'online'; who: number; at: number; to: number }

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(
      'type',
      'type',
      'type',
      'split',
      'add',
      'copy',
      'remove',
      'move',
      'move',
      'erase',
      'offline',
      'online',
    ),
    who: fc.nat(2),
    at: fc.nat(50),
    to: fc.nat(50),
  }),
  { minLength: 5, maxLength: 60 },
)

function start() {
  const document = startDocument(standardTemplate.sections)
  const timeline = document.content.find((section) => section.attrs.kind === 'timeline')!
  timeline.content = ['a', 'b', 'c'].map((id) => ({
    type: 'timelineEntry',
    attrs: { id, typed: id },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'start ' }] }],
  }))
  const server = new MergingServer(document)
  return { server, people: [0, 1, 2].map(() => new Replica(server)) }
}

const items = (shared: Y.Doc) => sectionElements(shared).flatMap(itemElements)
const wordsIn = (text: string) => text.match(/w\d+x/g) ?? []
const textOf = (element: Y.XmlElement): string => plainTextOf(element)

function plainTextOf(node: Y.XmlElement | Y.XmlText): string {
  if (node instanceof Y.XmlText) return node.toString()
  return node
    .toArray()
    .map((child) => plainTextOf(child as Y.XmlElement))
    .join(' ')
}

/** Plays the steps; returns every word that was typed and that nobody deleted knowingly. */
function play(given: Step[], people: Replica[]): Set<string> {
  const kept = new Set<string>()
  let next = 0
  for (const { act, who, at, to } of given) {
    const person = people[who]!
    const all = items(person.shared)
    const item = all[at % Math.max(1, all.length)]
    if (act === 'offline') person.goOffline()
    else if (act === 'online') person.comeBack()
    else if (act === 'add') {
      const word = `w${next++}x`
      kept.add(word)
      add(person.shared, `item${next}`, `${word} `, to)
    } else if (!item) continue
    else if (act === 'type') {
      const word = `w${next++}x`
      kept.add(word)
      const line = firstLine(item)
      // Between words only: a word that another one cuts in two cannot be found again.
      const places = [...line.toString().matchAll(/(?<= )|^/g)].map((match) => match.index)
      line.insert(places[to % places.length] ?? 0, `${word} `)
    } else if (act === 'copy') {
      // As an editor pastes that forgets to give the copy an id of its own.
      const section = item.parent as Y.XmlElement
      section.insert(to % (section.length + 1), [item.clone() as Y.XmlElement])
    } else if (act === 'split') split(person.shared, item, to)
    else if (act === 'move') {
      const target = all[to % all.length]!
      moveItem(person.shared, idOf(item), to % 2 ? { before: idOf(target) } : { after: idOf(target) }, () => false)
    } else if (act === 'erase') {
      const line = firstLine(item)
      for (const word of wordsIn(line.toString())) kept.delete(word)
      line.delete(0, line.length)
    } else {
      for (const word of wordsIn(textOf(item))) kept.delete(word)
      const section = item.parent as Y.XmlElement
      section.delete(section.toArray().indexOf(item), 1)
    }
  }
  return kept
}

function add(shared: Y.Doc, id: string, text: string, to: number) {
  const sections = sectionElements(shared)
  const section = sections[to % sections.length]!
  const item = new Y.XmlElement('timelineEntry')
  item.setAttribute('id', id)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  item.insert(0, [paragraph])
  section.insert(to % (section.length + 1), [item])
}

/** Enter in the middle of a line, as the editor's binding writes it: the rest is deleted and stands in a new paragraph. */
function split(shared: Y.Doc, item: Y.XmlElement, to: number) {
  const line = firstLine(item)
  const places = [...line.toString().matchAll(/(?<= )|^/g)].map((match) => match.index)
  const place = places[to % places.length] ?? 0
  shared.transact(() => {
    const rest = line.toString().slice(place)
    line.delete(place, line.length - place)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(rest)])
    item.insert(1, [paragraph])
  })
}

test('whatever three people do, on and off line, they end with the same valid document and no word is lost', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const { server, people } = start()
      const kept = play(given, people)
      for (const person of people) person.comeBack()
      for (const person of people) person.comeBack()

      const document = readDocument(server.shared)
      for (const person of people) {
        expect(readDocument(person.shared)).toEqual(document)
        expect(scrapsOf(person.shared).toJSON()).toEqual(scrapsOf(server.shared).toJSON())
      }
      documentSchema.nodeFromJSON(document).check()
      expect(idProblems(server.shared)).toEqual([])
      const text = [
        ...document.content.map((section) => plainText(section)),
        ...Object.values(scrapsOf(server.shared).toJSON()).map((scrap) => scrap.text),
      ].join('\n')
      const found = new Set(wordsIn(text))
      expect([...kept].filter((word) => !found.has(word))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('reading the log again gives the same document', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const { server, people } = start()
      play(given, people)
      for (const person of people) person.comeBack()
      const document = readDocument(server.shared)
      const scraps = Object.keys(scrapsOf(server.shared).toJSON()).sort()
      server.restart()
      expect(readDocument(server.shared)).toEqual(document)
      expect(Object.keys(scrapsOf(server.shared).toJSON()).sort()).toEqual(scraps)
    }),
    { numRuns: 100 },
  )
})
