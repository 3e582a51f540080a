import { maybe, phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const denying = words("not no never isn't wasn't easy easily possible")

export default defineRule({
  id: 'normative-performance',
  code: 'B07',
  levels: judgements('warn'),
  phrases: {
    misdid: phrase(
      'misjudged|mismanaged|mishandled|misread|miscalculated|misunderstood|underestimated|mistook|misdiagnosed|botched|rushed',
    ),
    passive: phrase('was|were|been', maybe('badly|poorly|again'), 'mishandled|mismanaged|misjudged|botched|rushed'),
    judged: phrase('poor|bad|terrible|questionable', 'judgement|judgment'),
    unacceptable: phrase('unacceptable|inexcusable|unforgivable|embarrassing|shameful'),
    folly: phrase('folly|negligently|dismissively'),
    tooSlow: phrase(
      'too',
      'slow|late|long|much',
      maybe('time'),
      'to|trying|in',
      maybe('react|respond|notice|escalate|act|figure|find'),
    ),
    badly: phrase('our', 'bad|fault|shortcoming|shortcomings'),
  },
  when: counts,

  message: 'This compares the action with a norm chosen after the outcome.',
  why: 'It says how good the action was, and little of how it came about.',
  question: 'How is this normally done, and how did this time differ?',
  source: 'Bergström, Three analytical traps: normative language',
})

function counts(hit: Hit): Verdict {
  if (hit.before(denying, 4)) return false
  if (['judged', 'unacceptable', 'folly', 'passive'].includes(hit.phrase))
    return hit.phrase === 'unacceptable' ? aboutPeople(hit) : true
  if (hit.phrase === 'badly')
    return hit.words[hit.to - 1] !== 'bad' || !/^[a-z]/.test(hit.next) || hit.next === 'as' ? 'lower' : false
  const { subject, voice } = hit.clause()
  return voice === 'active' && ofPerson(subject)
}

/** "This is unacceptable" judges; "an unacceptable certificate" is refused. */
function aboutPeople(hit: Hit): boolean {
  const next = hit.next
  return !/^[a-z]/.test(next) || /^(?:and|that|for|behaviour|behavior|delay|mistake|conduct|response)$/.test(next)
}

export const examples: Examples = {
  flagged: [
    'The reviewer [misjudged] the size of the change.',
    'The night crew [mishandled] the first page.',
    'The failover [was rushed].',
    'It shows [poor judgement].',
    'This delay is [unacceptable].',
    'The lead [underestimated] the load.',
    'The release [was badly mismanaged].',
    'The developers [misunderstood] the limit.',
  ],
  clean: [
    'The checksum was incorrect.',
    'The request went to the wrong region.',
    'The optimizer misjudged the number of rows.',
    'The limit is easily misunderstood: it counts requests, not users.',
    'The gateway refused the unacceptable certificate.',
    'The estimator underestimated the load.',
    'The second page came at 09:14.',
    'The release took four hours.',
  ],
  pairs: [
    ['The engineer [misread] the graph.', 'The parser misread the header.'],
    ['The rollout [was rushed].', 'The rollout was early.'],
    ['The analyst [underestimated] the growth.', 'The model underestimated the growth.'],
  ],
}
