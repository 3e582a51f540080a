import { opensPhrase } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { duty, humanActs, humanOnly, noticing, reasons, testing } from '../lexica/acts.ts'
import { be } from '../lexica/grammar.ts'
import { asPlanned } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { missingChecks } from '../policy.ts'
import { byDoer, defineRule, type Examples, ofPerson, opens, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

/** "… so we did not catch it": what stands before it is the reason. */
const consequence = words('so therefore hence')
const beliefs = words('assumed assuming believed believing thinking thought')
const conditional = words('because if so that when where')
const acting = allOf(duty.base, humanActs.base, words('understand'))
const knowing = allOf(
  testing.gerund,
  words(
    'communicating asking considering consulting coordinating informing notifying opening reading realising understanding',
  ),
)
const told = allOf(duty.past, words('told spoke'))
const forecasts = words('anticipate* plan* realise* think* thought')
const foreseeing = words('about ahead through')

export default defineRule({
  id: 'negated-duty',
  levels: missingChecks,
  looks: [
    [phrase`did never|not ~ ${duty.base}`, owed],
    [phrase`did not ~ ${humanActs.base}`, (hit) => opens(hit) && hit.subject.kind === 'implied'],
    [phrase`never ~ ${duty.past}`, owed],
    [phrase`had|have never|not ~ ${duty.participle}`, owed],
    [phrase`chose|decided|elected|opted not to ~ ${duty.base}`, owed],
    [phrase`neither|no|no-one|nobody|none ..5 ${told}`, byNobody],
    [phrase`not a|one of|single ..4 ${told}`, byNobody],
    [phrase`no|no-one|nobody ..1 was|were ~ ${testing.gerund}`, isNobody],
    [phrase`did not? ${asPlanned} ${acting}`, owed],
    [phrase`did not? ${acting} ..4 earlier|early|enough|soon|sooner`, owed],
    [phrase`only ${testing.past}`, onlyDone],
    [phrase`without ~ ${knowing}`, withoutChecking],
  ],
  // A reason given makes it an account of how things looked.
  veto: (hit) => hit.after(reasons) || hit.before(consequence, 4),

  message: 'A missing step explains little by itself.',
  why: 'Most days nothing asks for it, and nobody sees that it is missing.',
  question: 'What would have prompted it, and was that present?',
})

function owed(hit: Hit): Verdict {
  const { subject, voice } = hit.clause()
  // "did not think that", "did not plan for it to": a belief, not a duty.
  if (voice === 'passive' || hit.before(beliefs, 5) || (forecasts.has(hit.last) && !foreseeing.has(hit.next)))
    return false
  if (subject.kind === 'implied') return opens(hit)
  if (subject.head === 'they' && (humanOnly.base.has(hit.last) || humanOnly.past.has(hit.last))) return true
  // "I assumed it was the empty one and did not verify it": who the sentence began with.
  if (!subject.isHuman && /^(?:and|but)$/.test(hit.previous) && humanOnly.base.has(hit.last))
    return /^(?:i|we)$/.test(hit.at(0)) ? 'self' : hit.someone(0, 3)
  return !(subject.kind === 'we' && noticing.has(hit.last)) && ofPerson(subject)
}

/** "no one", "no reviewer"; but not "no alert". */
function isNobody(hit: Hit): boolean {
  return hit.first !== 'no' || hit.at(hit.from + 1) === 'one' || hit.someone(hit.from + 1, hit.to)
}

function byNobody(hit: Hit): boolean {
  return (
    isNobody(hit) && !hit.holds(be) && !/^(?:us|me)$/.test(hit.next) && !hit.before(conditional) && !hit.before(beliefs)
  )
}

/** "We only tested the small one": the rest is what is missing. */
function onlyDone(hit: Hit): Verdict {
  const { subject, voice, agent } = hit.clause(hit.to - 1)
  if (voice === 'passive') return (!agent || agent.isHuman) && 'lower'
  return ofPerson(subject) && 'self'
}

function withoutChecking(hit: Hit): Verdict {
  if (!opensPhrase(hit.next) || (hit.last === 'asking' && !/^(?:any|who|what|whether|the)/.test(hit.next))) return false
  return byDoer(hit)
}

export const examples: Examples = {
  code: 'B04',
  source: 'Bergström, Three analytical traps; Etsy, Debriefing Facilitation Guide',
  flagged: [
    'The engineer [did not check] the standby.',
    "The deployer [didn't read] the second screen.",
    '[Nobody noticed] the second queue.',
    'The on-call [never escalated] to the database team.',
    'The author of the change [had not tested] the restore.',
    '- [Did not verify] the backup.',
    'The duty manager, who was new to the rota, [did not inform] support.',
    'A technician restarted the primary [without checking] the lag.',
    'The team lead saw the graph and [did not raise] it.',
    'The duty lead [decided not to notify] the other depots.',
    '[Not one of the reviewers asked] about the second key.',
    '[No one was watching] the import queue after six.',
    'The engineer [did not fully understand] the quota.',
    'The night crew [did not escalate early enough].',
    'We [only tested] the restore of the small table.',
  ],
  clean: [
    'The engineer did not have write access to the standby.',
    'Most shoppers did not notice the slow pages.',
    'No one on the rota knew the limit existed.',
    'The test suite did not check the empty case.',
    'The on-call did not escalate because the dashboard was green.',
    'We did not notice before noon.',
    'The probe did not validate the certificate chain.',
    'The pipeline deployed without testing the image.',
    'The lead did not know which host was first.',
    'The duty lead decided not to notify the other depots, since the list looked complete.',
    'Not a single request was lost.',
    'No probe was watching the import queue after six.',
    'The alert did not fire early enough.',
    'The suite only tested the small table.',
  ],
  pairs: [
    ['The reviewer [did not follow] the link.', 'The crawler did not follow the link.'],
    ['The operator on duty [did not verify] the checksum.', 'The operator did not verify the checksum.'],
    ['The engineer [did not test] the failover.', 'The engineer did not see the failover.'],
  ],
}
