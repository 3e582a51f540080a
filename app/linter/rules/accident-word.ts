import { isParticiple, opensPhrase } from '../clauses.ts'
import { humanActs, minding } from '../lexica/acts.ts'
import { accidentAdverbs, be, wrongAdverbs } from '../lexica/grammar.ts'
import { warding } from '../lexica/practice.ts'
import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const acted = allOf(
  humanActs.past,
  humanActs.participle,
  words('introduced triggered started caused executed removed broke moved migrated replaced shut flagged banned'),
)
const settled = words(`
  configured misconfigured set deployed merged applied entered updated added removed assigned copied flagged labelled labeled
  installed handled used followed placed specified named tagged scoped sized mounted assumed
`)
/** What a program does to what it handles. A passive of these tells of software, whoever set it up. */
const machineActs = words(`
  blocked dropped cached returned rejected served routed throttled reported evicted counted parsed interpreted treated detected
  classified matched read loaded retried shown displayed encoded decoded computed calculated expected marked recorded
`)
const seeming = words('seems seem seemed appears appear appeared may might')
const undoing = words('can could cannot would undone')
const things = words(`
  deletion removal merge push deploy deployment release change commit click configuration edit upload publication shutdown
  restart termination rename revert execution exposure disclosure overwrite upgrade trigger drop deploys activation run
  misconfiguration modification override press disconnection unplugging rollout wipe ban suspension
`)

export default defineRule({
  id: 'accident-word',
  code: 'B05a',
  levels: explanations,
  phrases: {
    before: phrase(accidentAdverbs, many(adverb), acted),
    passive: phrase(be, many(adverb), accidentAdverbs, many(adverb), isParticiple),
    behind: phrase(acted, accidentAdverbs),
    byMistake: phrase(acted, gap(6), 'by', maybe('a'), 'mistake|accident|error|oversight'),
    fronted: phrase('by', 'mistake|accident|oversight'),
    inError: phrase(acted, gap(4), 'in', 'error'),
    wronglyBefore: phrase(wrongAdverbs, settled),
    wronglyBehind: phrase(settled, wrongAdverbs),
    mind: phrase(allOf(accidentAdverbs, wrongAdverbs), minding),
    far: phrase(acted, gap(7), accidentAdverbs),
    noun: phrase('accidental|inadvertent|unintentional|erroneous|mistaken', maybe(/^[a-z]+$/), things),
  },
  when: counts,

  message: '"{word}" stops where it gets interesting.',
  why: 'The path that was open is what we can change.',
  question: 'What did the system accept here, and what did it show before and after?',
  source: 'RCA2, rule 3; Dekker, The Field Guide: an error is where the analysis starts',
})

function counts(hit: Hit): Verdict {
  if (hit.before(warding)) return false
  if (hit.before(seeming, 6)) return false
  if (hit.phrase === 'noun') return !hit.after(undoing, 4) && !hit.words.includes('if')
  if (hit.phrase === 'far' && hit.words[hit.to] !== undefined && /^[a-z]/.test(hit.words[hit.to]!)) return false
  if (/^(?:byMistake|inError)$/.test(hit.phrase) && !opensPhrase(hit.next)) return false
  if (hit.phrase === 'fronted') return hit.from === 0
  const verb = hit.phrase === 'passive' ? hit.to - 1 : firstVerb(hit)
  if (hit.phrase === 'passive' && machineActs.has(hit.words[verb]!)) return false
  const { subject, voice, agent } = hit.clause(verb)
  if (voice === 'passive') return (agent === null || agent.isHuman) && spanOf(hit)
  if (!subject.isHuman || (subject.kind === 'implied' && hit.from !== 0)) return false
  return subject.kind === 'we' ? 'self' : true
}

/** Without the auxiliary, so that a passive reads like the rest. */
function spanOf(hit: Hit): Verdict {
  return hit.phrase !== 'passive' || { from: hit.to - 2, to: hit.to }
}

function firstVerb(hit: Hit): number {
  let verb = hit.from
  while (![acted, settled, minding].some((list) => list.has(hit.words[verb]!)) && verb < hit.to - 1) verb++
  return verb
}

export const examples: Examples = {
  flagged: [
    'The half-finished form was [accidentally merged].',
    'The purge was [mistakenly executed] twice that night.',
    'An engineer [inadvertently removed] the second route.',
    'The old image was [deployed by mistake].',
    'The bucket had been [deleted accidentally] in the spring.',
    'The limit was [incorrectly configured] for the new region.',
    'The draft list was [sent out in error].',
    'A technician on the night shift [unintentionally disabled] the alert.',
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
