import { isParticiple, isVerb, opensPhrase } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { arranging, humanActs, preventing, testing } from '../lexica/acts.ts'
import { accidentAdverbs, auxiliaries, coordinators, wrongAdverbs } from '../lexica/grammar.ts'
import { practices, warding } from '../lexica/practice.ts'
import { adverb, phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

/** What somebody set, so that "incorrectly" compares their act with a norm; a program's "incorrectly reported" does not. */
const settled = allOf(
  arranging.participle,
  words(
    'applied assigned chosen edited assumed copied deployed entered followed handled installed merged placed specified used',
  ),
)
/** What a program does to what it handles. A passive of these tells of software, whoever set it up. */
const machineActs = words(`
  blocked cached calculated classified computed counted displayed dropped evicted expected loaded marked matched parsed
  read recorded rejected reported returned routed served shown throttled treated
`)
const seeming = words('appear* may might seem*')
const because = words('because')
const undoing = words('can cannot could undone would')

export default defineRule({
  id: 'accident-word',
  levels: explanations,
  looks: [
    [phrase`${accidentAdverbs}`, done],
    [phrase`${wrongAdverbs}`, done],
    [phrase`by a? accident|error|mistake|oversight`, done],
    [phrase`in error`, (hit) => opensPhrase(hit.next) && !coordinators.has(hit.previous) && done(hit)],
    [phrase`accidental|inadvertent|unintentional ..1 ${/(?:ion|al|ment|e|sh|t)$/}`, isOnce],
  ],
  veto: (hit) => hit.before(warding, 8) || hit.before(seeming, 6) || hit.after(because, 2),

  message: '"{word}" stops where it gets interesting.',
  why: 'The path that was open is what we can change.',
  question: 'What did the system accept here, and what did it show before and after?',
})

function isOnce(hit: Hit): boolean {
  return !hit.after(undoing, 4) && !hit.words.includes('if')
}

/** Of the verb that stands behind or before the words: done by people, or in the passive by nobody named and no program. */
function done(hit: Hit): Verdict {
  const verb = verbBeside(hit)
  if (verb === null) return hit.from === 0
  const { subject, voice, agent } = hit.clause(verb)
  const act = hit.at(verb)
  // "found by accident" is luck, not a slip.
  const isLuck =
    preventing.past.has(act) || preventing.participle.has(act) || testing.past.has(act) || act === 'stumbled'
  if (isLuck && act !== 'stopped') return false
  const span = verb < hit.from ? { from: verb, to: hit.to } : { from: hit.from, to: verb + 1 }
  const short = span.to - span.from < 5 ? span : { from: hit.from, to: hit.to }
  // A line without auxiliaries: "rule set inadvertently overwritten".
  const isBare = humanActs.participle.has(act) && !humanActs.past.has(act)
  if (voice === 'passive' || isBare) {
    const isMachine = wrongAdverbs.has(hit.first) ? !settled.has(act) : adverb(hit.first) && machineActs.has(act)
    return (!agent || agent.isHuman) && !isMachine && short
  }
  // "Improperly terminated strings": the participle belongs to the noun.
  if (wrongAdverbs.has(hit.first) && !opensPhrase(hit.at(verb + 1))) return false
  if (subject.kind === 'implied') return hit.from === 0 || verb === 0 ? short : false
  const verdict = practices.has(subject.head) || ofPerson(subject)
  return verdict && { ...short, verdict }
}

function verbBeside(hit: Hit): number | null {
  let right = hit.to
  while (adverb(hit.at(right))) right++
  if (isAct(hit.at(right))) return right
  for (let left = hit.from - 1; left >= 0 && left > hit.from - 10 && !/^[;:]$/.test(hit.at(left)); left--) {
    if (isAct(hit.at(left))) return left
  }
  return null
}

function isAct(word: string): boolean {
  return !auxiliaries.has(word) && (isVerb(word) || isParticiple(word) || humanActs.base.has(word))
}

export const examples: Examples = {
  code: 'B05a',
  source: 'RCA2, rule 3; Dekker, The Field Guide: an error is where the analysis starts',
  flagged: [
    'The half-finished form was [accidentally merged].',
    'The purge was [mistakenly executed] twice that night.',
    'An engineer [inadvertently removed] the second route.',
    'The old image was [deployed by mistake].',
    'The bucket had been [deleted accidentally] in the spring.',
    'The limit was [incorrectly configured] for the new region.',
    'The draft list was [sent out in error].',
    'A technician on the night shift [unintentionally disabled] the alert.',
    'The outage began with the [accidental deletion] of a route.',
    'The rule set was [accidentally overwritten].',
    'The lead of the drill [inadvertently overrode] the limit.',
  ],
  clean: [
    'The parser incorrectly reported a loss.',
    'The dialog exists to prevent a table from being accidentally deleted.',
    'A lock so that nothing can be accidentally merged is in place.',
    'The scheduler accidentally started two copies.',
    'The record was erroneously removed by the garbage collector.',
    'The change was merged at 14:02.',
    'The old image was deployed by the pipeline.',
    'The value was read in error handling code.',
    'The request was dropped in error state.',
    'The copy is six hours late, so that a mistaken deletion can be undone.',
  ],
  pairs: [
    ['The flag was [accidentally enabled].', 'The flag was enabled for ten minutes.'],
    ['The lead [mistakenly approved] the draft.', 'The cache mistakenly served the draft.'],
    ['The table was [dropped by mistake].', 'The table was dropped by the nightly job.'],
  ],
}
