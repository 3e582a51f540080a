import { type ItemKind, itemKinds } from '../items.ts'
import type { Difference, LineChange, SectionChange } from './difference.ts'
import { itemWords } from './item-names.ts'
import { changesWords } from './word-pieces.ts'

/** A sentence that is read in one breath names so many things. */
const mostClauses = 5

/** What changed, as one sentence: "3 entries added, 1 cause changed, In short rewritten." */
export function differenceInWords(difference: Difference): string {
  const { facts, sections, onlyLayout } = difference
  const clauses = [
    ...itemClauses(sections),
    ...sections.flatMap(sectionClauses),
    ...facts.map(({ fact }) => `${fact.toLowerCase()} changed`),
  ]
  if (clauses.length === 0) return onlyLayout ? 'Only the layout changed, not a word.' : 'Nothing changed.'
  const more = clauses.length - mostClauses
  const said = more > 1 ? [...clauses.slice(0, mostClauses), `and ${more} more`] : clauses
  const sentence = said.join(', ')
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`
}

function itemClauses(sections: readonly SectionChange[]): string[] {
  const counts = new Map<string, number>()
  for (const part of sections.flatMap(({ parts }) => parts)) {
    if (part.part !== 'item') continue
    const key = `${part.kind} ${part.state}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const stateWords = { added: 'added', removed: 'taken out', changed: 'changed' }
  return itemKinds.flatMap((kind: ItemKind) =>
    (['added', 'removed', 'changed'] as const).flatMap((state) => {
      const count = counts.get(`${kind} ${state}`)
      return count ? `${count} ${count === 1 ? itemWords[kind].one : itemWords[kind].many} ${stateWords[state]}` : []
    }),
  )
}

function sectionClauses({ title, state, words, parts }: SectionChange): string[] {
  const called = title || 'a section without a title'
  if (state !== 'changed') return [`${called} ${state === 'added' ? 'added' : 'taken out'}`]
  const lines = parts.filter((part) => part.part === 'line')
  const unchanged = parts.reduce((sum, part) => sum + (part.part === 'unchanged' ? part.lines : 0), 0)
  // "moved here from" belongs to an item; a section's own words begin with what was done to it.
  const done = words.map((word) => word.split(/,| from /)[0]!)
  return [
    ...done.map((word) => `${called} ${word}`),
    ...(lines.length > 0 ? [`${called} ${textWord(lines, unchanged)}`] : []),
  ]
}

/** `written` where nothing stood before, `rewritten` where at least half of the words are others. */
function textWord(lines: readonly LineChange[], unchanged: number): string {
  const pieces = lines.flatMap((line) => line.pieces)
  const length = (kind: string) => pieces.reduce((sum, piece) => sum + (piece.kind === kind ? piece.text.length : 0), 0)
  const [same, added, removed] = [length('same'), length('added'), length('removed')]
  if (!changesWords(pieces)) return 'changed in a sign or its formatting'
  if (unchanged === 0 && same + removed === 0) return 'written'
  if (unchanged === 0 && same + added === 0) return 'emptied'
  return unchanged <= lines.length && same < added ? 'rewritten' : 'changed'
}
