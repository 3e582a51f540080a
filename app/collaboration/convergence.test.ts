import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '#app/document/plain-text.ts'
import { idProblems } from '#app/document/repair-item-ids.ts'
import { documentSchema } from '#app/document/schema.ts'
import { readDocument, type Scrap, scrapsOf } from '#app/document/shared-document.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { MergingServer, Replica } from '#tests/merging-replicas.ts'
import { itemsOf, play, randomSteps, type Step, wordsIn } from '#tests/random-writing.ts'

const headcount = fc.integer({ min: 2, max: 4 })

function start(count: number) {
  const sections = standardTemplate.sections.filter(({ key }) =>
    ['in-short', 'what-happened', 'allowed-it'].includes(key),
  )
  const document = startDocument(sections)
  const timeline = document.content.find((section) => section.attrs.kind === 'timeline')!
  timeline.content = ['a', 'b', 'c'].map((id) => ({
    type: 'timelineEntry',
    attrs: { id, typed: id },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'start ' }] }],
  }))
  const server = new MergingServer(document)
  return { server, people: Array.from({ length: count }, () => new Replica(server)) }
}

/** Plays the steps, lets everybody come back, and once more: what the server settled then has to reach everybody, too. */
function playOut(count: number, given: Step[]) {
  const { server, people } = start(count)
  const written = play(given, people, server)
  for (const person of [...people, ...people]) person.comeBack()
  return { server, people, written, document: readDocument(server.shared) }
}

const scraps = (server: MergingServer) => Object.values(scrapsOf(server.shared).toJSON() as Record<string, Scrap>)

test('whatever two to four people do, on and off line, they end with the same valid document and no word is lost', () => {
  fc.assert(
    fc.property(headcount, randomSteps(60), (count, given) => {
      const { server, people, written, document } = playOut(count, given)
      for (const person of people) {
        expect(readDocument(person.shared)).toEqual(document)
        expect(scrapsOf(person.shared).toJSON()).toEqual(scrapsOf(server.shared).toJSON())
      }
      documentSchema.nodeFromJSON(document).check()
      expect(idProblems(server.shared)).toEqual([])
      const text = [...document.content.map((section) => plainText(section)), ...scraps(server).map(({ text }) => text)]
      const found = new Set(wordsIn(text.join('\n')))
      expect([...written.kept].filter((word) => !found.has(word))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('no word ends in an item that it was not typed in', () => {
  fc.assert(
    fc.property(headcount, randomSteps(60), (count, given) => {
      const { written, document } = playOut(count, given)
      const items = itemsOf(documentSchema.nodeFromJSON(document))
      for (const { node } of items) {
        const strangers = wordsIn(node.textContent).filter((word) => written.home.get(word) !== node.attrs.typed)
        expect(strangers).toEqual([])
      }
      const inItems = new Set(items.flatMap(({ node }) => wordsIn(node.textContent)))
      const plain = document.content
        .flatMap((section) => wordsIn(plainText(section)))
        .filter((word) => !inItems.has(word))
      expect(plain.filter((word) => written.home.get(word) !== null)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('reading the log again gives the same document', () => {
  fc.assert(
    fc.property(headcount, randomSteps(60), (count, given) => {
      const { server, document } = playOut(count, given)
      const keptAside = Object.keys(scrapsOf(server.shared).toJSON()).sort()
      server.kill()
      expect(readDocument(server.shared)).toEqual(document)
      expect(Object.keys(scrapsOf(server.shared).toJSON()).sort()).toEqual(keptAside)
    }),
    { numRuns: 100 },
  )
})
