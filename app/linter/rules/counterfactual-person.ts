import { isParticiple } from '../clauses.ts'
import { arranging, humanActs, humanOnly, preventing } from '../lexica/acts.ts'
import { adjectival, determiners, prepositions } from '../lexica/grammar.ts'
import { practices } from '../lexica/practice.ts'
import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const received = words('received gotten got had heard')
const given = words('alerted paged notified told warned informed given shown')
const worse = words('worse longer later led resulted')
const warded = allOf(
  preventing.participle,
  humanActs.participle,
  arranging.participle,
  words('thought known asked considered been reacted responded acted helped raised started'),
)
const dueDone = allOf(humanOnly.participle, arranging.participle, preventing.participle)
const possibleDone = allOf(
  preventing.participle,
  humanOnly.participle,
  words('addressed reduced shortened resolved mitigated limited'),
)
const better =
  'better|faster|quicker|earlier|sooner|clearer|simpler|shorter|smoother|smaller|tighter|higher|lower|obvious|clear|apparent|evident'
const notEnds = words('limits access permissions')
const ours = words('our my his her their')

export default defineRule({
  id: 'counterfactual-person',
  code: 'B01',
  levels: acts,
  phrases: {
    duty: phrase(
      "should|shouldn't|ought",
      many(adverb),
      maybe('to'),
      many(adverb),
      "have|'ve",
      many(adverb),
      maybe('double'),
      isParticiple,
    ),
    possibility: phrase("could|couldn't", many(adverb), "have|'ve", many(adverb), isParticiple),
    supposed: phrase('was|were', many(adverb), 'supposed', 'to'),
    meant: phrase('needed', 'to', "have|'ve", isParticiple),
    allTheyHadToDo: phrase(
      'all',
      (word) => word !== ',',
      maybe((word) => /^[a-z-]+$/.test(word)),
      'had',
      'to',
      'do',
    ),
    care: phrase(
      "should|shouldn't|could",
      many(adverb),
      "have|'ve",
      'been',
      maybe('more|a|far|much|so'),
      maybe('bit|lot'),
      maybe('more'),
      'careful|cautious|aware|diligent|vigilant|attentive|thorough|proactive|prepared',
    ),
    better: phrase("should|shouldn't|could", many(adverb), "have|'ve", 'been', gap(3), better),
    by: phrase('should|could', many(adverb), "have|'ve", maybe('been|be'), isParticiple, 'by'),
  },
  when: counts,

  message: 'This describes a step that was not taken.',
  why: 'It is measured by an outcome nobody had yet.',
  question: 'What was in view at that moment, and what did it suggest doing?',
  source: 'Bergström, Three analytical traps; Cook, How Complex Systems Fail, 8',
})

function counts(hit: Hit): Verdict {
  const { subject } = hit.clause()
  if (isWondered(hit)) return false
  if (hit.phrase === 'by') return hit.clause(hit.to - 2).agent?.isHuman === true
  if (hit.phrase === 'possibility' && (hit.after(worse, 8) || hit.words[hit.from] === "couldn't")) return false
  if (hit.phrase === 'allTheyHadToDo') return isAboutPerson(hit) || 'lower'
  const rank = subject.kind === 'we' ? 'self' : true
  if (hit.phrase === 'supposed' || hit.phrase === 'care' || hit.phrase === 'meant') return subject.isHuman && rank
  if (hit.phrase === 'better') return subject.kind !== 'system' && !hit.after(worse, 3) && 'self'
  const last = hit.words[hit.to - 1]!
  const next = hit.next
  if (isMainHave(last, next)) return false
  if (last === 'been') return passive(hit, subject.isHuman)
  if (!subject.isHuman || subject.kind === 'implied' || received.has(last)) return false
  if (hit.phrase === 'possibility' && !warded.has(last)) return false
  return rank
}

/** "whether it could have been noticed", "(I believe we should have?)": a question, not a verdict. */
function isWondered(hit: Hit): boolean {
  return hit.before(wondering, 8) || hit.words.at(-1) === '?'
}
const wondering = words('whether unclear unsure wonder wondering investigate')

/** "should (not) have been merged": without a person in it, the verb must be one that only people do. */
function passive(hit: Hit, human: boolean): Verdict {
  let verb = hit.to
  while (adverb(hit.words[verb] ?? '')) verb++
  const act = hit.words[verb] ?? ''
  if (!isParticiple(act) && act !== 'run') {
    // "our overcommit should have been 2": what is ours was decided by us.
    return (
      hit.phrase === 'duty' &&
      ours.has(hit.words[hit.clause().subject.from] ?? '') &&
      !signalled.has(hit.clause().subject.head) &&
      'self'
    )
  }
  if (human || given.has(act)) return false
  // "should not have been dropped": what must not happen is somebody's doing; what must may be a program's.
  const due = hit.clause().negated ? allOf(dueDone, humanActs.participle) : dueDone
  const doers = hit.phrase === 'possibility' ? possibleDone : due
  if (!doers.has(act)) return false
  const { agent } = hit.clause(verb)
  if (agent && !agent.isHuman && !practices.has(agent.head)) return false
  const end = /^(?:through|out)$/.test(hit.words[verb + 1] ?? '') ? verb + 2 : verb + 1
  return { from: hit.from, to: end, verdict: hit.phrase === 'possibility' ? 'self' : true }
}
const signalled = words('alert alerts alarm alarms monitor pager page')

/** "should have limited access": the participle belongs to the noun behind it. */
function isMainHave(last: string, next: string): boolean {
  if (!adjectival.has(last)) return false
  return notEnds.has(next) || (/^[a-z]/.test(next) && !determiners.has(next) && !prepositions.has(next))
}

function isAboutPerson(hit: Hit): boolean {
  return hit.clause(hit.to - 3).subject.isHuman
}

export const examples: Examples = {
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
  ],
  pairs: [
    ['The duty manager [should have paged] at 09:12.', 'The latency alert should have paged at 09:12.'],
    ['The engineers [should have limited] the batch size.', 'The engineers should have limited permissions there.'],
    ['The index [should not have been dropped].', 'The index should not have been empty.'],
  ],
}
