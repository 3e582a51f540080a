import { type Clause, isHuman, kindOf, type Reading, type Subject, type SubjectKind } from './actors.ts'
import {
  auxiliaries,
  be,
  coordinators,
  determiners,
  negations,
  notVerbs,
  onlyLooksLikeVerb,
  partitives,
  prepositions,
  pronouns,
  relatives,
  subordinators,
} from './lexica/grammar.ts'
import { humanTails, indefinite, twoFaced } from './lexica/people.ts'
import { adverb, isWord } from './phrases.ts'
import { irregularParticiple, irregularPast, words } from './words.ts'

const nearest = words('i we he she')
const NOBODY = words('nobody none no-one')
const FOUND = words('out found saw noticed said thought')
const OPENERS = words('however unfortunately sadly both either')
const BEHIND = words('responsible available involved')
const ALONE = words('one both most some all many')
const CLOSERS = new Set([';', ':', '–', '—', '(', '→', '-', '…', '|', '?', '!', '"', '“'])
const NOT_AGENTS = /^(?:\d|mistake$|accident$|error$|default$|hand$|design$|now$|then$|.*ing$)/
const IMPLIED: Subject = { kind: 'implied', head: '', isHuman: true, from: 0, to: 0 }
const UNKNOWN: Subject = { kind: 'unknown', head: '', isHuman: false, from: 0, to: 0 }

/**
 * The clause of the verb at token `verb` (its first auxiliary will do). Found by walking left over auxiliaries and
 * adverbs and then reading the noun group there; no tagger, only closed classes.
 */
export function clauseAt(reading: Reading, verb: number): Clause {
  const { words } = reading.sentence
  let at = verb - 1
  let passive = false
  let negated = negations.has(words[verb] ?? '') || negations.has(words[verb + 1] ?? '')
  while (at >= 0 && (auxiliaries.has(words[at]!) || adverb(words[at]!))) {
    if (be.has(words[at]!) && !be.has(words[verb] ?? '')) passive = true
    if (negations.has(words[at]!)) negated = true
    at--
  }
  const subject = byHand(reading, subjectEndingAt(reading, at, 0), words[verb] ?? '')
  const denied = subject.to > subject.from && words[subject.from] === 'no'
  if (denied || NOBODY.has(subject.head)) negated = true
  const voice = passive && isParticiple(words[verb] ?? '') ? 'passive' : 'active'
  return { subject, voice, agent: voice === 'passive' ? agentAfter(reading, verb) : null, negated }
}

/** "The operator typed": what no program does makes a person of a noun that is software otherwise. */
function byHand({ cast }: Reading, subject: Subject, verb: string): Subject {
  const isPerson =
    subject.kind === 'system' && MANUAL.has(verb) && twoFaced.has(subject.head) && !cast.systems.has(subject.head)
  return isPerson ? { ...subject, kind: 'role', isHuman: true } : subject
}
const MANUAL = words('asked clicked looked misread pasted pressed thought told typed waited')

/** Past participles by form: in -ed, or irregular. */
export function isParticiple(word: string): boolean {
  return irregularParticiple.has(word) || (word.length > 3 && word.endsWith('ed') && !onlyLooksLikeVerb.has(word))
}

/** Whether a word is surely a finite verb: an auxiliary, an irregular past, or in -ed and no adjective we know. */
export function isVerb(word: string): boolean {
  return (
    auxiliaries.has(word) || irregularPast.has(word) || (word.length > 3 && word.endsWith('ed') && !notVerbs.has(word))
  )
}

/** Whether a word begins something new after a noun, rather than going on with a compound noun. */
export function opensPhrase(word: string): boolean {
  return (
    !isWord(word) ||
    [prepositions, auxiliaries, coordinators, subordinators, determiners, pronouns].some((list) => list.has(word)) ||
    isVerb(word) ||
    adverb(word)
  )
}

/** The subject whose last word is at token `end`, the place just left of the verb phrase. */
function subjectEndingAt(reading: Reading, end: number, depth: number): Subject {
  const { words } = reading.sentence
  if (end < 0) return IMPLIED
  if (depth > 6) return UNKNOWN
  const word = words[end]!
  if (word === ',') return beforeComma(reading, end, depth)
  if (CLOSERS.has(word) || word === ')' || word === '.')
    return word === ')' ? beforeBracket(reading, end, depth) : IMPLIED
  if (coordinators.has(word)) return inherited(reading, end, depth)
  if (relatives.has(word)) return antecedent(reading, end, depth)
  if (subordinators.has(word)) return UNKNOWN
  // "a change we did not catch": a pronoun next to the verb is its subject, whatever stands before.
  if (nearest.has(word)) return subject(reading, kindOf(reading, end, end, end + 1), end, end, end + 1)

  const start = groupStart(words, end)
  const opener = words[start - 1] ?? ''
  if (relatives.has(opener) && holdsVerb(words, start, end) && !isComplement(words, start - 1)) {
    return subjectEndingAt(reading, start - 2, depth + 1)
  }
  return nounGroup(reading, start, end + 1)
}

