import { isParticiple, opensPhrase } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { arranging, humanActs, humanOnly, preventing } from '../lexica/acts.ts'
import { adjectival, possessives } from '../lexica/grammar.ts'
import { attentive, practices } from '../lexica/practice.ts'
import { adverb, phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

/** "should have received", "should have been paged": what was due to somebody, not from them. */
const received = words('got gotten had heard received')
const given = words('alerted given informed notified paged shown told warned')
const worse = words('later led longer resulted worse')
const could = allOf(
  preventing.participle,
  humanActs.participle,
  arranging.participle,
  words('acted been considered helped known raised reacted responded saved told'),
)
const due = allOf(humanOnly.participle, arranging.participle, preventing.participle)
const possible = allOf(
  preventing.participle,
  humanOnly.participle,
  words('addressed limited mitigated reduced resolved shortened'),
)
const undone = allOf(due, humanActs.participle)
const better = words(
  'better clear clearer earlier easier faster higher lower obvious quicker shorter simpler smaller smoother sooner tighter',
)
const access = words('limits access permissions')
const signals = words('alarm+ alert+ monitor page pager')
/** An option that was weighed: "we could have switched, but the mirror was behind". */
const but = words('but')
const wondering = words('reflect investigate unclear unsure whether wonder wondering')

export default defineRule({
  id: 'counterfactual-person',
  levels: acts,
  looks: [
    [phrase`ought|should ~ to? ~ have ~ double? ${isParticiple}`, (hit) => owed(hit, due)],
    [
      phrase`could ~ have ~ ${isParticiple}`,
      (hit) =>
        !hit.after(worse, 8) &&
        !hit.after(but, 10) &&
        hit.subject.head !== 'anyone' &&
        !hit.clause().negated &&
        (hit.last === 'been' ? owed(hit, possible) && 'self' : could.has(hit.last) && owed(hit, possible)),
    ],
    [phrase`was|were ~ supposed to`, (hit) => hit.subject.isHuman && ofPerson(hit.subject)],
    [phrase`all _ ..1 had to do`, (hit) => hit.clause(hit.to - 3).subject.isHuman || 'lower'],
    [phrase`could|should ~ have been a|far|more|much|so? bit|lot? more? ${attentive}`, (hit) => ofPerson(hit.subject)],
    [
      phrase`could|should ~ have been ..3 ${better}`,
      (hit) => hit.subject.kind !== 'system' && !hit.after(worse, 3),
      'self',
    ],
    [
      phrase`could|ought|should ~ to? have be|been? ${isParticiple} by`,
      (hit) => hit.clause(hit.to - 2).agent?.isHuman === true,
    ],
  ],
  // "whether it could have been noticed", "(should we have asked?)": a question, not a verdict.
  veto: (hit) => hit.before(wondering, 12) || hit.words.at(-1) === '?',

  message: 'This describes a step that was not taken.',
  why: 'It is measured by an outcome nobody had yet.',
  question: 'What was in view at that moment, and what did it suggest doing?',
})

function owed(hit: Hit, passives: ReadonlySet<string>): Verdict {
  const { subject } = hit.clause()
  // "should have limited access": the participle belongs to the noun behind it.
  if (adjectival.has(hit.last) && (access.has(hit.next) || !opensPhrase(hit.next))) return false
  if (hit.last === 'been') return passive(hit, passives)
  if (received.has(hit.last)) return false
  // "Should have batched the restarts": nobody is named, and somebody is meant.
  return subject.kind === 'implied' ? hit.from === 0 : ofPerson(subject)
}

/** "should (not) have been merged": without a person in it, the verb must be one that only people do. */
function passive(hit: Hit, passives: ReadonlySet<string>): Verdict {
  const { subject, negated } = hit.clause()
  let verb = hit.to
  while (adverb(hit.at(verb))) verb++
  const act = hit.at(verb)
  // "our overcommit should have been 2": what is ours was decided by us.
  if (!isParticiple(act)) return possessives.has(hit.at(subject.from)) && !signals.has(subject.head) && 'self'
  // "should not have been dropped": what must not happen is somebody's doing; what must may be a program's.
  if (subject.isHuman || given.has(act) || !(negated ? undone : passives).has(act)) return false
  const { agent } = hit.clause(verb)
  if (agent && !agent.isHuman && !practices.has(agent.head)) return false
  return { from: hit.from, to: /^(?:through|out)$/.test(hit.at(verb + 1)) ? verb + 2 : verb + 1 }
}

export const examples: Examples = {
  code: 'B01',
  source: 'Bergström, Three analytical traps; Cook, How Complex Systems Fail, 8',
  flagged: [
    'The on-call engineer [should have checked] the replica lag.',
    'The reviewers [could have caught] the changed default.',
    'The migration [should never have been waved through].',
    'The release manager [ought to have asked] before noon.',
    'During the rollout the deployer [should not have skipped] the canary.',
    'The night crew [was supposed to] watch the queue.',
    '[All the on-call had to do] was read the banner.',
    'The developers [should have been more careful] with the flag.',
    "The patch [shouldn't have been merged] on a Friday.",
    'Nobody asked, and the lead who approved it [should have known] better.',
    'The notice to the harbours [should have been much clearer].',
    'The overflow [could have been seen by] the night shift.',
  ],
  clean: [
    'Requests should have a timeout of five seconds.',
    'The retry should have taken a second at most.',
    'Each region should have its own quota.',
    'The new key should have limited access to the bucket.',
    'We should have received a page at that level.',
    'The secondary index should have picked up the load by 09:15.',
    'An attacker could have read the first page of each report.',
    'The on-call should have been paged by the latency alert.',
    'The value could have been stale for a minute.',
    'The overflow should have been reported by the probe.',
  ],
  pairs: [
    ['The duty manager [should have paged] at 09:12.', 'The latency alert should have paged at 09:12.'],
    ['The engineers [should have limited] the batch size.', 'The engineers should have limited permissions there.'],
    ['The index [should not have been dropped].', 'The index should not have been empty.'],
  ],
}
