import { adverb, many, phrase } from '../phrases.ts'
import { explanationOnly } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

/** What machines miss and drop by the thousand. */
const machineThings = words(`
  packet packets request requests block blocks slot slots heartbeat heartbeats attestation attestations deadline poll polls
  message messages event events row rows record records frame frames beat ping pings sample samples scrape scrapes cache lookup
  parameter parameters header headers field fields value values flag option setting entry entries error errors exception exceptions
  file files call calls metric metrics page pages transaction transactions proposal proposals signature signatures vote votes
`)

export default defineRule({
  id: 'hidden-actor',
  code: 'B14',
  levels: { ...explanationOnly('hint'), lessons: 'hint', unknown: 'hint' },
  phrases: {
    minded: phrase(
      'was|were|been|being|got|gets',
      many(adverb),
      'overlooked|forgotten|missed|ignored|neglected|misread|misjudged|misunderstood|misinterpreted|disregarded|underestimated|dismissed',
    ),
    through: phrase('waved|slipped', 'through'),
    toldNobody: phrase("was|were|wasn't|weren't|been|never", maybeNot, 'communicated|escalated|announced|raised'),
  },
  when: counts,

  message: 'The sentence leaves out who had which information.',
  why: 'Without that, the next reader does not learn what was in view. A role is enough; a name is never needed.',
  question: 'Which role or mechanism was it, and what did it know at that point?',
  source: 'Henley et al. 1995; Henrichs, Beyond Blameless: we need to know what was done to ask what was known',
})

/** What people send each other, or set up to be seen. */
const signals = words(`
  alert alerts alarm warning warnings ticket tickets report reports concern concerns email emails mail advice issue sign signs
  signal complaint complaints feedback question questions notice notification notifications reminder hint suggestion
`)

function maybeNot(word: string): boolean {
  return word === 'not' || word === 'never' || word === 'poorly' || word === 'badly'
}

function counts(hit: Hit): Verdict {
  const verb = hit.phrase === 'through' ? hit.from : hit.to - 1
  const { subject, agent } = hit.clause(verb)
  if (agent) return false
  if (hit.before(words('prevent not never no if whether'), 2) && hit.phrase === 'minded') return false
  if (hit.phrase === 'through')
    return hit.words[hit.from] === 'waved' || hit.after(words('review testing tests qa checks'), 4)
  if (subject.isHuman && subject.kind !== 'implied') return false
  if (/^(?:ignored|dismissed|disregarded)$/.test(hit.words[verb]!) && !signals.has(subject.head)) return false
  return !machineThings.has(subject.head) && subject.kind !== 'system'
}

export const examples: Examples = {
  flagged: [
    'The second route [was overlooked] in the move.',
    'Renewing the pier certificate [was forgotten].',
    'The ticket [was ignored] for six days.',
    'The tide of retries [was underestimated].',
    'The warning in the mail [was misread].',
    'The change of hours [was not communicated] to the gates.',
    'The draft [slipped through] review on the Thursday.',
    'A step in the move [was missed].',
    'The plan had been [waved through] in May.',
  ],
  clean: [
    'Two heartbeats were missed by the probe.',
    'The header was ignored.',
    'Four requests were dismissed with a 429.',
    'The ticket was ignored by the triage bot.',
    'Blocks were missed for ten minutes.',
    'The change was announced at noon.',
    'The value slipped through the rounding twice.',
    { text: '14:02 The first page was missed.', section: 'timeline' },
    'The old rows were forgotten by the cache after an hour.',
  ],
  pairs: [
    ['The second host [was forgotten].', 'The second host was patched.'],
    ['The hint [was ignored].', 'The hint was ignored by the planner.'],
    ['A migration step [was missed].', 'A block was missed.'],
  ],
}
