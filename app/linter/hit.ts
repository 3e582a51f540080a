import { type Clause, isHuman, kindOf, type Reading, type Subject, type SubjectKind } from './actors.ts'
import type { Section } from './block.ts'
import { clauseAt } from './clauses.ts'
import { determiners } from './lexica/grammar.ts'
import type { Match } from './phrases.ts'
import type { Words } from './words.ts'

/** One place where a phrase stands, with what a rule may ask about it. A clause is read when first asked for. */
export class Hit {
  readonly from: number
  readonly to: number
  /** Lower-case words of the sentence, punctuation included. */
  readonly words: string[]
  readonly reading: Reading
  readonly section: Section

  constructor({ from, to }: Match, reading: Reading, section: Section) {
    this.from = from
    this.to = to
    this.words = reading.sentence.words
    this.reading = reading
    this.section = section
  }

  /** A word of the sentence by its token; empty outside of it. */
  at(token: number): string {
    return this.words[token] ?? ''
  }
  /** The word right before the phrase, its first and last, and the one right behind it. */
  get previous(): string {
    return this.at(this.from - 1)
  }
  get first(): string {
    return this.at(this.from)
  }
  get last(): string {
    return this.at(this.to - 1)
  }
  get next(): string {
    return this.at(this.to)
  }

  /** The clause of the verb at a token; without one, of the phrase's first word. */
  clause(verb = this.from): Clause {
    const { clauses } = this.reading
    clauses[verb] ??= clauseAt(this.reading, verb)
    return clauses[verb]
  }
  get subject(): Subject {
    return this.clause().subject
  }

  /** Whether one of these words stands within `reach` tokens before the phrase. */
  before(list: Words, reach = this.from): boolean {
    return this.has(list, this.from - reach, this.from)
  }
  /** Whether one of these words stands within `reach` tokens behind the phrase. */
  after(list: Words, reach = this.words.length): boolean {
    return this.has(list, this.to, this.to + reach)
  }
  /** Whether one of these words is in the phrase itself. */
  holds(list: Words): boolean {
    return this.has(list, this.from, this.to)
  }
  /** Whether one of these words stands between two tokens; in the whole sentence, when none are given. */
  has(list: Words, from = 0, to = this.words.length): boolean {
    const end = Math.min(to, this.words.length)
    for (let at = Math.max(0, from); at < end; at++) if (list.has(this.words[at]!)) return true
    return false
  }

  /** Whether a person other than "we" is named between two tokens. */
  someone(from: number, to: number): boolean {
    for (let at = Math.max(0, from); at < Math.min(to, this.words.length); at++) {
      const kind = kindOf(this.reading, Math.max(from, at - 2), at, at + 1)
      if (isHuman(kind) && kind !== 'we') return true
    }
    return false
  }
  /** Whose the possessive at a token says something is ("the developer's"); `name` for a name nobody listed. */
  owner(token: number): SubjectKind | 'name' | null {
    const { sentence } = this.reading
    const bare = /^(.+?)(?:'s|s')$/.exec(this.at(token))?.[1]
    if (!bare) return null
    const words = sentence.words.with(token, bare)
    const kind = kindOf({ ...this.reading, sentence: { ...sentence, words } }, Math.max(0, token - 2), token, token + 1)
    const written = sentence.text.slice(sentence.starts[token], sentence.ends[token])
    return kind === 'unknown' && !determiners.has(bare) && /^\p{Lu}\p{Ll}+['’]/u.test(written) ? 'name' : kind
  }
}