/** First token of the clause that ends at `end`: behind the nearest comma, subordinator, or "and" that joins clauses. */
function groupStart(words: string[], end: number): number {
  for (let at = end; at >= 0; at--) {
    const word = words[at]!
    if (word === ',' || CLOSERS.has(word) || word === ')') return at + 1
    if (subordinators.has(word) && !(at === end)) {
      if (prepositions.has(word) && !holdsVerb(words, at + 1, end)) continue
      return at + 1
    }
    if (coordinators.has(word) && holdsVerb(words, 0, at - 1)) return at + 1
    // "It turned out the team forgot": what was said or found opens a clause without "that".
    if (at < end && FOUND.has(word) && determiners.has(words[at + 1]!)) return at + 1
  }
  return 0
}

function holdsVerb(words: string[], from: number, to: number): boolean {
  for (let at = from; at <= to; at++) {
    if (isVerb(words[at]!)) return true
  }
  // A relative clause opens with its verb when no subject of its own follows: "the service that hosts it".
  return relatives.has(words[from - 1] ?? '') && !determiners.has(words[from]!) && !pronouns.has(words[from]!)
}

/** "We saw that …": the word opens a complement, not a relative clause. */
function isComplement(words: string[], at: number): boolean {
  return (
    words[at] === 'that' &&
    (at === 0 || isVerb(words[at - 1]!) || /^(?:sure|clear|fact|aware|so|mean|means)$/.test(words[at - 1]!))
  )
}

/** The head of the noun group from..to: its last word before the first preposition, after any fronted phrase. */
function nounGroup(reading: Reading, start: number, to: number): Subject {
  const { words } = reading.sentence
  let from = start
  while (
    from < to &&
    (!isWord(words[from]!) ||
      auxiliaries.has(words[from]!) ||
      adverb(words[from]!) ||
      coordinators.has(words[from]!) ||
      OPENERS.has(words[from]!))
  )
    from++
  from = afterFronted(words, from, to)
  if (words[from] === 'no' && words[from + 1] === 'one') return subject(reading, 'role', from, from + 1, to, 'nobody')
  if (partitives.has(words[from] ?? '') && words[from + 1] === 'of') {
    const nobody = words[from] === 'none' || words[from] === 'neither'
    const rest = nounGroup(reading, from + 2, to)
    return nobody && rest.isHuman ? { ...rest, head: 'none' } : rest
  }
  if (indefinite.has(words[from] ?? '')) return subject(reading, 'role', from, from, to)
  let cut = from
  while (cut < to && !cutsGroup(words, cut, from)) cut++
  const head = cut - 1
  if (head < from) return onCallGroup(reading, from, to)
  if (head === from && determiners.has(words[head]!) && !ALONE.has(words[head]!)) return onCallGroup(reading, from, to)
  const first = subject(reading, kindOf(reading, from, head, to), from, head, to)
  if (!first.isHuman && (words[cut] === 'and' || words[cut] === 'or') && cut + 1 < to) {
    const second = nounGroup(reading, cut + 1, to)
    return second.isHuman ? second : first
  }
  return first
}

function subject(reading: Reading, kind: SubjectKind, from: number, head: number, to: number, as?: string): Subject {
  return { kind, head: as ?? reading.sentence.words[head]!, isHuman: isHuman(kind), from, to }
}

/** "The on call", "whoever was on duty": the post stands for the person. */
function onCallGroup(reading: Reading, from: number, to: number): Subject {
  const { words } = reading.sentence
  const onDuty = words[to - 2] === 'on' && humanTails.has(words[to - 1] ?? '')
  return onDuty ? subject(reading, 'role', from, to - 1, to) : { ...UNKNOWN, from, to, head: words[from] ?? '' }
}

