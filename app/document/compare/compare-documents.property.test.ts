import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '#tests/any-document.ts'
import { comparisonNames } from '#tests/comparison-names.ts'
import type { DocumentJson } from '../document-json.ts'
import { Facts } from '../facts.ts'
import { plainText } from '../plain-text.ts'
import { compareDocuments } from './compare-documents.ts'
import type { Difference, Piece } from './difference.ts'
import { differenceInWords } from './difference-in-words.ts'

const facts = Facts.parse({ title: 'Cards declined' })
const compare = (before: DocumentJson, after: DocumentJson) =>
  compareDocuments({ document: before, facts }, { document: after, facts }, comparisonNames)
const itemsIn = (difference: Difference) =>
  difference.sections.flatMap(({ parts }) => parts).flatMap((part) => (part.part === 'item' ? part : []))

const onlyOf = (side: 'added' | 'removed', pieces: Piece[]) =>
  pieces.flatMap(({ kind, text: words }) => (kind === 'same' || kind === side ? words : [])).join('')

/** What a difference says of one of the two documents, section by section: its lines where something changed, counts where not. */
function sideOf(side: 'added' | 'removed', { sections }: Difference) {
  const other = side === 'added' ? 'removed' : 'added'
  return sections
    .filter(({ state }) => state !== other)
    .map(({ id, parts }) => ({
      id,
      texts: parts.flatMap((part): (string | number)[] => {
        if (part.part === 'unchanged') return [part.items + part.lines]
        if (part.state === other) return []
        if (part.part === 'line') return [onlyOf(side, part.pieces)]
        const lines = part.lines.filter(({ state }) => state !== other)
        return [`${part.id} ${lines.map(({ pieces }) => onlyOf(side, pieces)).join('\n')}`]
      }),
    }))
}

/** The children of a section as the difference has to tell them: empty paragraphs are nothing. */
function childrenOf(document: DocumentJson, id: string): string[] {
  const content = document.content.find(({ attrs }) => attrs.id === id)!.content ?? []
  return content.flatMap((child) => {
    if (child.type === 'timelineEntry') return [`${child.attrs!.id} ${plainText(child)}`]
    return child.content ? [plainText(child)] : []
  })
}

test('the later document can be read off the difference, part by part, and every word of it', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      for (const { id, texts } of sideOf('added', compare(before, after))) {
        const children = childrenOf(after, id)
        for (const said of texts) {
          if (typeof said === 'number') children.splice(0, said)
          else expect(children.shift()).toBe(said)
        }
        expect(children).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

test('nothing is told if and only if the documents are equal', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, fc.boolean(), (before, other, isSame) => {
      const after = isSame ? structuredClone(before) : other
      const difference = compare(before, after)
      const isSilent = difference.sections.length === 0 && difference.facts.length === 0 && !difference.onlyLayout
      expect(isSilent).toBe(JSON.stringify(before) === JSON.stringify(after))
      expect(differenceInWords(difference) === 'Nothing changed.').toBe(isSilent)
    }),
    { numRuns: 300 },
  )
})

test('looked at from the other side, what was added was taken out', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const count = (difference: Difference, state: string) => [
        difference.sections
          .filter((each) => each.state === state)
          .map(({ id }) => id)
          .toSorted(),
        itemsIn(difference)
          .filter((each) => each.state === state)
          .map(({ id }) => id)
          .toSorted(),
      ]
      const [there, back] = [compare(before, after), compare(after, before)]
      expect(count(there, 'added')).toEqual(count(back, 'removed'))
      expect(count(there, 'removed')).toEqual(count(back, 'added'))
    }),
    { numRuns: 300 },
  )
})
