import { maybe, phrase } from '../phrases.ts'
import type { Policy } from '../policy.ts'
import { changesOnly } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'

const levels: Policy = { ...changesOnly, changes: 'info', lessons: 'off', unknown: 'off' }

export default defineRule({
  id: 'vague-action',
  code: 'B23',
  levels,
  phrases: {
    improve: phrase('improve|enhance|strengthen|optimise|optimize|streamline|rethink|revisit|reconsider'),
    look: phrase('look|looking', 'into|at'),
    consider: phrase('consider|investigate|explore|evaluate|discuss|research|examine'),
    better: phrase('make|do|be', maybe('it|this|things'), maybe('a'), maybe('lot'), 'better|nicer|easier'),
    more: phrase(
      'more|better',
      'monitoring|testing|documentation|alerting|tests|alerts|automation|observability|tooling|visibility',
    ),
  },
  when: counts,

  message: 'No way to tell yet when this is done.',
  why: 'A change with an end can be finished, and missed when it is not.',
  question: 'Which change, where, and finished when?',
  source: 'Lunney, Lueder and Beyer, Postmortem Action Items: actionable, specific, bounded',
})

/** A measure, a date or an "until" gives it an end. */
function counts(hit: Hit): Verdict {
  const { words: all } = hit
  if (all.slice(hit.to).some((word) => /\d|^(?:until|whether|within|below|under|from|by|deciding)$/.test(word)))
    return false
  return hit.from <= 2
}

const changes = (text: string) => ({ text, section: 'changes' as const })

export const examples: Examples = {
  flagged: [
    changes('[Improve] the deploy flow.'),
    changes('[Look into] the retries.'),
    changes('[Consider] a second feed.'),
    changes('[Investigate] the old gate.'),
    changes('[Make it better] for the crew.'),
    changes('[More monitoring] of the mirror.'),
    changes('[Explore] other brokers.'),
    changes('[Strengthen] the hand-over.'),
  ],
  clean: [
    changes('Improve p99 of the gate to 300 ms.'),
    changes('Investigate until 4 June, then decide.'),
    changes('The feed carries its age in the first column.'),
    changes('Deciding by June whether the second feed stays.'),
    changes('Alert when the mirror is older than a minute.'),
    changes('Discuss by 12 May whether the old gate stays.'),
    changes('The gate refuses a list from yesterday.'),
    { text: 'We looked into the retries at noon.', section: 'timeline' },
  ],
  pairs: [
    [changes('[Improve] the wait at the gate.'), changes('Improve the wait at the gate to 2 s.')],
    [changes('[Evaluate] the new broker.'), changes('Evaluate the new broker by 3 May.')],
    [changes('[Better documentation] of the gate.'), changes('The page of the gate names its owner.')],
  ],
}
