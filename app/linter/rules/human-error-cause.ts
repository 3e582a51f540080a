import type { Hit } from '../hit.ts'
import { humanActs } from '../lexica/acts.ts'
import { denials, determiners, possessives } from '../lexica/grammar.ts'
import { believing, slips, warding } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

/** States of mind and slips of the hand: they count where they are given as a cause. */
const states = words(`
  forgetfulness inattention inexperience lapse+ misspell* mistype* misunderstanding+ mix-up+ overconfidence
  slip+ typo+ unfamiliarity
`)
const cleared = allOf(warding, believing, denials, words('stop'))
const causing = words(`
  after attribute* because by cause* down due from in introduced is led made of owing result* stem* through
  trace* was were
`)
const harm = words('broke brought caused led left meant resulted took')
const outcome = allOf(harm, words('was'))
const during = words('by during in of when while')
const learning = words('admit correct* everyone fix* from happen* learn* make own rectify* repeat*')
const works = words(`
  algorithm code compiler formula function implementation library logic parser query regex script template
`)
const unavoidable = words('avoided happen happens impossible possible prevent* symptom unavoidable')

export default defineRule({
  id: 'human-error-cause',
  levels: explanations,
  looks: [
    [phrase`big|careless|classic|costly|embarrassing|honest|rookie|silly|simple|stupid? ${slips}`, asNoun],
    [phrase`${states}`, (hit) => !PRESENT.test(hit.next) && (hit.before(causing, 6) || hit.after(harm, 8))],
    [
      phrase`admin|configuration|copy-and-paste|copy-paste|deployment|developer|engineer|human|manual|operational|operator|people|typing|user error+|mistake+|misunderstanding|oversight+|slip+`,
      explains,
    ],
    [phrase`fat-finger*|fatfingered|pebcak|pebkac`],
    [phrase`fat|finger finger+|fingered|trouble`],
    [phrase`error|misunderstanding on ..3 end|part|side`],
    [phrase`made|making a|an|several|some|that|the|this|two ..1 error`, (hit) => ofPerson(hit.subject)],
  ],
  veto: (hit) => hit.before(cleared) || (hit.last.endsWith('s') && hit.before(learning)) || hit.after(unavoidable, 8),
  unless: [
    phrase`error+ budget+|code+|condition|handling|log+|message+|page|rate+|report+|state`,
    phrase`oversight and|by|board|body|committee|group|of|process|team`,
    phrase`by|no mistake|oversight`,
  ],

  message: '"{word}" marks where we stopped asking.',
  why: 'The slip stays available to the next person until its conditions change.',
  question: 'What made it easy to do and slow to show?',
})

/** "The mistake was …" tells of somebody; what is learned from mistakes, or stands in the code, does not. */
function asNoun(hit: Hit): Verdict {
  const inside = hit.at(hit.to + 1)
  // "a mistake in the template" is about the template; "made a mistake in", "in our setup" and "in setting it up" are not.
  const isThing = determiners.has(hit.previous) && hit.first === 'mistake' && /^(?:in|within)$/.test(hit.next)
  const isInThing = isThing && !humanActs.gerund.has(inside) && !possessives.has(inside)
  if (PRESENT.test(hit.next) || hit.after(works, 4) || (isInThing && !hit.before(makes, 3))) return false
  return possessives.has(hit.previous) ? 'self' : true
}
const PRESENT = /^(?:is|are|can|may|sits?|lies)$/
const makes = words('make* commit*')

/** In a cause frame, at the end of a label, or as the subject of what it did. */
function explains(hit: Hit): boolean {
  // A configuration error is a state of a machine; a configuration mistake is somebody's.
  if (/^(?:configuration|deployment) error/.test(`${hit.first} ${hit.last}`)) return false
  const { next } = hit
  const isBare = hit.from === 0 || /^[:(-]$/.test(hit.previous)
  if (isBare && (!/^[a-z]/.test(next) || during.has(next))) return true
  return hit.before(causing, 6) || outcome.has(next)
}

export const examples: Examples = {
  code: 'B05',
  source: 'RCA2, rule 3: human errors must have a preceding cause; Dekker, The Field Guide',
  flagged: [
    'Root cause: [human error].',
    'The closed gate was caused by [operator error].',
    'The wrong region was a result of [user error] during the rollout.',
    'The rename was attributed to [manual error].',
    'The port was closed due to an [oversight].',
    'A [fat-fingered] command removed the route.',
    '[Mistakes] were made during the handover.',
    'This came from an [error on our part].',
    'The engineer made a [mistake] in the zone file.',
    'A [typo] in the tariff file left the kiosks without prices.',
    'The wrong quantity was a [fat finger] on the order screen.',
    'An engineer [made an error] in the firewall rule.',
  ],
  clean: [
    'We do not accept human error as a root cause.',
    'The confirmation dialog exists to prevent human error.',
    { text: 'At 03:10 we assumed user error and closed the ticket.', section: 'timeline' },
    'User error messages were shown for ten minutes.',
    'The proxy returned an error on each second call.',
    'The step is prone to human error when the names are this close.',
    'A manual restart brought the queue back.',
    'A parser error in the template stopped the build.',
    'What looks like operator error here is a symptom of two look-alike screens.',
    'The form now refuses a typo in the tariff code.',
  ],
  pairs: [
    ['The cause was [human error].', 'The cause was an error in the parser.'],
    ['It happened because of a [mistake].', 'It happened because of a timeout.'],
    ['The route was lost through [manual error].', 'The route was lost through manual failover.'],
  ],
}
