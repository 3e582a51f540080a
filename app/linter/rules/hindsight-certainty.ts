import { irregularPast } from '../lexica/grammar.ts'
import { maybe, phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const denying = words("not nothing never no isn't wasn't weren't didn't hardly less without")

export default defineRule({
  id: 'hindsight-certainty',
  code: 'B11',
  levels: judgements('hint'),
  phrases: {
    hindsight: phrase('in|with', maybe('the'), maybe('benefit'), maybe('of'), 'hindsight|retrospect'),
    sentence: phrase('obviously|evidently'),
    shown: phrase('clearly|plainly|obviously', 'showed|shown|visible|indicated|pointed|wrong|broken|apparent|evident'),
    obvious: phrase('was|were|is', 'obvious'),
    signs: phrase('warning', 'signs|sign'),
    there: phrase('clues|hints', 'were', 'there'),
    time: phrase('matter', 'of', 'time'),
    easily: phrase('easily', 'have'),
    course: phrase('bound', 'to', 'happen|fail|break'),
  },
  when: counts,

  message: 'Clear now; it may not have been clear then.',
  why: 'Knowing the end makes the way to it look marked.',
  question: 'What did it look like before, to whom, and when did that change?',
  source: 'Fischhoff 1975, hindsight bias; Etsy, Debriefing Facilitation Guide',
})

/** The first verb that shows a tense is a past one. */
function isAboutThen(hit: Hit): boolean {
  const verb = hit.words.slice(hit.to, hit.to + 12).find((word) => isPast(word) || PRESENT.test(word))
  return verb !== undefined && isPast(verb)
}

const PRESENT = /^(?:is|are|has|have|do|does|can|will|should|may|must|isn't|aren't|don't|doesn't)$/

function isPast(word: string): boolean {
  return irregularPast.has(word) || word === 'had' || word.endsWith('ed')
}

function counts(hit: Hit): Verdict {
  if (hit.before(denying, 4) || hit.words.includes('?')) return false
  // "Obviously, this takes longer" is about now.
  if (hit.phrase === 'sentence' && !isAboutThen(hit)) return false
  if (hit.phrase === 'sentence') return hit.from === 0 || /^[,;:(]$/.test(hit.words[hit.from - 1]!)
  if (hit.phrase === 'course') return /^(?:was|were)$/.test(hit.previous)
  if (hit.phrase === 'obvious') return hit.words[hit.from] === 'was' || hit.words[hit.from] === 'were'
  return true
}

export const examples: Examples = {
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
