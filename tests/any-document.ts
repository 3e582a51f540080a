import fc from 'fast-check'
import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import { paragraph } from './documents.ts'

const text = fc
  .array(fc.constantFrom('alert', 'fired', 'at', 'noon', 'queue', 'grew', 'then', 'cards', 'again', 'two'), {
    maxLength: 9,
  })
  .map((words) => words.join(' '))
const anyItem = (id: string): fc.Arbitrary<NodeJson> =>
  fc.record({
    type: fc.constant('timelineEntry'),
    attrs: fc.record({
      id: fc.constant(id),
      at: fc.constantFrom('2026-11-12T14:03:00.000Z', '2026-11-12T14:04:00.000Z', null),
      type: fc.constantFrom('seen', 'said', null),
      milestones: fc.subarray(['first-effect', 'no-effect']),
    }),
    content: fc.array(text.map(paragraph), { maxLength: 3 }),
  })
const anySection = (id: string): fc.Arbitrary<DocumentJson['content'][number]> =>
  fc.record({
    type: fc.constant('section'),
    attrs: fc.record({
      id: fc.constant(id),
      key: fc.constant(null),
      kind: fc.constantFrom('prose', 'timeline'),
      title: fc.constantFrom('One', 'Two'),
      hiddenBecause: fc.constantFrom(null, 'it is short'),
    }),
    content: fc.array(text.map(paragraph), { maxLength: 5 }),
  }) as never
/** Any of the documents that can be made of three sections and five entries: two of them share some, in other places. */
export const anyDocument: fc.Arbitrary<DocumentJson> = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c']).chain((ids) => fc.tuple(...ids.map(anySection))),
    fc.shuffledSubarray(['i', 'j', 'k', 'l', 'm']).chain((ids) => fc.tuple(...ids.map(anyItem))),
    fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
  )
  .map(([sections, items, places]) => {
    const content = structuredClone(sections)
    for (const [at, each] of items.entries()) {
      const place = content[places[at]! % Math.max(1, content.length)]?.content
      place?.splice(places[at]! % (place.length + 1), 0, each)
    }
    return { type: 'doc', content }
  })
