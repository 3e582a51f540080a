import { maybe, phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'

export default defineRule({
  id: 'animated-language',
  code: 'B17',
  levels: { ...everywhere('info'), thanks: 'off' },
  phrases: {
    drama: phrase(
      'ridiculous|ridiculously|insane|insanely|nightmare|nightmarish|horrible|horrendous|horrific|appalling|absurd|absurdly|outrageous|fiasco|debacle|shambles|trainwreck|catastrophe|clusterfuck|laughable|pathetic|unbelievable|mind-boggling|atrocious|abysmal|crazy',
    ),
    believe: phrase("can't|cannot|couldn't", 'believe'),
    disaster: phrase(
      'complete|total|utter|absolute|unmitigated',
      maybe('and'),
      'disaster|mess|chaos|failure|catastrophe',
    ),
    damn: phrase('damn|bloody|goddamn|wtf|omg|ffs|shit|crap|fuck|fucking|sucks|sucked'),
  },
  when: counts,

  message: 'The drama covers the fact.',
  why: 'A reader from elsewhere cannot tell how bad it was, only how it felt.',
  question: 'Which number shows how bad it was?',
  source: 'Google, SRE Workbook, Postmortem Culture: animated language',
})

function counts(hit: Hit): Verdict {
  if (hit.phrase === 'believe') return hit.clause().subject.kind === 'we'
  if (hit.phrase === 'disaster') return !/^(?:recovery|of|rate|rates|count)$/.test(hit.next)
  return true
}

export const examples: Examples = {
  flagged: [
    'The rollback took a [ridiculous] amount of time.',
    'The second night was a [nightmare].',
    'We [cannot believe] that the gate stayed open.',
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
