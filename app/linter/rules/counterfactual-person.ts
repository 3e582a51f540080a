import { isParticiple } from '../clauses.ts'
import { humanActs, humanOnly, preventing } from '../lexica/acts.ts'
import { adjectival, determiners, prepositions } from '../lexica/grammar.ts'
import { adverb, many, maybe, phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const received = words('received gotten got had heard')
const given = words('alerted paged notified told warned informed given shown')
const worse = words('later worse longer')
const warded = allOf(preventing.participle, humanActs.participle, words('thought known asked considered been'))
const notEnds = words('limits access permissions')

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
      isParticiple,
    ),
    possibility: phrase("could|couldn't", many(adverb), "have|'ve", many(adverb), isParticiple),
    supposed: phrase('was|were', many(adverb), 'supposed', 'to'),
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
      'have',
      'been',
      maybe('more|a|far|much|so'),
      maybe('bit|lot'),
      maybe('more'),
      'careful|cautious|aware|diligent|vigilant|attentive|thorough',
    ),
  },
  when: counts,

  message: 'This describes a step that was not taken.',
  why: 'It is measured by an outcome nobody had yet.',
  question: 'What was in view at that moment, and what did it suggest doing?',
  source: 'Bergström, Three analytical traps; Cook, How Complex Systems Fail, 8',
})

function counts(hit: Hit): Verdict {
  const { subject } = hit.clause()
  if (hit.phrase === 'possibility' && hit.after(worse, 8)) return false
  if (hit.phrase === 'allTheyHadToDo') return isAboutPerson(hit) || 'lower'
  const rank = subject.kind === 'we' ? 'self' : true
  if (hit.phrase === 'supposed' || hit.phrase === 'care') return subject.isHuman && rank
  const last = hit.words[hit.to - 1]!
  const next = hit.next
  if (isMainHave(last, next)) return false
  if (last === 'been') return passive(hit, subject.isHuman)
  if (!subject.isHuman || subject.kind === 'implied' || received.has(last)) return false
  if (hit.phrase === 'possibility' && !warded.has(last)) return false
  return rank
}

/** "should (not) have been merged": without a person in it, the verb must be one that only people do. */
function passive(hit: Hit, human: boolean): Verdict {
  let verb = hit.to
  while (adverb(hit.words[verb] ?? '')) verb++
  const act = hit.words[verb] ?? ''
  if (!isParticiple(act) && act !== 'run') return false
  if (human || given.has(act)) return false
  // "should not have been dropped": what must not happen is somebody's doing; what must may be a program's.
  const due = hit.clause().negated ? allOf(humanOnly.participle, humanActs.participle) : humanOnly.participle
  const doers = hit.phrase === 'possibility' ? preventing.participle : due
  if (!doers.has(act)) return false
  const { agent } = hit.clause(verb)
  if (agent && !agent.isHuman) return false
  const end = /^(?:through|out)$/.test(hit.words[verb + 1] ?? '') ? verb + 2 : verb + 1
  return { from: hit.from, to: end, verdict: hit.phrase === 'possibility' ? 'lower' : true }
}

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
