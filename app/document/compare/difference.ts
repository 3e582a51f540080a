import type { ItemKind } from '../items.ts'
import type { Moment } from '../moment.ts'
import type { SectionKind } from '../section-kind.ts'

/** A stretch of text: in both, only in the later document, or only in the earlier one. */
export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** What a line of text is, for how it is shown. */
export type LineLook = 'text' | 'heading' | 'list' | 'quote' | 'code' | 'table'

export interface LineChange {
  state: 'same' | 'added' | 'removed' | 'changed'
  look: LineLook
  pieces: Piece[]
  /** What else changed, in words: its formatting, or that it became a quote. */
  words: string[]
}

/** An item that is in one document only, or differs; `words` say how, as they go on after its name. */
export interface ItemChange {
  part: 'item'
  state: 'added' | 'removed' | 'changed'
  id: string
  kind: ItemKind
  /** What it is called: "Entry 14:03", "Cause “The check used our own store”". The earlier name where it changed. */
  name: string
  words: string[]
  lines: LineChange[]
  /** Sentences that stand beside its text, such as a reason, where they differ. */
  fields: { label: string; pieces: Piece[] }[]
}

/** Items and lines in a row that are in both documents and say the same. */
export interface UnchangedRun {
  part: 'unchanged'
  items: number
  /** Of the items; null where there are none, or of several kinds. */
  kind: ItemKind | null
  lines: number
}
export type SectionPart = ItemChange | UnchangedRun | ({ part: 'line' } & LineChange)

export interface SectionChange {
  id: string
  kind: SectionKind
  title: string
  state: 'added' | 'removed' | 'changed'
  words: string[]
  parts: SectionPart[]
}

/** A fact that differs: `words` follow its name, `pieces` are the two texts where it is one. */
export interface FactChange {
  fact: string
  words: string
  pieces: Piece[]
}

/** What is different between two states of a post-mortem. Sections that say the same are left out. */
export interface Difference {
  facts: FactChange[]
  sections: SectionChange[]
  /** Nothing that is read differs, only how it is laid out: an empty line, a list that became two. */
  onlyLayout: boolean
}

/** What ids in a document stand for, as this reader may see them, and how a time is said. */
export interface ComparisonNames {
  time: (moment: Moment, style: 'time' | 'full') => string
  factors: Record<string, string>
  teams: Record<string, string>
  services: Record<string, string>
  participants: Record<string, string>
  /** Other post-mortems that this reader may know of. */
  postmortems: Record<string, { reference: string; title: string }>
  /** Kinds and severities. */
  terms: Record<string, string>
}
