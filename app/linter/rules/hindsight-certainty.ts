import { isVerb } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { denials, determiners, pronouns } from '../lexica/grammar.ts'
import { phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples, opens } from '../rule.ts'

export default defineRule({
  id: 'hindsight-certainty',
  levels: judgements('hint'),
  looks: [
    [phrase`in|with the? benefit? of? hindsight|retrospect`],
    [phrase`evidently|obviously`, (hit) => isAside(hit) && isTold(hit)],
    [
      phrase`clearly|obviously|plainly apparent|broken|evident|indicated|pointed|showed|shown|visible|wrong`,
      (hit) => !/^(?:logs?|traces?)$/.test(hit.subject.head) && !/^(?:is|are|be)$/.test(hit.previous),
    ],
    [phrase`was|were obvious`],
    [phrase`warning sign|signs`],
    [phrase`matter of time`],
    [phrase`easily have`],
    [phrase`bound to be|break|fail|happen`, (hit) => /^(?:was|were)$/.test(hit.previous)],
  ],
  veto: (hit) => hit.before(denials, 4) || hit.words.includes('?'),

  message: 'Clear now; it may not have been clear then.',
  why: 'Knowing the end makes the way to it look marked.',
  question: 'What did it look like before, to whom, and when did that change?',
})

/** Said of the whole sentence: before a comma or a noun, not before an adjective. */
function isAside(hit: Hit): boolean {
  const opensClause = hit.next === ',' || determiners.has(hit.next) || pronouns.has(hit.next)
  return (opens(hit) || /^(?:[,;:(]|and|but)$/.test(hit.previous)) && opensClause
}

/** Whether the next verb is a past: what obviously holds today is a statement about today. */
function isTold(hit: Hit): boolean {
  const verb = hit.words.slice(hit.to, hit.to + 12).find(isVerb)
  return verb !== undefined && !PRESENT.test(verb)
}
const PRESENT = /^(?:is|are|has|have|do|does|can|will|should|may|must)$/

export const examples: Examples = {
  code: 'B11',
  source: 'Fischhoff 1975, hindsight bias; Etsy, Debriefing Facilitation Guide',
  flagged: [
    '[Obviously], the flag was inverted.',
    '[In hindsight], the second queue was the sign.',
    'The dashboard [clearly showed] the rise.',
    'The answer [was obvious] from the first graph.',
    'The [warning signs] were there in May.',
    'It was only a [matter of time].',
    'This could [easily have] been seen.',
    'The old path was [bound to fail].',
  ],
  clean: [
    'The flag is now clearly labelled in the console.',
    'Nothing obvious stood out in the logs.',
    'We clear the cache on each deploy.',
    'The label is clearly printed.',
    'The rise became visible on the dashboard at 09:12.',
    'It was not obvious which host was first.',
    'The warning level is set to 80 percent.',
    'The time limit is one minute.',
  ],
  pairs: [
    ['The graph [clearly showed] it.', 'The graph showed it from 09:12.'],
    ['[Obviously], nobody looked there.', 'Nothing there looked odd.'],
    ['The cause [was obvious].', 'The cause was not obvious.'],
  ],
}
