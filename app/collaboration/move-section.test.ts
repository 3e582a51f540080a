import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { moveSection } from '#app/document/move-section.ts'
import { plainText } from '#app/document/plain-text.ts'
import { idProblems } from '#app/document/repair-item-ids.ts'
import { readDocument, scrapsOf } from '#app/document/shared-document.ts'
import { idOf, itemElements, sectionElements } from '#app/document/shared-elements.ts'
import { startDocument } from '#app/document/start-document.ts'
import { lightTemplate } from '#app/document/templates.ts'
import { MergingServer, Replica } from '#tests/merging-replicas.ts'

const nobody = () => false
const author = { name: 'author' }
const titles = (shared: Y.Doc) => readDocument(shared).content.map(({ attrs }) => attrs.title)
const text = (shared: Y.Doc) =>
  readDocument(shared)
    .content.map((section) => plainText(section))
    .join('\n')
const scraps = (shared: Y.Doc) => Object.values(scrapsOf(shared).toJSON()).map(({ text }) => text)
const items = (shared: Y.Doc) => sectionElements(shared).flatMap(itemElements).map(idOf)

/** A light draft with two entries and one cause; everything else is empty. */
function twoPeople() {
  const document = startDocument(lightTemplate.sections)
  const fill = (kind: string, type: string, ids: string[]) => {
    document.content.find(({ attrs }) => attrs.kind === kind)!.content = ids.map((id) => ({
      type,
      attrs: { id },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `Text of ${id}.` }] }],
    }))
  }
  fill('timeline', 'timelineEntry', ['entry1', 'entry2'])
  fill('causes', 'cause', ['cause1'])
  const server = new MergingServer(document)
  const id = (kind: string) => document.content.find(({ attrs }) => attrs.kind === kind)!.attrs.id
  return {
    server,
    ines: new Replica(server),
    tove: new Replica(server),
    timeline: id('timeline'),
    causes: id('causes'),
  }
}

test('a section changes places with its neighbour, with everything in it; at the ends nothing happens', () => {
  const { ines, timeline } = twoPeople()
  const before = titles(ines.shared)
  expect(moveSection(ines.shared, timeline, 1, nobody, author).ok).toBe(true)
  expect(titles(ines.shared)).toEqual([before[0], before[2], before[1], ...before.slice(3)])
  expect(items(ines.shared)).toEqual(['cause1', 'entry1', 'entry2'])
  expect(moveSection(ines.shared, timeline, -1, nobody, author).ok).toBe(true)
  expect(titles(ines.shared)).toEqual(before)
  const first = idOf(sectionElements(ines.shared)[0]!)
  expect(moveSection(ines.shared, first, -1, nobody, author)).toEqual({ ok: true, moved: null })
  expect(titles(ines.shared)).toEqual(before)
  expect(moveSection(ines.shared, 'unknown', 1, nobody, author)).toEqual({ ok: false, reason: 'gone' })
})

test('what somebody types into a section that moves stays where it is typed, because its neighbour makes way', () => {
  const { server, ines, tove, timeline } = twoPeople()
  tove.goOffline()
  tove.type('entry2', ' The pool was full.')
  moveSection(ines.shared, timeline, 1, (id) => id === timeline, author)
  tove.comeBack()
  expect(text(server.shared)).toContain('Text of entry2. The pool was full.')
  expect(titles(server.shared)[2]).toBe('What happened')
  expect(scraps(server.shared)).toEqual([])
})

test('a section in which nobody was seen and somebody typed loses no word: it is kept as a scrap', () => {
  const { server, ines, tove, causes } = twoPeople()
  tove.goOffline()
  tove.type('cause1', ' It had no limit.')
  moveSection(ines.shared, causes, 1, nobody, author)
  moveSection(ines.shared, causes, -1, nobody, author)
  moveSection(ines.shared, causes, -1, nobody, author)
  tove.comeBack()
  expect(text(server.shared) + scraps(server.shared).join()).toContain('It had no limit.')
})

test('with others in both of two neighbours neither moves', () => {
  const { ines, timeline } = twoPeople()
  const before = titles(ines.shared)
  expect(moveSection(ines.shared, timeline, 1, () => true, author)).toEqual({
    ok: false,
    reason: 'someone-is-writing-there',
  })
  expect(titles(ines.shared)).toEqual(before)
})

test('two people who move the same section at once leave one of it', () => {
  const { server, ines, tove, causes } = twoPeople()
  const before = titles(server.shared)
  tove.goOffline()
  for (const replica of [ines, tove]) moveSection(replica.shared, causes, -1, nobody, author)
  tove.comeBack()
  expect(titles(server.shared)).toHaveLength(before.length)
  expect(items(server.shared)).toEqual(['cause1', 'entry1', 'entry2'])
  expect(titles(tove.shared)).toEqual(titles(server.shared))
})

test('through any moves and typing, online and off, no word is lost, no item doubled, and all agree', () => {
  const step = fc.record({
    who: fc.constantFrom('ines', 'tove'),
    act: fc.constantFrom('up', 'down', 'type', 'offline', 'online'),
    place: fc.nat(5),
    item: fc.constantFrom('entry1', 'entry2', 'cause1'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const { server, ...people } = twoPeople()
      const typed: string[] = []
      for (const [count, { who, act, place, item }] of steps.entries()) {
        const replica = people[who as 'ines' | 'tove']
        const sections = sectionElements(replica.shared)
        const id = idOf(sections[place % sections.length]!)
        if (act === 'offline') replica.goOffline()
        else if (act === 'online') replica.comeBack()
        else if (act === 'type' && items(replica.shared).includes(item)) {
          typed.push(`word${count}x`)
          replica.type(item, ` word${count}x`)
        } else if (act !== 'type') moveSection(replica.shared, id, act === 'up' ? -1 : 1, nobody, author)
      }
      people.ines.comeBack()
      people.tove.comeBack()
      const everything = text(server.shared) + scraps(server.shared).join('\n')
      for (const word of typed) expect(everything).toContain(word)
      for (const replica of [people.ines, people.tove]) {
        expect(readDocument(replica.shared)).toEqual(readDocument(server.shared))
      }
      expect(idProblems(server.shared)).toEqual([])
    }),
    { numRuns: 150 },
  )
})
