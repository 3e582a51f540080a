import type { Cast } from './cast.ts'
import { prepositions } from './lexica/grammar.ts'
import {
  groupModifiers,
  groups,
  humanModifiers,
  humanTails,
  indefinite,
  outsiders,
  roles,
  twoFaced,
} from './lexica/people.ts'
import { isCapitalised, isMention, type Tokens } from './tokens.ts'
import { words } from './words.ts'

/** What a subject is. `outsider`: customers, attackers, vendors; never owed a duty in a post-mortem. */
export type SubjectKind = 'person' | 'role' | 'team' | 'pronoun' | 'we' | 'implied' | 'system' | 'outsider' | 'unknown'

const HUMAN = new Set<unknown>(['person', 'role', 'team', 'pronoun', 'we', 'implied'])
const SELF = words('i we us me ourselves myself')
const THIRD = words('he she him her')

/** Whether a kind of subject is a human being whose act or omission a sentence could judge. */
export function isHuman(kind: unknown): boolean {
  return HUMAN.has(kind)
}

/** Who a clause is about. */
export interface Subject {
  kind: SubjectKind
  /** Lower-case head noun; empty when the subject is implied. */
  head: string
  isHuman: boolean
  /** Token range of the noun group, half open; empty when the subject is implied. */
  from: number
  to: number
}

/** The clause around one verb. */
export interface Clause {
  subject: Subject
  voice: 'active' | 'passive'
  /** Who stands behind "by" in a passive, if anyone does. */
  agent: Subject | null
  negated: boolean
}

/** A sentence together with what is known about mentions and the house's own names. */
export interface Reading {
  sentence: Tokens
  cast: Cast
  /** What the mention at an offset stands for. */
  mentionAt: (offset: number) => 'person' | 'team' | 'service' | undefined
  /** Its clauses by the token of their verb, as far as anyone has asked. */
  clauses: Clause[]
  /** The sentence before, for pronouns. */
  previous?: () => Reading | undefined
}

/**
 * The kind of the noun group from..to (token indices, half open) whose head noun stands at `head`.
 * House words win over the lexica, systems over people's names only where the whole name is listed as a system.
 */
export function kindOf(reading: Reading, from: number, head: number, to: number): SubjectKind {
  const { sentence, cast } = reading
  const word = sentence.words[head] ?? ''
  if (isMention(sentence, head)) {
    const mention = reading.mentionAt(sentence.starts[head]!)
    return mention === 'service' ? 'system' : (mention ?? 'unknown')
  }
  if (SELF.has(word)) return 'we'
  if (THIRD.has(word)) return 'pronoun'
  if (word === 'they') return antecedentOfThey(reading, from)
  if (indefinite.has(word) || word === 'no-one') return 'role'
  if (named(cast.systems, sentence, from, head)) return 'system'
  if (named(cast.roles, sentence, from, head)) return 'role'
  if (named(cast.teams, sentence, from, head)) return 'team'
  if (named(cast.people, sentence, from, head) && isCapitalised(sentence, head)) return 'person'
  return kindOfNoun(reading, from, head, to)
}

function kindOfNoun({ sentence, cast }: Reading, from: number, head: number, to: number): SubjectKind {
  const noun = singular(sentence.words[head] ?? '')
  if (cast.twoFaced.has(noun)) return eitherOf(sentence, noun, from, head, to)
  if (groups.has(noun) || groups.has(sentence.words[head] ?? '')) return 'team'
  if (roles.has(noun)) return 'role'
  if (outsiders.has(noun)) return 'outsider'
  return twoFaced.has(noun) ? eitherOf(sentence, noun, from, head, to) : 'unknown'
}

/** A noun that is software as often as a person: decided by what stands next to it. */
function eitherOf(sentence: Tokens, noun: string, from: number, head: number, to: number): SubjectKind {
  // "Support told us" is a team; "the support for it" is not.
  if (noun === 'support' && from === head && !prepositions.has(sentence.words[head + 1] ?? '')) return 'team'
  const before = sentence.words.slice(Math.max(from, head - 2), head)
  if (noun === 'group') return before.some((word) => groupModifiers.has(word)) ? 'team' : 'system'
  if (before.some((word) => humanModifiers.has(word) || groups.has(word) || indefinite.has(word))) return 'role'
  const after = sentence.words.slice(head + 1, Math.min(to, head + 4))
  return after.some((word) => humanTails.has(word) || word === 'on-call') ? 'role' : 'system'
}

/** "they" is whoever was named last: people if that was people, otherwise it is not counted as human. */
function antecedentOfThey(reading: Reading, before: number): SubjectKind {
  for (let at = before - 1; at >= 0; at--) {
    const kind = kindOf(reading, at, at, at + 1)
    if (kind === 'role' || kind === 'team' || kind === 'person') return 'pronoun'
    if (kind === 'system' || kind === 'outsider') return 'unknown'
    const word = reading.sentence.words[at]!
    if (word.length > 4 && word.endsWith('s') && !word.endsWith('ss')) return 'unknown'
  }
  const previous = reading.previous?.()
  return previous ? antecedentOfThey({ ...previous, previous: undefined }, previous.sentence.words.length) : 'unknown'
}

/** Whether the up to three words that end at the head are a name in the list. */
function named(list: ReadonlySet<string>, { words: all }: Tokens, from: number, head: number): boolean {
  if (list.size === 0) return false
  for (let start = Math.max(from, head - 2); start <= head; start++) {
    const name = all.slice(start, head + 1).join(' ')
    if (list.has(name) || list.has(singular(name))) return true
  }
  return false
}

/** The singular of a regular plural. */
function singular(noun: string): string {
  if (noun.length < 4 || !noun.endsWith('s') || noun.endsWith('ss')) return noun
  if (noun === 'on-calls') return 'on-call'
  return noun.slice(0, -1)
}
