import { opensPhrase } from '../clauses.ts'
import { duty, humanActs, humanOnly, noticing, reasons } from '../lexica/acts.ts'
import { be } from '../lexica/grammar.ts'
import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { missingChecks } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

/** "… so we did not catch it": what stands before it is the reason. */
const consequence = words('so therefore hence')
const beliefs = words('believing believed assuming assumed thinking thought')
const hedged = words('properly adequately sufficiently thoroughly carefully fully correctly')
const early = words('enough soon early earlier sooner')
const conditional = words('if when where so that because')

export default defineRule({
  id: 'negated-duty',
  code: 'B04',
  levels: missingChecks,
  phrases: {
    didNt: phrase("didn't", many(adverb), duty.base),
    didNot: phrase('did', 'not|never', many(adverb), duty.base),
    bullet: phrase('did', 'not', many(adverb), humanActs.base),
    gap: phrase('nobody|none', gap(5), duty.past),
    never: phrase('never', many(adverb), duty.past),
    hadNt: phrase("hadn't", many(adverb), duty.participle),
    hadNot: phrase('had', 'not|never', many(adverb), duty.participle),
    nobody: phrase('nobody', many(adverb), duty.past),
    noOne: phrase('no', 'one', many(adverb), duty.past),
    wellEnough: phrase("did|didn't", maybe('not'), hedged, humanVerb),
    hedgedAfter: phrase("did|didn't", maybe('not'), humanVerb, gap(4), early),
    decidedNot: phrase('decided|chose|opted|elected', 'not', 'to', many(adverb), duty.base),
    only: phrase('only', 'tested|validated|checked|verified|reviewed|considered'),
    onlyIn: phrase('tested|validated|checked|verified|reviewed', gap(3), 'only'),
    unwatched: phrase(
      'nobody|no-one|one',
      'was|were',
      many(adverb),
      'monitoring|watching|checking|paying|looking|testing|reviewing',
    ),
    without: phrase(
      'without',
      maybe('first|properly|adequately|really'),
      'checking|verifying|testing|reviewing|reading|confirming|consulting|validating|double-checking|considering|realising|realizing|understanding|notifying|informing|communicating|coordinating',
    ),
  },
  when: counts,

  message: 'A missing step explains little by itself.',
  why: 'Most days nothing asks for it, and nobody sees that it is missing.',
  question: 'What would have prompted it, and was that present?',
  source: 'Bergström, Three analytical traps; Etsy, Debriefing Facilitation Guide',
})

function humanVerb(word: string): boolean {
  return duty.base.has(word) || humanActs.base.has(word) || word === 'understand' || word === 'prepare'
}

function counts(hit: Hit): Verdict {
  const act = hit.words[hit.to - 1] ?? ''
  // A reason given makes it an account of how things looked.
  if (hit.after(reasons) || hit.before(consequence, 4)) return false
  if (hit.phrase !== 'without' && hit.before(beliefs)) return false
  if (hit.phrase === 'without') return withoutChecking(hit)
  if (hit.phrase === 'only' || hit.phrase === 'onlyIn') return onlyDone(hit)
  if (hit.phrase === 'unwatched') return hit.words[hit.from] !== 'one' || hit.previous === 'no'
  if (hit.phrase === 'bullet') return hit.clause().subject.kind === 'implied' && hit.from === 0
  if (hit.phrase === 'gap' && hit.words.slice(hit.from, hit.to).some((word) => be.has(word))) return false
  if (hit.phrase === 'nobody' || hit.phrase === 'noOne' || hit.phrase === 'gap') return !hit.before(conditional)
  const { subject, voice } = hit.clause()
  const they = subject.head === 'they' && humanOnly.base.has(act)
  if (voice === 'passive' || !(subject.isHuman || they) || follows(hit)) return false
  if (subject.kind === 'implied' && hit.from !== 0) return false
  if (hit.phrase === 'hedgedAfter') return subject.kind === 'we' ? 'self' : true
  if (subject.kind === 'we') return noticing.has(act) ? false : 'self'
  return true
}

/** "We only tested the small one": the rest is what is missing. */
function onlyDone(hit: Hit): Verdict {
  const { subject, voice, agent } = hit.clause(hit.phrase === 'only' ? hit.to - 1 : hit.from)
  if (voice === 'passive') return (agent === null || agent.isHuman) && hit.phrase === 'only' && 'lower'
  return ofPerson(subject) && 'self'
}

function withoutChecking(hit: Hit): Verdict {
  if (!opensPhrase(hit.next)) return false
  for (let at = hit.from - 1; at >= 0; at--) {
    const word = hit.words[at]!
    if (word === ',' || word === ';') break
    if (!/ed$|^(?:ran|made|sent|set|put|took|shut|cut|began|went)$/.test(word)) continue
    const { subject, voice, agent } = hit.clause(at)
    if (voice === 'passive') return agent ? agent.isHuman : 'lower'
    if (!subject.isHuman || subject.kind === 'implied') return false
    return subject.kind === 'we' ? 'self' : true
  }
  return false
}

/** "did not think that", "did not plan for it to": a belief, not a duty. */
function follows(hit: Hit): boolean {
  if (/^(?:through|about|of|ahead)$/.test(hit.next)) return false
  const act = hit.words[hit.to - 1] ?? ''
  return /^(?:think|thought|anticipate|anticipated|plan|planned|realise|realised|realize|realized)$/.test(act)
}

export const examples: Examples = {
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
  ],
  pairs: [
    ['The reviewer [did not follow] the link.', 'The crawler did not follow the link.'],
    ['The operator on duty [did not verify] the checksum.', 'The operator did not verify the checksum.'],
    ['The engineer [did not test] the failover.', 'The engineer did not see the failover.'],
  ],
}
