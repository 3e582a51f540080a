import type { Hit } from '../hit.ts'
import { denials } from '../lexica/grammar.ts'
import { warding } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { explanationOnly } from '../policy.ts'
import { defineRule, type Examples, ofPerson } from '../rule.ts'
import { allOf, words } from '../words.ts'

const signs = words(`
  advice alarm+ alert+ check comment+ complaint+ concern+ dependency email+ feedback hint+ issue+ mail notice+
  notification+ opportunity+ question+ reminder+ report+ requirement+ risk+ sign+ step+ suggestion+ ticket+
  warning+
`)
/** What programs do as well, to packets and requests: only a sign is missed by somebody. */
const ambiguous = words('dismissed disregarded ignored misread missed neglected')
/** "It was not clear to the team that a step had been missed" says who could not know. */
const unclear = words('aware clear unaware unclear')
const denying = words('badly never not poorly')
const checking = words('check+ qa review test+ testing')
const clearing = allOf(denials, warding)

export default defineRule({
  id: 'hidden-actor',
  levels: { ...explanationOnly('hint'), lessons: 'hint', unknown: 'hint' },
  looks: [
    [
      phrase`been|being|gets|got|was|were ~ dismissed|disregarded|forgotten|ignored|misinterpreted|misjudged|misread|missed|misunderstood|neglected|overlooked|underestimated`,
      minded,
    ],
    [phrase`waved through`, unowned],
    [phrase`slipped through`, (hit) => hit.after(checking, 4) && unowned(hit)],
    [
      phrase`been|never|was|were ~ badly|not|poorly? announced|checked|communicated|escalated|raised|reviewed|tested|validated|verified`,
      (hit) => hit.holds(denying) && unowned(hit),
    ],
  ],

  message: 'The sentence leaves out who had which information.',
  why: 'Without that, the next reader does not learn what was in view. A role is enough; a name is never needed.',
  question: 'Which role or mechanism was it, and what did it know at that point?',
})

function minded(hit: Hit): boolean {
  const { subject } = hit.clause(hit.to - 1)
  if (hit.before(clearing, 2) || ofPerson(subject)) return false
  return (!ambiguous.has(hit.last) || signs.has(subject.head)) && unowned(hit)
}

/** A passive that nobody stands behind. */
function unowned(hit: Hit): boolean {
  const { subject, agent } = hit.clause(hit.last === 'through' ? hit.from : hit.to - 1)
  return !agent && subject.kind !== 'system' && !hit.before(unclear)
}

export const examples: Examples = {
  code: 'B14',
  source: 'Henley et al. 1995; Henrichs, Beyond Blameless: we need to know what was done to ask what was known',
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
