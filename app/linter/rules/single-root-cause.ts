import { denials } from '../lexica/grammar.ts'
import { believing } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { explanationOnly } from '../policy.ts'
import { defineRule, type Examples } from '../rule.ts'
import { allOf, words } from '../words.ts'

const open = allOf(
  believing,
  denials,
  words(`
  causes determine factors find following identify* investigate* investigation multiple several these unknown yet
`),
)

export default defineRule({
  id: 'single-root-cause',
  levels: explanationOnly('info'),
  once: true,
  looks: [
    [
      phrase`one|our|the? fundamental|main|primary|real|root|single|sole|true|ultimate|underlying root? cause ..8 :|is|was`,
    ],
    [phrase`being|is|was the fundamental|main|primary|real|root|single|sole|true|ultimate|underlying root? cause`],
    [phrase`the cause for|of ..6 is|was`],
  ],
  veto: (hit) => hit.next === 'found' || hit.has(open),

  message: 'One cause carries the whole story.',
  why: 'Each further condition is another place to act.',
  question: 'What else had to be true that day?',
})

export const examples: Examples = {
  code: 'B10',
  source: 'Cook, How Complex Systems Fail, 7',
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
