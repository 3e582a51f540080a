// Every rule, in reading order. Rules and examples are separate exports of one file, so a bundle that asks only for
// `ruleset` leaves the examples out.

import type { Examples, Rule } from './rule.ts'
import accidentWord, { examples as accidentWordExamples } from './rules/accident-word.ts'
import animatedLanguage, { examples as animatedLanguageExamples } from './rules/animated-language.ts'
import backhandedThanks, { examples as backhandedThanksExamples } from './rules/backhanded-thanks.ts'
import blameOrSanction, { examples as blameOrSanctionExamples } from './rules/blame-or-sanction.ts'
import characterJudgement, { examples as characterJudgementExamples } from './rules/character-judgement.ts'
import counterfactualConditional, {
  examples as counterfactualConditionalExamples,
} from './rules/counterfactual-conditional.ts'
import counterfactualPerson, { examples as counterfactualPersonExamples } from './rules/counterfactual-person.ts'
import folkModel, { examples as folkModelExamples } from './rules/folk-model.ts'
import groupBlame, { examples as groupBlameExamples } from './rules/group-blame.ts'
import hiddenActor, { examples as hiddenActorExamples } from './rules/hidden-actor.ts'
import hindsightCertainty, { examples as hindsightCertaintyExamples } from './rules/hindsight-certainty.ts'
import humanErrorCause, { examples as humanErrorCauseExamples } from './rules/human-error-cause.ts'
import mindReading, { examples as mindReadingExamples } from './rules/mind-reading.ts'
import minimiser, { examples as minimiserExamples } from './rules/minimiser.ts'
import negatedDuty, { examples as negatedDutyExamples } from './rules/negated-duty.ts'
import normativePerformance, { examples as normativePerformanceExamples } from './rules/normative-performance.ts'
import omissionVerb, { examples as omissionVerbExamples } from './rules/omission-verb.ts'
import personHarm, { examples as personHarmExamples } from './rules/person-harm.ts'
import personTargetedAction, { examples as personTargetedActionExamples } from './rules/person-targeted-action.ts'
import procedureViolation, { examples as procedureViolationExamples } from './rules/procedure-violation.ts'
import rescueStory, { examples as rescueStoryExamples } from './rules/rescue-story.ts'
import singleHolder, { examples as singleHolderExamples } from './rules/single-holder.ts'
import singleRootCause, { examples as singleRootCauseExamples } from './rules/single-root-cause.ts'
import statusStigma, { examples as statusStigmaExamples } from './rules/status-stigma.ts'
import timelineJudgement, { examples as timelineJudgementExamples } from './rules/timeline-judgement.ts'
import vagueAction, { examples as vagueActionExamples } from './rules/vague-action.ts'
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
  procedureViolation,
  singleRootCause,
  hindsightCertainty,
  folkModel,
  personHarm,
  hiddenActor,
  groupBlame,
  blameOrSanction,
  animatedLanguage,
  mindReading,
  minimiser,
  statusStigma,
  weakAction,
  personTargetedAction,
  vagueAction,
  timelineJudgement,
  whoWhyQuestion,
  backhandedThanks,
  singleHolder,
  rescueStory,
]

/** The examples of each rule, by its id: for the guide, the command line and the tests. */
export const examples: Record<string, Examples> = {
  'counterfactual-person': counterfactualPersonExamples,
  'counterfactual-conditional': counterfactualConditionalExamples,
  'omission-verb': omissionVerbExamples,
  'negated-duty': negatedDutyExamples,
  'human-error-cause': humanErrorCauseExamples,
  'accident-word': accidentWordExamples,
  'character-judgement': characterJudgementExamples,
  'normative-performance': normativePerformanceExamples,
  'vague-descriptor': vagueDescriptorExamples,
  'procedure-violation': procedureViolationExamples,
  'single-root-cause': singleRootCauseExamples,
  'hindsight-certainty': hindsightCertaintyExamples,
  'folk-model': folkModelExamples,
  'person-harm': personHarmExamples,
  'hidden-actor': hiddenActorExamples,
  'group-blame': groupBlameExamples,
  'blame-or-sanction': blameOrSanctionExamples,
  'animated-language': animatedLanguageExamples,
  'mind-reading': mindReadingExamples,
  minimiser: minimiserExamples,
  'status-stigma': statusStigmaExamples,
  'weak-action': weakActionExamples,
  'person-targeted-action': personTargetedActionExamples,
  'vague-action': vagueActionExamples,
  'timeline-judgement': timelineJudgementExamples,
  'who-why-question': whoWhyQuestionExamples,
  'backhanded-thanks': backhandedThanksExamples,
  'single-holder': singleHolderExamples,
  'rescue-story': rescueStoryExamples,
}
