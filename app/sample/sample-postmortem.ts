import type { CauseRole, ChangeDecision, EntryType, Milestone, Strength } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'

/** A run of text; `code` is set apart as it was seen on a screen. */
export type Inline = string | { code: string }
/** A paragraph as a string or as runs, or a list of them. */
type Block = string | { runs: Inline[] } | { list: (string | Inline[])[] }
/** One paragraph, or several blocks. */
export type Prose = string | Block[]

export interface SampleEvidence {
  kind: 'link' | 'snippet'
  source: string
  href: string | null
  text: string
  capturedAt: string | null
}
interface Item {
  /** Local to the post-mortem and its kind of item; the id in the document is derived from it. */
  key: string
  text: Prose
}
interface SampleEntry extends Item {
  time: Moment
  type: EntryType | null
  milestones?: Milestone[]
  evidence?: SampleEvidence[]
}
interface SampleAccount extends Item {
  from: string
  /** Key of the timeline entry it looks at. */
  entry?: string
}
interface SampleCause extends Item {
  role: CauseRole | null
  factors?: string[]
  entries?: string[]
  noChangeBecause?: string
}
/** What moves after publishing, and is a row beside the frozen text. */
export interface ChangeProgress {
  state: 'open' | 'in_progress' | 'done'
  /** A day, `2026-03-14`, or null. */
  dueOn: string | null
  trackerUrl: string | null
  didItHelp: { answer: 'yes' | 'partly' | 'no'; on: string; text: string } | null
}
interface SampleChange extends Item {
  causes?: string[]
  strength: Strength | null
  team: string | null
  decision?: ChangeDecision
  because?: string
  decideBy?: string
  mayMakeHarder?: string
  progress?: Partial<ChangeProgress>
}
export interface SampleQuestion extends Item {
  answer?: string
}
interface SampleThanks extends Item {
  to: string
  team?: string
}
interface SampleLesson extends Item {
  causes?: string[]
  changes?: string[]
}

/** The text of a post-mortem by the section keys of its template. */
export interface SampleSections {
  'in-short'?: Prose
  'if-again'?: Prose
  'who-felt-it'?: Prose
  'what-happened': SampleEntry[]
  accounts?: SampleAccount[]
  'allowed-it': SampleCause[]
  'what-held'?: Prose
  changing: SampleChange[]
  unknown?: SampleQuestion[]
  thanks?: SampleThanks[]
  lessons?: SampleLesson[]
  'who-may-read'?: Prose
  reached?: Prose
  'gave-it-away'?: Prose
  'who-was-told'?: Prose
}

interface SampleVersion {
  /** An instant, UTC. */
  publishedAt: string
  /** What is different from the version before; empty for the first. */
  note: string
  /** Sections that read differently in this version from `SamplePostmortem.sections`. */
  instead?: Partial<SampleSections>
}

export interface SamplePostmortem {
  number: number
  template: 'standard' | 'light' | 'security'
  title: string
  kind: string
  severity: string | null
  services: string[]
  teams: string[]
  /** The id of a person in `organisation.ts`. */
  owner: string
  zone: string
  /** When the draft was begun, UTC. */
  startedAt: string
  visibility: 'invited' | 'teams' | 'members'
  restricted: boolean
  /** Whom it is shared with by name or team, where it is not open to all members. */
  invited?: { people?: string[]; teams?: string[] }
  /** Oldest first; a draft has none. */
  versions: SampleVersion[]
  sections: SampleSections
}
