import { opensPhrase } from '../clauses.ts'
import { humanPlans, humanWork } from '../lexica/practice.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const short =
  'insufficient|inadequate|poor|poorly|bad|deficient|improper|substandard|lacking|suboptimal|sub-optimal|haphazard|rushed|flawed|lax|inconsistent'
const between = /^(?!of$|the$|and$)[a-z-]+$/
const ownWork = words(
  'testing review reviews planning understanding experience knowledge analysis communication coordination training',
)
const lacking = words("no not didn't don't without never lacked haven't hadn't wasn't")
const denying = words("not no never isn't wasn't unclear if whether prevent avoid")

export default defineRule({
  id: 'vague-descriptor',
  code: 'B08',
  levels: judgements('hint'),
  phrases: {
    lack: phrase('lack|lacking|lacked', maybe('of'), maybe('any|a|the|our'), maybe(between), maybe(between), humanWork),
    lackOfBoth: phrase('lack', 'of', gap(3), 'and|or', maybe(between), humanWork),
    limited: phrase(
      'limited|minimal|superficial|rushed|hurried|flawed|weak|careless|sloppy|incomplete|cursory',
      maybe(between),
      ownWork,
    ),
    tooLittle: phrase('too', 'little|few', maybe(between), humanWork),
    know: phrase('inexperience|unfamiliarity'),
    unfamiliar: phrase('unfamiliar|inexperienced', 'with|in'),
    enoughOf: phrase("didn't|not|n't|without", maybe('have'), 'enough|sufficient|adequate', maybe(between), humanWork),
    little: phrase('insufficient|inadequate|deficient|improper|substandard', maybe(between), humanWork),
    poor: phrase('poor|bad|terrible', maybe(between), allOf(humanWork, humanPlans)),
    not: phrase("not|n't", 'enough|sufficient|adequate', maybe(between), humanWork),
    were: phrase(humanWork, gap(3), 'was|were', maybe('very|too|also|quite|rather'), short),
    proper: phrase('proper|adequate', maybe(between), allOf(humanWork, humanPlans)),
    broken: phrase('communication|coordination|process', 'breakdown|breakdowns|gap|gaps|failure|failures'),
    brokeDown: phrase('communication|coordination', 'broke'),
    breakdown: phrase('breakdown', 'in|of', maybe('the|our'), humanWork),
    under: phrase(
      'poorly|inadequately|insufficiently|improperly',
      'tested|reviewed|documented|communicated|planned|understood|coordinated|prepared|thought',
    ),
  },
  when: counts,

  message: 'This is an amount without a measure.',
  why: 'It fits nearly every incident, so it points to no change.',
  question: 'Which case, load or path was not covered, and how is that chosen?',
  source: 'RCA2, rule 2: exact descriptors rather than negative and vague words',
})

function counts(hit: Hit): Verdict {
  if (hit.words.slice(hit.from, hit.to).some((word) => /^automat/.test(word))) return false
  if (hit.phrase === 'proper') return /^(?:no|without|any|a)$/.test(hit.previous) && hit.before(lacking, 4)
  if (hit.phrase === 'unfamiliar') return hit.clause().subject.isHuman && 'lower'
  if (hit.phrase !== 'not' && hit.phrase !== 'enoughOf' && hit.before(denying, 4)) return false
  if (hit.next === '(' || !opensPhrase(hit.next)) return false
  const verb = hit.words.lastIndexOf('made', hit.from)
  if (verb > 0 && hit.clause(verb).subject.kind === 'system') return false
  // Deciding badly is work; a bad process on a machine is not.
  return (
    !/^(?:process|processes|test|tests)$/.test(hit.words[hit.to - 1]!) ||
    hit.phrase === 'lack' ||
    hit.phrase === 'little'
  )
}

export const examples: Examples = {
  flagged: [
    '[Lack of testing] let the default through.',
    'There was [insufficient review] before the rollout.',
    '[Poor communication] between the two rooms made it longer.',
    'The [communication was poor] that night.',
    'The failover was [poorly documented].',
    'A [lack of operational experience] made it worse.',
    'The plan had [inadequate preparation].',
    'This was a [poor decision].',
  ],
  clean: [
    'Insufficient memory: 2 GB were free.',
    'The account had insufficient permissions.',
    'Signal quality at the depot was poor (−96 dBm).',
    'A lack of free addresses stopped the scale-up.',
    'The bad test data came from the old export.',
    'The planner made a poor choice of index.',
    'No test covers a zero-rate region.',
    'The runbook starts with a restart that takes 20 minutes.',
  ],
  pairs: [
    ['[Insufficient planning] was the reason.', 'Insufficient disk space was the reason.'],
    ['The [handover was poor].', 'The signal was poor.'],
    ['A [lack of understanding] made it longer.', 'A lack of free ports made it longer.'],
  ],
}
