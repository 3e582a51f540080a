import type { Hit } from '../hit.ts'
import { phrase } from '../phrases.ts'
import { changesOnly } from '../policy.ts'
import { defineRule, type Examples } from '../rule.ts'

export default defineRule({
  id: 'vague-action',
  levels: { ...changesOnly, changes: 'info', lessons: 'off', unknown: 'off' },
  looks: [],
  plans: [
    [phrase`enhance|improve|optimise|optimize|strengthen`],
    [phrase`look|looking at|into`],
    [phrase`consider|discuss|evaluate|explore|investigate|research`],
    [phrase`be|do|make it|things|this? a? lot? better|easier`],
    [phrase`better|more alert+|alerting|automation|documentation|monitoring|observability|test+|testing`],
  ],
  veto: hasEnd,

  message: 'No way to tell yet when this is done.',
  why: 'A change with an end can be finished, and missed when it is not.',
  question: 'Which change, where, and finished when?',
})

/** A number or a limit behind it, or the phrase is not what the item is about. */
function hasEnd(hit: Hit): boolean {
  const after = hit.words.slice(hit.to)
  return hit.from > 2 || after.some((word) => /\d|^(?:until|whether|within|below|under|from|by|deciding)$/.test(word))
}

const changes = (text: string) => ({ text, section: 'changes' as const })

export const examples: Examples = {
  code: 'B23',
  source: 'Lunney, Lueder and Beyer, Postmortem Action Items: actionable, specific, bounded',
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
