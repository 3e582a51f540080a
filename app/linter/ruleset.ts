// Every rule, in reading order. Rules and examples are separate exports of one file, so a bundle that asks only for
// `ruleset` leaves the examples out.

import type { Examples, Rule } from './rule.ts'
import accidentWord, { examples as accidentWordExamples } from './rules/accident-word.ts'
import blameOrSanction, { examples as blameOrSanctionExamples } from './rules/blame-or-sanction.ts'
import characterJudgement, { examples as characterJudgementExamples } from './rules/character-judgement.ts'
import counterfactualConditional, {
  examples as counterfactualConditionalExamples,
} from './rules/counterfactual-conditional.ts'
import counterfactualPerson, { examples as counterfactualPersonExamples } from './rules/counterfactual-person.ts'
import hindsightCertainty, { examples as hindsightCertaintyExamples } from './rules/hindsight-certainty.ts'
import humanErrorCause, { examples as humanErrorCauseExamples } from './rules/human-error-cause.ts'
import negatedDuty, { examples as negatedDutyExamples } from './rules/negated-duty.ts'
import normativePerformance, { examples as normativePerformanceExamples } from './rules/normative-performance.ts'
import omissionVerb, { examples as omissionVerbExamples } from './rules/omission-verb.ts'
import personHarm, { examples as personHarmExamples } from './rules/person-harm.ts'
import singleRootCause, { examples as singleRootCauseExamples } from './rules/single-root-cause.ts'
import vagueDescriptor, { examples as vagueDescriptorExamples } from './rules/vague-descriptor.ts'
import weakAction, { examples as weakActionExamples } from './rules/weak-action.ts'
import whoWhyQuestion, { examples as whoWhyQuestionExamples } from './rules/who-why-question.ts'

/** Every rule of the house, in the order of the guide. */
export const ruleset: Rule[] = [
  counterfactualPerson,
  counterfactualConditional,
  omissionVerb,
  negatedDuty,
  humanErrorCause,
  accidentWord,
  characterJudgement,
  normativePerformance,
  vagueDescriptor,
  blameOrSanction,
  hindsightCertainty,
  personHarm,
  singleRootCause,
  weakAction,
  whoWhyQuestion,
]

/** The examples of each rule, by its id: for the guide, the command line and the tests. */
export const examples: Record<string, Examples> = {
  'counterfactual-person': counterfactualPersonExamples,
  'omission-verb': omissionVerbExamples,
  'negated-duty': negatedDutyExamples,
  'human-error-cause': humanErrorCauseExamples,
  'accident-word': accidentWordExamples,
  'character-judgement': characterJudgementExamples,
  'person-harm': personHarmExamples,
  'blame-or-sanction': blameOrSanctionExamples,
  'counterfactual-conditional': counterfactualConditionalExamples,
  'hindsight-certainty': hindsightCertaintyExamples,
  'normative-performance': normativePerformanceExamples,
  'vague-descriptor': vagueDescriptorExamples,
  'single-root-cause': singleRootCauseExamples,
  'weak-action': weakActionExamples,
  'who-why-question': whoWhyQuestionExamples,
}
