// The only door of the linter: nothing else in this folder is imported from outside.
import type { Context, Finding, TextBlock } from './block.ts'
import { createLinter } from './linter.ts'
import { ruleset } from './ruleset.ts'

export type { Context, Finding, Level, Section, SectionKind, TextBlock } from './block.ts'
export { type CauseSummary, type ChangeSummary, type DocumentNote, documentNotes } from './document-notes.ts'
export { explainRule, messageOf } from './explain.ts'
export { formatCheckstyle } from './format-checkstyle.ts'
export { formatGithub } from './format-github.ts'
export { formatPretty } from './format-pretty.ts'
export { formatSarif, type SarifRule } from './format-sarif.ts'
export { formatJson, type Located } from './formats.ts'
export { levelsInWords } from './levels-in-words.ts'
export type { Policy } from './policy.ts'
export type { Edit } from './rewrite/edits-between.ts'
export type { Rewrite } from './rewrite/propose-rewrite.ts'
export type { Example, Examples, Rule } from './rule.ts'
export { examples, ruleset } from './ruleset.ts'
export { type Strength, strengthOf } from './strength.ts'
export type { Terminal } from './terminal-text.ts'

const linter = createLinter(ruleset)

/** Findings of a whole document, in the order of its blocks. Pure; knows nothing but what it is given. */
export function lint(blocks: TextBlock[], context?: Context): Finding[] {
  return linter.lint(blocks, context)
}

/** Findings of one block, for an editor that keeps them per block. */
export function lintBlock(block: TextBlock, context?: Context): Finding[] {
  return linter.lintBlock(block, context)
}

/** What `lint` does after the blocks: drops repetitions of notes that a document carries once. */
export function oncePerDocument(findings: Finding[]): Finding[] {
  return linter.oncePerDocument(findings)
}

/** What proposes another wording; an editor fetches it with the first note that is opened, and not before. */
export function loadRewriting(): Promise<typeof import('./rewrite/propose-rewrite.ts')> {
  return import('./rewrite/propose-rewrite.ts')
}
