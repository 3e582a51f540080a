import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { defineRule, type Examples } from '../rule.ts'
import { words } from '../words.ts'

const terms = words('recovery of rate+ count')

export default defineRule({
  id: 'animated-language',
  levels: { ...everywhere('info'), thanks: 'off' },
  looks: [
    [phrase`absurd|appalling|catastrophe|crazy|fiasco|horrible|insane|nightmare|pathetic|ridiculous|unbelievable`],
    [phrase`bloody|crap|damn|ffs|fuck*|omg|shit|suck*|wtf`],
    [phrase`absolute|complete|total|utter and? chaos|disaster|failure|mess`, (hit) => !terms.has(hit.next)],
  ],

  message: 'The drama covers the fact.',
  why: 'A reader from elsewhere cannot tell how bad it was, only how it felt.',
  question: 'Which number shows how bad it was?',
})

export const examples: Examples = {
  code: 'B17',
  source: 'Google, SRE Workbook, Postmortem Culture: animated language',
  flagged: [
    'The rollback took a [ridiculous] amount of time.',
    'The second night was a [nightmare].',
    'The [absurd] part was the second page.',
    'It was a [complete mess] on both piers.',
    'The old script is [insane].',
    'The list was an [absolute mess].',
    'The hand-over was a [fiasco].',
    'The [bloody] flag was still on.',
  ],
  clean: [
    'We ran disaster recovery for the eu-west shard.',
    'The log level was ERROR for a minute.',
    'The gate must never be opened by hand.',
    'The SQL mode was STRICT from March on.',
    'The rollback took 41 minutes.',
    'The node was in CRASH state.',
    'A total failure rate of 3 % was measured.',
    'The incident felt long: 9 hours.',
  ],
  pairs: [
    ['The wait was [horrible].', 'The wait was 50 minutes.'],
    ['The queue was [insane].', 'The queue was at 4,000.'],
    ['It was an [utter disaster].', 'It was a disaster recovery drill.'],
  ],
}
