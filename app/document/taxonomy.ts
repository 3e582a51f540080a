import type { CauseRole, ChangeDecision, EntryType, Milestone, Strength } from './items.ts'

/** What the types of entries are for; each is called by its own word. */
export const entryTypeHelp: Record<EntryType, string> = {
  seen: 'an observation',
  thought: 'what it was taken for at the time',
  said: 'communication',
  done: 'an action',
  decided: 'a decision',
  changed: 'a change to the system',
}

/** The words a reader sees for the marks of an entry. */
export const milestoneWords: Record<Milestone, string> = {
  'first-effect': 'first effect',
  'first-noticed': 'first noticed',
  'first-relief': 'first relief',
  'normal-again': 'normal again',
  'no-effect': 'tried, no effect',
}

export const causeRoleWords: Record<CauseRole, string> = {
  possible: 'made it possible',
  hidden: 'made it hard to see',
  worse: 'made it worse or longer',
  limited: 'limited it',
  sensible: 'made the step make sense',
}

/** The action hierarchy, said by what a change needs. */
export const strengthWords: Record<Strength, { word: string; name: string }> = {
  stronger: { word: 'needs no memory', name: 'stronger' },
  intermediate: { word: 'helps in the moment', name: 'intermediate' },
  weaker: { word: 'relies on memory', name: 'weaker' },
}

export const changeDecisionWords: Record<ChangeDecision, string> = {
  doing: 'we are doing this',
  deciding: 'deciding by',
  'not-doing': 'not doing, because',
}
