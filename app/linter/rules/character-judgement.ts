import { isHuman, kindOf } from '../actors.ts'
import type { Hit } from '../hit.ts'
import { be, denials } from '../lexica/grammar.ts'
import { characterAdjectives, characterAdverbs, characterNouns } from '../lexica/practice.ts'
import { adverb, phrase } from '../phrases.ts'
import { character } from '../policy.ts'
import { defineRule, type Examples, ofPerson } from '../rule.ts'
import { allOf } from '../words.ts'

export default defineRule({
  id: 'character-judgement',
  levels: character,
  looks: [[phrase`${allOf(characterAdjectives, characterAdverbs, characterNouns)}`, judges]],
  veto: (hit) => hit.before(denials, 5) || hit.words.includes('blameless'),

  message: 'This describes a character, not a situation.',
  why: 'Whoever sits there next meets the same conditions.',
  question: 'Which conditions would lead most people in that seat to do the same?',
})

function judges(hit: Hit): boolean {
  // "sloppy quorum", "careless-mode": a term.
  if (/^(?:-|quorum)/.test(hit.next)) return false
  // Lazy and sloppy are technical words unless a person stands right there.
  return hit.first !== 'lazy' || standsWithPerson(hit)
}

function standsWithPerson(hit: Hit): boolean {
  if (isHuman(kindOf(hit.reading, hit.to, hit.to, hit.to + 1))) return true
  return (be.has(hit.previous) || adverb(hit.previous)) && ofPerson(hit.subject) !== false
}

export const examples: Examples = {
  code: 'B06',
  source: 'Ross, the fundamental attribution error; Google, SRE Workbook, Postmortem Culture',
  flagged: [
    'A [careless] rename took the catalogue offline.',
    'The reviewer was [lazy] that week.',
    'This was plain [negligence].',
    'The change was [sloppily] prepared.',
    'A [sloppy] handover left out two alerts.',
    'Whoever wrote this was [incompetent].',
    { text: 'Thanks to all who cleaned up after this [stupid] change.', section: 'thanks' },
    'The team acted [irresponsibly] by shipping at noon.',
    { text: 'Stop being [reckless] with the purge command.', section: 'changes' },
  ],
  clean: [
    'The lazy loader fetched every tile at once.',
    'Lazy evaluation hid the failing row.',
    'A sloppy quorum accepted the write.',
    'This was not carelessness.',
    'The greedy match took the whole line.',
    'A naive retry doubled the load.',
    'The aggressive timeout closed the connection.',
    'Nobody here was careless: the two prompts look the same.',
  ],
  pairs: [
    ['A [lazy] engineer left it in.', 'A lazy import left it in.'],
    ['The [reckless] rollout reached all rooms.', 'The early rollout reached all rooms.'],
    ['It was [careless] to restart both.', 'It was usual to restart both.'],
  ],
}
