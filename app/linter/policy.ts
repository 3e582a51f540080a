import type { Level, Section } from './block.ts'

/** A level for each kind of section. */
export type Policy = Record<Exclude<Section, 'unknown'>, Level | 'off'> & {
  /** Where the section is not known. Left out: as in a summary, one level lower. */
  unknown?: Level | 'off'
}

/** The same level in every section. */
export const everywhere = (level: Level | 'off'): Policy => ({
  timeline: level,
  accounts: level,
  causes: level,
  changes: level,
  questions: level,
  thanks: level,
  lessons: level,
  prose: level,
  summary: level,
})

/** What somebody did not do (B01 to B04): a matter of the causes; an account or a row is read more gently. */
export const acts: Policy = {
  ...everywhere('hint'),
  causes: 'warn',
  prose: 'warn',
  summary: 'warn',
  lessons: 'warn',
  thanks: 'off',
}

/** The same for missing checks (B04), which are a weaker sign. */
export const missingChecks: Policy = { ...everywhere('hint'), causes: 'warn', thanks: 'off', unknown: 'hint' }

/** Explanations that end at a person (B05, B09, B12, B13). */
export const explanations: Policy = { ...acts }

/** Judgements of character and guilt (B06, B16, B20): the same in every section. */
export const character: Policy = everywhere('warn')

/** Judgements of performance (B07, B08, B11, B15, B17 to B19): as strong as given, softer in rows and plans. */
export function judgements(level: Level): Policy {
  return {
    ...everywhere('hint'),
    causes: level,
    prose: level,
    summary: level,
    lessons: level,
    thanks: 'off',
    unknown: 'hint',
  }
}

/** Notes on the explanation as a whole (B10, B14). */
export function explanationOnly(level: Level): Policy {
  return {
    ...everywhere(level),
    timeline: 'off',
    accounts: 'off',
    changes: 'off',
    questions: 'off',
    thanks: 'off',
    lessons: 'off',
  }
}

/** What asks people to remember (B21 to B23). A lesson that is a resolution counts as a change. */
export const changesOnly: Policy = {
  ...explanationOnly('hint'),
  causes: 'off',
  prose: 'off',
  summary: 'off',
  changes: 'hint',
  lessons: 'hint',
}

/** Questions about persons (B25). A row may record that one was asked. */
export const questions: Policy = { ...everywhere('hint'), timeline: 'off', thanks: 'off' }
