/** The kinds of section a post-mortem is made of. */
export type SectionKind = 'prose' | 'timeline' | 'accounts' | 'causes' | 'changes' | 'questions' | 'thanks' | 'lessons'

/** A section as the linter's policy knows it; `unknown` is read like `summary`, one level lower. */
export type Section = SectionKind | 'summary' | 'unknown'

/** warn: solid underline; hint: dotted underline; info: side panel only. */
export type Level = 'warn' | 'hint' | 'info'

/** One paragraph or item text. */
export interface TextBlock {
  /** The caller's own key; comes back in findings. */
  id: string
  section: Section
  kind: 'text' | 'heading' | 'quote' | 'code' | 'chat'
  text: string
  /** Code, links, quotes: half-open ranges in UTF-16 units that are never looked at. */
  masks?: { from: number; to: number }[]
  /** What each U+FFFC in the text stands for. One without an entry is read as a line break. */
  mentions?: { offset: number; kind: 'person' | 'team' | 'service' }[]
}

/** What a house knows: its people, teams, roles, systems, phrases it keeps, and levels it sets. */
export interface Context {
  people?: string[]
  teams?: string[]
  roles?: string[]
  systems?: string[]
  /** Nouns that are software unless something near says that a person is meant. */
  twoFaced?: string[]
  allowed?: string[]
  levels?: Record<string, Level | 'off'>
}

/** A phrase to look at. Offsets are UTF-16 units in the block's text, half open. */
export interface Finding {
  ruleId: string
  blockId: string
  from: number
  to: number
  sentence: { from: number; to: number }
  level: Level
  excerpt: string
  message: string
  why: string
  question: string
  /** Hash of rule, normalised sentence and section kind: a kept sentence stays kept when it moves. */
  keepKey: string
}
