import { expect, test } from 'vitest'
import { comparisonNames } from '#tests/comparison-names.ts'
import { completeDocument, documentWith, paragraph } from '#tests/documents.ts'
import type { DocumentJson, NodeJson } from '../document-json.ts'
import { Facts } from '../facts.ts'
import { compareDocuments } from './compare-documents.ts'
import type { Difference, ItemChange, Piece } from './difference.ts'
import { differenceInWords } from './difference-in-words.ts'

const complete = completeDocument()
const facts = Facts.parse({ title: 'Cards declined' })
const compare = (before: DocumentJson, after: DocumentJson) =>
  compareDocuments({ document: before, facts }, { document: after, facts }, comparisonNames)
const changed = (change: (document: DocumentJson) => void, from = complete) => {
  const document = structuredClone(from)
  change(document)
  return document
}
const section = (document: DocumentJson, key: string) => document.content.find(({ attrs }) => attrs.key === key)!
const itemsIn = (difference: Difference) =>
  difference.sections.flatMap(({ parts }) => parts).filter((part): part is ItemChange => part.part === 'item')
const told = (difference: Difference) =>
  itemsIn(difference).map(({ state, name, words }) => `${state}: ${[name, ...words].join(', ')}`)
const shown = (pieces: Piece[]) =>
  pieces.map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `{-${text}-}` })[kind]).join('')

test('an entry whose time was put right is told by both times', () => {
  const after = changed((document) => {
    section(document, 'what-happened').content![1]!.attrs!.at = '2026-11-12T14:10:00.000Z'
  })
  const difference = compare(complete, after)
  expect(told(difference)).toEqual(['changed: entry 14:09, moved to 14:10'])
  expect(differenceInWords(difference)).toBe('1 entry changed.')
  expect(difference.sections[0]!.parts).toMatchObject([
    { part: 'unchanged', items: 1, kind: 'timelineEntry' },
    { part: 'item', id: 'entry2' },
    { part: 'unchanged', items: 2 },
  ])
})

test('an entry that only changed its day is told with the day', () => {
  const after = changed((document) => {
    section(document, 'what-happened').content![1]!.attrs!.at = '2026-11-13T14:09:00.000Z'
  })
  expect(told(compare(complete, after))).toEqual(['changed: entry 14:09, moved to 13 Nov 2026, 14:09 UTC'])
})

test('a time that was not known, or is not known so well, is told as it is now', () => {
  const told14 = (attrs: Record<string, unknown>, from = complete) =>
    told(
      compare(
        from,
        changed((document) => void Object.assign(section(document, 'what-happened').content![1]!.attrs!, attrs), from),
      ),
    )
  expect(told14({ precision: 'about' })).toEqual(['changed: entry 14:09, now about 14:09'])
  expect(told14({ precision: 'between', until: '2026-11-12T14:20:00.000Z' })).toEqual([
    'changed: entry 14:09, now between 14:09 and 14:20',
  ])
  expect(told14({ at: null, precision: 'unknown', typed: '' })).toEqual(['changed: entry 14:09, without a time now'])
  const untimed = changed((document) => {
    Object.assign(section(document, 'what-happened').content![1]!.attrs!, { at: null, typed: '' })
  })
  const [entry] = told14({ at: '2026-11-12T14:09:00.000Z' }, untimed)
  expect(entry).toMatch(/, now 14:09$/)
})

test('words that changed inside an item are told word by word', () => {
  const after = changed((document) => {
    section(document, 'what-happened').content![2]!.content = [paragraph('The old bundle was put back on all nodes.')]
  })
  const [entry] = itemsIn(compare(complete, after))
  expect(entry!.lines.map(({ pieces }) => shown(pieces))).toEqual([
    'The {-previous-}{+old+} bundle was put back{+ on all nodes+}.',
  ])
})

