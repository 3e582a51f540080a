import { isHuman, kindOf } from '../actors.ts'
import { characterAdjectives, characterAdverbs, characterNouns, technicalCompanions } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { character } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const denying = words("not never no nobody isn't wasn't weren't aren't nor without neither blameless")

export default defineRule({
  id: 'character-judgement',
  code: 'B06',
  levels: character,
  phrases: {
    adjective: phrase(characterAdjectives),
    adverb: phrase(characterAdverbs),
    noun: phrase(characterNouns),
  },
  when: counts,

  message: 'This describes a character, not a situation.',
  why: 'Whoever sits there next meets the same conditions.',
  question: 'Which conditions would lead most people in that seat to do the same?',
  source: 'Ross, the fundamental attribution error; Google, SRE Workbook, Postmortem Culture',
})

function counts(hit: Hit): Verdict {
  if (hit.before(denying, 5)) return false
  const word = hit.words[hit.from]!
  const next = hit.next
  if (technicalCompanions.has(next) || next.startsWith('-')) return false
  // Lazy and sloppy are technical words unless a person stands right there.
  if (word === 'lazy' || word === 'sloppy')
    return standsWithPerson(hit) || (word === 'sloppy' && !/^\p{Lu}/u.test(next))
  return true
}

function standsWithPerson(hit: Hit): boolean {
  const { reading, to } = hit
  const next = kindOf(reading, to, to, to + 1)
  if (isHuman(next)) return true
  const { subject } = hit.clause()
  return (
    subject.isHuman &&
    subject.kind !== 'implied' &&
    /^(?:is|are|was|were|been|be|got|being|too|so|just)$/.test(hit.previous)
  )
}

export const examples: Examples = {
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
