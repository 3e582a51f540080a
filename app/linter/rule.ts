import type { Reading } from './actors.ts'
import type { Level, Section } from './block.ts'
import type { Clause, Subject } from './clauses.ts'
import type { Match, Phrase } from './phrases.ts'
import type { Policy } from './policy.ts'

/**
 * One occurrence of one of a rule's phrases, with what the rule may ask about it. The clause is found when first
 * asked for and only then.
 */
export interface Hit extends Match {
  reading: Reading
  section: Section
  /** Lower-case words of the sentence, punctuation included. */
  words: string[]
  /** The word right before the phrase and the one right behind it; empty at the ends of the sentence. */
  previous: string
  next: string
  /** Which of the rule's phrases matched, by its name in `phrases`. */
  phrase: string
  /** The clause of the verb at a token; without one, of the phrase's first word. */
  clause: (verb?: number) => Clause
  /** Whether one of these words stands within `reach` tokens before the phrase, in the same clause or before it. */
  before: (list: ReadonlySet<string>, reach?: number) => boolean
  /** Whether one of these words stands within `reach` tokens behind the phrase. */
  after: (list: ReadonlySet<string>, reach?: number) => boolean
}

/** true: flag it; `lower`: one level lower; `self`: one level lower, with the card for "we" and "I". */
export type Verdict = boolean | 'lower' | 'self' | { from: number; to: number; verdict?: true | 'lower' | 'self' }

/** A category of wording with everything that is known about it, apart from its examples. */
export interface Rule {
  /** What it detects; also the name of its file. */
  id: string
  /** Its number in the taxonomy, "B01". */
  code: string
  /** Level by kind of section; `off` where it is not looked for. */
  levels: Policy
  /** What to look for. Anchored on literal words, which also feed the prefilter. */
  phrases: Record<string, Phrase>
  /** Whether an occurrence counts; without it every one does. Called only for occurrences. */
  when?: (hit: Hit) => Verdict
  /** Which phrases are looked for in which sections, where that is not the same for all of them. */
  only?: (phrase: string, section: Section) => boolean
  /** Phrases that clear an occurrence they touch: the same words in another sense. */
  unless?: Phrase[]
  /** At most one finding per document. */
  once?: boolean
  /** What the card says it saw; `{word}` stands for the excerpt. Ends with a full stop. */
  message: string
  why: string
  /** A what or how question to go on with. Ends with a question mark. */
  question: string
  source: string
}

/** Sentences that are a rule's documentation and its tests. Brackets mark the exact span of the finding. */
export interface Examples {
  /** At least eight; found by this rule. */
  flagged: Example[]
  /** At least eight; no rule of the set finds anything in them. */
  clean: Example[]
  /** At least three: a flagged sentence and its nearest clean neighbour. */
  pairs: [flagged: Example, clean: Example][]
}

/** A sentence, with the section and the house words it needs to be read as meant. Without a section: causes. */
export type Example = string | { text: string; section?: Section; people?: string[]; systems?: string[] }

/** Gives a rule its type; rules are plain records. */
export function defineRule(rule: Rule): Rule {
  return rule
}

/** The card for sentences about "we" and "I": the same finding, read differently. */
export const selfReport = {
  message: 'Honest, and there is more in it.',
  why: 'Owning it builds trust; the view from that seat is what teaches.',
  question: 'What did we believe then, and what made it believable?',
} as const

/** The usual answer about a subject: people count, "we" and "I" one level less; without a subject nobody does. */
export function ofPerson(subject: Subject): boolean | 'self' {
  if (!subject.isHuman || subject.kind === 'implied') return false
  return subject.kind === 'we' ? 'self' : true
}

/** A note about "we" or "I" is a hint where others would get a warning. */
export function ofSelf(level: Level): Level {
  return level === 'warn' ? 'hint' : level
}

/** One level down; below info there is nothing. */
export function lower(level: Level): Level | 'off' {
  return level === 'warn' ? 'hint' : level === 'hint' ? 'info' : 'off'
}