test('type, marks, links, factors, sources and decisions are told in words', () => {
  const after = changed((document) => {
    const [first, second] = section(document, 'what-happened').content as [NodeJson, NodeJson]
    first.attrs = { ...first.attrs, type: 'changed', milestones: [] }
    second.attrs!.evidence = []
    Object.assign(section(document, 'allowed-it').content![0]!.attrs!, {
      role: 'hidden',
      factors: ['f1'],
      entries: ['entry2'],
    })
    Object.assign(section(document, 'changing').content![0]!.attrs!, {
      decision: 'not-doing',
      because: 'It would stop every renewal.',
      teamId: 't1',
      strength: 'weaker',
    })
  })
  const difference = compare(complete, after)
  expect(told(difference)).toEqual([
    'changed: entry 14:03:10, now “changed”, no longer marks first effect',
    'changed: entry 14:09, no longer has the source payments log',
    'changed: cause “The check looked at our own store …”, now “made it hard to see”, with no signal, rests on entry 14:09, no longer rests on entry 14:03:10',
    'changed: change “A rotation stops when a network’s store …”, now “relies on memory”, owned by Edge, now “not doing, because”',
  ])
  expect(
    itemsIn(difference)
      .at(-1)!
      .fields.map(({ label, pieces }) => `${label}: ${shown(pieces)}`),
  ).toEqual(['Because: {+It would stop every renewal.+}'])
})

test('an item that was moved is told once, where it stands now', () => {
  const after = changed((document) => {
    const timeline = section(document, 'what-happened')
    timeline.content!.push(timeline.content!.shift()!)
  })
  expect(told(compare(complete, after))).toEqual(['changed: entry 14:03:10, moved down'])
  const elsewhere = changed((document) => {
    const [entry] = section(document, 'what-happened').content!.splice(0, 1)
    section(document, 'in-short').content!.push(entry!)
  })
  expect(told(compare(complete, elsewhere))).toEqual(['changed: entry 14:03:10, moved here from What happened'])
})

test('which way an item moved is told by those that stay in its section, whatever else comes and goes there', () => {
  const entries = (document: DocumentJson) => section(document, 'what-happened').content!
  const after = changed((document) => {
    const others = ['allowed-it', 'changing'].map((key) => section(document, key).content!.shift()!)
    const [, second, third, last] = entries(document) as [NodeJson, NodeJson, NodeJson, NodeJson]
    section(document, 'what-happened').content = [...others, last, second, third]
  })
  const last = entries(complete).at(-1)!.attrs!.id
  expect(itemsIn(compare(complete, after)).find(({ id }) => id === last)!.words).toEqual(['moved up'])

  const turned = changed(
    (document) => void entries(document).splice(0, 3, ...entries(document).slice(0, 3).toReversed()),
  )
  expect(itemsIn(compare(complete, turned)).map(({ words }) => words)).toEqual([['moved'], ['moved down']])
})

test('an item that was taken out and another that says the same are two', () => {
  const after = changed((document) => {
    section(document, 'what-happened').content![1]!.attrs!.id = 'another'
  })
  expect(told(compare(complete, after))).toEqual(['removed: entry 14:09', 'added: entry 14:09'])
})

test('an item whose words are a mention is called by it, and a task is told as ticked', () => {
  const mention = { type: 'mention', attrs: { kind: 'person', id: 'p1' } }
  const task = (checked: boolean) => ({
    type: 'taskList',
    content: [
      {
        type: 'taskItem',
        attrs: { checked },
        content: [
          paragraph('Ask the network'),
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('twice')] }] },
        ],
      },
    ],
  })
  const before = changed((document) => {
    section(document, 'thanks').content![0]!.content = [{ type: 'paragraph', content: [mention] }]
    section(document, 'in-short').content = [task(false)]
  })
  const after = changed((document) => {
    section(document, 'thanks').content![0]!.attrs!.to = 'the night shift'
    section(document, 'in-short').content = [task(true)]
  }, before)
  const difference = compare(before, after)
  expect(told(difference)).toEqual(['changed: thanks “payments engineer”, now to the night shift'])
  const [ticked, inside] = difference.sections[0]!.parts
  expect(ticked).toMatchObject({ part: 'line', words: ['ticked'] })
  expect(inside).toMatchObject({ part: 'unchanged', lines: 1 })
})

