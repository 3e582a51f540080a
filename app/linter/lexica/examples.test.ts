import { afterAll, describe, expect, test, vi } from 'vitest'
import { createLinter, type Linter } from '../linter.ts'
import { findingsIn, markedBy, textOf } from '../mark-example.ts'
import type { Example } from '../rule.ts'
import { ruleset } from '../ruleset.ts'
import { tokens } from '../tokens.ts'
import { allOf, verbs, type Words, words } from '../words.ts'
import * as acts from './acts.ts'
import * as actsShown from './examples/acts.ts'
import * as peopleShown from './examples/people.ts'
import * as practiceShown from './examples/practice.ts'
import * as people from './people.ts'
import * as practice from './practice.ts'

/** The words of a list, as they are written there. */
type WordsOf = (list: string) => string

interface Lexicon {
  lists: Record<string, unknown>
  shown: Record<string, Record<string, Example>>
  /** The lists of the file made again from their words. */
  remake: (of: WordsOf) => Record<string, unknown>
}

/** The lists of verbs. Their entries are base forms. */
const VERBS = words('owed duty humanOnly changing testing arranging preventing worked')

const lexica: Record<string, Lexicon> = {
  people: { lists: people, shown: peopleShown, remake: (of) => plain(peopleShown, of) },
  acts: { lists: acts, shown: actsShown, remake: remakeActs },
  practice: { lists: practice, shown: practiceShown, remake: remakePractice },
}

function plain(shown: object, of: WordsOf): Record<string, Words> {
  return Object.fromEntries(Object.keys(shown).map((list) => [list, words(of(list))]))
}

function remakeActs(of: WordsOf) {
  const { owed: _, ...rest } = plain(actsShown, of)
  const owed = verbs(of('owed'))
  const humanOnly = verbs(of('humanOnly'), owed)
  const changing = verbs(of('changing'))
  return {
    ...rest,
    duty: verbs(of('duty'), owed),
    humanOnly,
    changing,
    humanActs: verbs('', changing, humanOnly),
    testing: verbs(of('testing')),
    arranging: verbs(of('arranging')),
    preventing: verbs(of('preventing')),
  }
}

function remakePractice(of: WordsOf) {
  const { work, ...rest } = plain(practiceShown, of)
  return {
    ...rest,
    humanWork: allOf(work!, rest.humanWork!),
    practices: allOf(work!, rest.practices!),
    worked: verbs(of('worked')).participle,
  }
}

/** Every form of an entry that may stand in its example. */
function formsOf(list: string, entry: string): Words {
  return words(VERBS.has(list) ? `${entry}*` : /[*+]$/.test(entry) ? entry : `${entry}+`)
}

function wordsIn(example: Example): string[] {
  const text = textOf(example).replaceAll(/[[\]]/g, '')
  return tokens(text, { from: 0, to: text.length }).words.map((word) => word.replace(/'s$/, ''))
}

function holds(list: string, entry: string, example: Example): boolean {
  const forms = formsOf(list, entry)
  return wordsIn(example).some((word) => forms.has(word))
}

/** The entries in groups such that no example holds another entry of its group: one linter can do without all of them. */
function rounds(list: string, shown: Record<string, Example>): string[][] {
  const groups: string[][] = []
  for (const entry of Object.keys(shown)) {
    const isApart = (other: string) => !holds(list, other, shown[entry]!) && !holds(list, entry, shown[other]!)
    const group = groups.find((others) => others.every(isApart))
    if (group) group.push(entry)
    else groups.push([entry])
  }
  return groups
}

/** A linter made anew without some entries of one list. */
async function linterWithout(file: string, list: string, gone: string[]): Promise<Linter> {
  const { remake, shown } = lexica[file]!
  vi.resetModules()
  vi.doMock(`./${file}.ts`, () =>
    remake((each) => {
      const entries = Object.keys(shown[each]!)
      // A list is never empty: a word that is in no sentence stays.
      return ['blorf', ...entries.filter((entry) => each !== list || !gone.includes(entry))].join(' ')
    }),
  )
  const [made, rules] = await Promise.all([import('../linter.ts'), import('../ruleset.ts')])
  vi.doUnmock(`./${file}.ts`)
  return made.createLinter(rules.ruleset)
}

const whole = createLinter(ruleset)
const answer = (linter: Linter, example: Example) =>
  findingsIn(linter, example).map(({ from, to, level }) => `${from}–${to} ${level}`)

afterAll(() => vi.resetModules())

describe.each(Object.keys(lexica))('%s', (file) => {
  const { lists, shown, remake } = lexica[file]!

  test('every entry has an example, and every example an entry', () => {
    expect(remake((list) => Object.keys(shown[list]!).join(' '))).toEqual({ ...lists })
  })

  test('lists that are made again from their words answer as the file does', async () => {
    const again = await linterWithout(file, '', [])
    for (const example of Object.values(shown).flatMap((examples) => Object.values(examples)))
      expect(answer(again, example)).toEqual(answer(whole, example))
  })

  describe.each(Object.keys(shown))('%s', (list) => {
    const examples = Object.entries(shown[list]!)

    test('each example holds its entry', () => {
      expect(examples.filter(([entry, example]) => !holds(list, entry, example))).toEqual([])
    })

    test('in each example exactly what is in brackets is noted', () => {
      for (const [, example] of examples) expect(markedBy(whole, example)).toBe(textOf(example))
    })

    test('each entry earns its place: without it the answer to its example is another', async () => {
      const idle: string[] = []
      for (const gone of rounds(list, shown[list]!)) {
        const without = await linterWithout(file, list, gone)
        for (const entry of gone) {
          const example = shown[list]![entry]!
          if (answer(without, example).join() === answer(whole, example).join()) idle.push(entry)
        }
      }
      expect(idle).toEqual([])
    })
  })
})

test('no sentence stands twice', () => {
  const texts = Object.values(lexica).flatMap(({ shown }) =>
    Object.values(shown).flatMap((examples) => Object.values(examples).map(textOf)),
  )
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})