function cutsGroup(words: string[], at: number, from: number): boolean {
  const word = words[at]!
  if (prepositions.has(word) || coordinators.has(word) || subordinators.has(word) || word === ',')
    return at > from || prepositions.has(word)
  if (at === from) return false
  // "the team responsible for it": an adjective behind its noun.
  if (BEHIND.has(word)) return true
  // A pronoun or determiner after a noun opens a relative clause: "every engineer we met".
  if (pronouns.has(word) || (determiners.has(word) && !determiners.has(words[at - 1]!))) return true
  if (auxiliaries.has(word)) return true
  // "developer creating the request": a participle with an object behind it.
  if (
    word.length > 5 &&
    word.endsWith('ing') &&
    determiners.has(words[at + 1] ?? '') &&
    !determiners.has(words[at - 1]!)
  )
    return true
  // "engineer assigned to the shift": a participle with a preposition behind it.
  return (
    isParticiple(word) &&
    (prepositions.has(words[at + 1] ?? '') || words[at + 1] === 'to') &&
    !determiners.has(words[at - 1]!)
  )
}

/** Skips "During the rollout | the engineer": from a leading preposition to the next determiner or pronoun. */
function afterFronted(words: string[], from: number, to: number): number {
  if (!prepositions.has(words[from] ?? '')) return from
  for (let at = from + 2; at < to; at++) {
    const opens = determiners.has(words[at]!) || pronouns.has(words[at]!)
    if (opens && !prepositions.has(words[at - 1]!) && !determiners.has(words[at - 1]!)) return at
  }
  return from
}

/** Left of a comma: over an insert between two commas to the subject, or the subject of the list of verbs. */
function beforeComma(reading: Reading, comma: number, depth: number): Subject {
  const { words } = reading.sentence
  let open = comma - 1
  while (open >= 0 && words[open] !== ',') open--
  if (open > 0) {
    const first = words[open + 1]!
    const insert =
      prepositions.has(first) ||
      relatives.has(first) ||
      isParticiple(first) ||
      first.endsWith('ing') ||
      subordinators.has(first)
    if (insert || !holdsVerb(words, 0, open - 1)) return subjectEndingAt(reading, open - 1, depth + 1)
  }
  return inherited(reading, comma, depth)
}

function beforeBracket(reading: Reading, close: number, depth: number): Subject {
  const open = reading.sentence.words.lastIndexOf('(', close)
  return open > 0 ? subjectEndingAt(reading, open - 1, depth + 1) : UNKNOWN
}

/** "A lead saw the backlog but failed …": the verb shares the subject of the verb before it. */
function inherited(reading: Reading, before: number, depth: number): Subject {
  const { words } = reading.sentence
  for (let at = before - 1; at >= 0; at--) {
    if (words[at] === ';' || words[at] === '.') return IMPLIED
    if (!isVerb(words[at]!)) continue
    let left = at - 1
    while (left >= 0 && (auxiliaries.has(words[left]!) || adverb(words[left]!))) left--
    // A participle inside a noun group is no verb of its own: "the deployed service and failed".
    if (left >= 0 && (determiners.has(words[left]!) || prepositions.has(words[left]!)) && !auxiliaries.has(words[at]!))
      continue
    if (left < 0 && !auxiliaries.has(words[at]!)) return IMPLIED
    return subjectEndingAt(reading, left, depth + 1)
  }
  return UNKNOWN
}

/** Who "who" or "which" is. Without a noun before it, "who" is a question about a person. */
function antecedent(reading: Reading, at: number, depth: number): Subject {
  const { words } = reading.sentence
  const who = words[at] === 'who'
  const comma = words[at - 1] === ','
  const end = at - (comma ? 2 : 1)
  if (end < 0 || subordinators.has(words[end]!))
    return who ? { ...UNKNOWN, kind: 'role', isHuman: true, head: 'who', from: at, to: at + 1 } : UNKNOWN
  let start = end
  while (
    start > 0 &&
    !determiners.has(words[start]!) &&
    !prepositions.has(words[start - 1]!) &&
    !isVerb(words[start - 1]!) &&
    words[start - 1] !== ','
  )
    start--
  const found = depth > 6 ? UNKNOWN : nounGroup(reading, start, end + 1)
  return who && found.kind === 'unknown' ? { ...found, kind: 'role', isHuman: true } : found
}

/** The noun group behind "by", within eight words of the verb; times, gerunds and "by mistake" are no agents. */
function agentAfter(reading: Reading, verb: number): Subject | null {
  const { words } = reading.sentence
  const end = Math.min(words.length, verb + 9)
  for (let at = verb + 1; at < end; at++) {
    if (/^[.,;:)]$/.test(words[at]!)) return null
    if (words[at] !== 'by') continue
    const first = determiners.has(words[at + 1] ?? '') ? at + 2 : at + 1
    if (first >= words.length || NOT_AGENTS.test(words[first]!)) return null
    let to = at + 2
    while (to < words.length && !/^[.,;:()]$/.test(words[to]!) && !isVerb(words[to]!) && !subordinators.has(words[to]!))
      to++
    return nounGroup(reading, at + 1, to)
  }
  return null
}