test('sections that were renamed, left out, added, taken out or moved are told', () => {
  const after = changed((document) => {
    section(document, 'thanks').attrs.title = 'Thank you'
    const [lessons] = document.content.splice(document.content.indexOf(section(document, 'lessons')), 1)
    document.content.unshift(lessons!)
    section(document, 'in-short').attrs.hiddenBecause = 'it is in the report'
    document.content.push({
      type: 'section',
      attrs: { id: 'own', key: null, kind: 'prose', title: 'Costs', hiddenBecause: null },
      content: [paragraph('None that were counted.')],
    })
  })
  const difference = compare(complete, after)
  const words = difference.sections.map(({ title, state, words: said }) => `${title}: ${[state, ...said].join(', ')}`)
  expect(words).toEqual([
    'What we take with us: changed, moved',
    'In short: changed, left out, because it is in the report',
    'Thank you: changed, renamed from “Thanks”',
    'Costs: added',
  ])
  expect(differenceInWords(difference)).toBe(
    'What we take with us moved, In short left out, Thank you renamed, Costs added.',
  )
})

test('a section that is written anew is told as rewritten, one with a word more as changed', () => {
  const rewritten = changed((document) => {
    section(document, 'in-short').content = [
      paragraph('Cards failed for some; nobody could tell why until the morning.'),
    ]
  })
  expect(differenceInWords(compare(complete, rewritten))).toBe('In short rewritten.')
  const longer = changed((document) => {
    section(document, 'in-short').content![0]!.content![0]!.text += ' All is well.'
  })
  expect(differenceInWords(compare(complete, longer))).toBe('In short changed.')
  const emptied = changed((document) => {
    section(document, 'in-short').content = [paragraph('')]
  })
  expect(differenceInWords(compare(emptied, complete))).toBe('In short written.')
  expect(differenceInWords(compare(complete, emptied))).toBe('In short emptied.')
})

test('a paragraph is known again when half of its words are the same, wherever others were put in', () => {
  const before = documentWith({
    'in-short': [paragraph('The alert fired at noon.'), paragraph('Support heard of it from three shops.')],
  })
  const after = documentWith({
    'in-short': [
      paragraph('Something else came first.'),
      paragraph('The alert fired shortly after noon.'),
      paragraph('Support heard of it from three shops.'),
    ],
  })
  for (const document of [before, after])
    for (const [place, each] of document.content.entries()) each.attrs.id = `s${place}`
  const parts = compare(before, after).sections[0]!.parts
  expect(parts.map((part) => (part.part === 'line' ? `${part.state}: ${shown(part.pieces)}` : part))).toEqual([
    'added: {+Something else came first.+}',
    'changed: The alert fired {-at -}{+shortly after +}noon.',
    { part: 'unchanged', items: 0, kind: null, lines: 1 },
  ])
})

test('formatting alone, a sign, and what is only laid out are told as such', () => {
  const bold = changed((document) => {
    section(document, 'in-short').content![0]!.content![0]!.marks = [{ type: 'bold' }]
  })
  const difference = compare(complete, bold)
  expect(differenceInWords(difference)).toBe('In short changed in a sign or its formatting.')
  const spaced = changed((document) => void section(document, 'in-short').content!.push(paragraph('')))
  expect(compare(complete, spaced)).toEqual({ facts: [], sections: [], onlyLayout: true })
})

test('facts are told by their names', () => {
  const difference = compareDocuments(
    { document: complete, facts },
    {
      document: complete,
      facts: Facts.parse({ title: 'Cards were declined', severityId: 'sev1', serviceIds: ['s1'], zone: 'Europe/Oslo' }),
    },
    comparisonNames,
  )
  expect(difference.facts.map(({ fact, words, pieces }) => `${fact}: ${words}${shown(pieces)}`)).toEqual([
    'Title: Cards {+were +}declined',
    'Severity: not set yet → SEV-1',
    'Zone: UTC → Europe/Oslo',
    'Services: Card gateway added',
  ])
  expect(differenceInWords(difference)).toBe('Title changed, severity changed, zone changed, services changed.')
})

test('a long list of changes ends with how many more there are', () => {
  const after = changed((document) => {
    for (const each of document.content) each.attrs.title += ' (new)'
  })
  expect(differenceInWords(compare(complete, after))).toMatch(/, and 6 more\.$/)
})
