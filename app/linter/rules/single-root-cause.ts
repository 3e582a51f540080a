import { believing } from '../lexica/practice.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { explanationOnly } from '../policy.ts'
import { defineRule, type Examples, type Hit } from '../rule.ts'
import { allOf, words } from '../words.ts'

const open = allOf(
  believing,
  words(
    "unknown not no isn't wasn't yet investigating investigated investigation several multiple never find following these causes factors identify identified determine",
  ),
)
const kinds = 'root|primary|ultimate|main|sole|single|real|true|underlying|fundamental'

export default defineRule({
  id: 'single-root-cause',
  code: 'B10',
  levels: explanationOnly('info'),
  once: true,
  phrases: {
    subject: phrase(maybe('the|our|one'), kinds, maybe('root'), 'cause', gap(8), 'was|is|:'),
    complement: phrase('was|is|being', 'the', kinds, maybe('root'), 'cause'),
    causeOf: phrase('the', 'cause', 'of|for', gap(6), 'was|is'),
  },
  when: (hit: Hit) => hit.next !== 'found' && !hit.words.some((word) => open.has(word)),

  message: 'One cause carries the whole story.',
  why: 'Each further condition is another place to act.',
  question: 'What else had to be true that day?',
  source: 'Cook, How Complex Systems Fail, 7',
})

export const examples: Examples = {
  flagged: [
    '[The root cause was] one full disk.',
    '[The cause of the long wait was] an expired certificate.',
    '[Root cause:] a changed default.',
    'In the end [the primary cause was] the retry loop.',
    'A full disk [was the root cause].',
    '[The main cause of the delay was] the long queue.',
    '[The underlying cause is] a shared lock.',
    'We found that [the ultimate cause of the loop is] the cache.',
  ],
  clean: [
    'There was no single root cause.',
    'The root cause is not yet known.',
    'Several causes came together.',
    'The root causes were a full disk and a silent alert.',
    'A contributing factor was the changed default.',
    'The cause is still under investigation.',
    'It is unclear whether the cause of the delay was the queue.',
    'A full disk was one of the conditions.',
  ],
  pairs: [
    ['[The root cause was] our lock.', 'The root causes were the lock and the load.'],
    ['[The real cause is] the cache.', 'The real cause is unknown.'],
    ['The lock [was the main cause].', 'The lock was one of four causes.'],
  ],
}
