import type { RuleLevels } from '#app/catalogue/house-words.ts'
import type { RuleAnswers } from '#app/postmortems/answers-by-rule.server.ts'
import { guide } from '../language/guide.server.ts'

/** A rule as the settings show it. */
export interface SettingsRule {
  id: string
  title: string
  /** What it looks for and says. */
  message: string
  /** Its own levels, in words. */
  usually: string
  /** The level the organisation gave it, or '' for its own. */
  level: RuleLevels[string] | ''
  isOftenNotUseful: boolean
  counts: RuleAnswers['counts']
}

/** Every rule of the linter by theme, as in the guide, with its level and what became of its notes. */
export function languageRules(levels: RuleLevels, answers: RuleAnswers[]): { title: string; rules: SettingsRule[] }[] {
  const answersOf = new Map(answers.map((answer) => [answer.ruleId, answer]))
  return guide().map(({ title, entries }) => ({
    title,
    rules: entries.map(({ id, title: name, message, levels: usually }) => ({
      id,
      title: name,
      message,
      usually,
      level: levels[id] ?? '',
      isOftenNotUseful: answersOf.get(id)?.isOftenNotUseful ?? false,
      counts: answersOf.get(id)?.counts ?? null,
    })),
  }))
}
