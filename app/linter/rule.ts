import type { Subject } from './actors.ts'
import type { Level, Section } from './block.ts'
import { isVerb } from './clauses.ts'
import type { Hit } from './hit.ts'
import { be } from './lexica/grammar.ts'
import type { Phrase } from './phrases.ts'
import type { Policy } from './policy.ts'

/** How much less than usual an occurrence counts: one level, or as something "we" say of ourselves. */
export type Rank = 'lower' | 'self'

/** true: flag it; a rank: flag it one level lower; with `from` and `to`: flag these tokens. */
export type Verdict = boolean | Rank | { from: number; to: number; verdict?: true | Rank }

/** Whether an occurrence counts. Called only for occurrences. */
export type Condition = (hit: Hit) => Verdict

/** Something to look for: a phrase, when it counts (always, if left out), and its rank where the condition just says yes. */
export type Look = [phrase: Phrase, when?: Condition, rank?: Rank]

/** A category of wording with everything that is known about it, apart from its examples. */
export interface Rule {
  /** What it detects; also the name of its file. */
  id: string
  /** Level by kind of section; `off` where it is not looked for. */
  levels: Policy
  /** What to look for. Anchored on literal words, which also feed the prefilter. */
  looks: Look[]
  /** What to look for in plans and lessons only: words that are ordinary elsewhere. */
  plans?: Look[]
  /** What clears any occurrence: a denial before it, a danger held off. */
  veto?: (hit: Hit) => boolean
  /** Phrases that clear an occurrence they touch: the same words in another sense. */
  unless?: Phrase[]
  /** At most one finding per document. */
  once?: boolean
  /** What the card says it saw; `{word}` stands for the excerpt. Ends with a full stop. */
  message: string
  why: string
  /** A what or how question to go on with. Ends with a question mark. */
  question: string
}

/** What documents and tests a rule: its number and source, and sentences in which brackets mark the exact span of the finding. */
export interface Examples {
  /** The rule's number in the taxonomy, "B01". */
  code: string
  /** Where the rule comes from: who saw this first, or says why it matters. Read in the guide, so no editor carries it. */
  source: string
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
/* @__NO_SIDE_EFFECTS__ */
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
export function ofPerson({ isHuman, kind }: Subject): boolean | 'self' {
  if (!isHuman || kind === 'implied') return false
  return kind === 'we' ? 'self' : true
}

/** The verb the phrase opens with is done by people. */
export function byPeople(hit: Hit): Verdict {
  const { subject, voice } = hit.clause()
  return voice === 'active' && ofPerson(subject)
}

/** The same for people who are not "we". */
export function byOthers(hit: Hit): boolean {
  return byPeople(hit) === true
}

/** "deployed without approval": by whoever did what stands before the phrase; in a passive without an agent, one level lower. */
export function byDoer(hit: Hit): Verdict {
  for (let at = hit.from - (hit.previous === ',' ? 2 : 1); at >= 0 && !/^[,;]$/.test(hit.at(at)); at--) {
    if (!isVerb(hit.at(at)) || be.has(hit.at(at))) continue
    const { subject, voice, agent } = hit.clause(at)
    return voice === 'passive' ? (agent ? agent.isHuman : 'lower') : ofPerson(subject)
  }
  return false
}

/** The phrase opens its sentence. */
export function opens(hit: Hit): boolean {
  return hit.from === 0
}

/** A note about "we" or "I" is a hint where others would get a warning. */
export function ofSelf(level: Level): Level {
  return level === 'warn' ? 'hint' : level
}

/** One level down; below info there is nothing. */
export function lower(level: Level): Level | 'off' {
  return level === 'warn' ? 'hint' : level === 'hint' ? 'info' : 'off'
}
