import { isHuman, kindOf } from '../actors.ts'
import { duty } from '../lexica/acts.ts'
import { determiners } from '../lexica/grammar.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { changesOnly } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const machine = words(`
  automatic automatically automated automate bot ci pipeline linter lint script hook model models classifier data gpu
  dataset detector cron game drill drills exercise exercises simulation simulations
`)
const learners = words('staff everyone everybody people ourselves users customers students them all new')

const provided = words('has have had gets get can is are receives receive knows know only')

export default defineRule({
  id: 'weak-action',
  code: 'B21',
  levels: changesOnly,
  phrases: {
    beCareful: phrase(
      'be|being',
      maybe('more|extra|very|especially|particularly|much|a|even'),
      maybe('bit|lot|more'),
      'careful|cautious|aware|mindful|diligent|vigilant|attentive|thorough|conscious',
    ),
    remind: phrase('remind|reminding', gap(2)),
    train: phrase('train|retrain|re-train|educate|coach|teach', gap(1)),
    training: phrase(
      'training|trainings|refresher|course|courses|workshop|workshops',
      'for|on|about|session|sessions|will|to',
    ),
    doubleCheck: phrase('double-check|doublecheck|re-check'),
    doubleCheckApart: phrase('double', 'check'),
    attention: phrase('pay|paying', maybe('more|closer|special|better|extra'), 'attention'),
    awareness: phrase('raise|increase|increased|improve|improved|spread|build', maybe('more|the'), 'awareness'),
    eye: phrase('keep', maybe('a|an'), maybe('closer|better|close|sharp'), 'eye'),
    remember: phrase('remember|forget', 'to'),
    always: phrase('always|never', (word) => /^[a-z]+$/.test(word)),
    makeSure: phrase('make|be', 'sure', maybe('that'), gap(1)),
    care: phrase('take', maybe('more|extra|greater|better'), 'care'),
  },
  when: counts,

  message: 'This change asks people to remember.',
  why: 'That works on calm days; incidents come on the others. As a first step it is fine: link what will replace it.',
  question: 'What could carry this so nobody has to?',
  source: 'RCA2, the action hierarchy: weaker actions',
})

function counts(hit: Hit): Verdict {
  if (hit.words.some((word) => machine.has(word))) return false
  const first = hit.words[hit.from]!
  const last = hit.to - 1
  const { reading, words } = hit
  if (hit.phrase === 'remind') return addressed(hit, hit.from + 1)
  if (hit.phrase === 'train')
    return addressed(hit, hit.from + 1) && { from: hit.from, to: headOf(hit, hit.from + 1) + 1 }
  if (hit.phrase === 'remember') return first === 'remember' || /^(?:not|don't)$/.test(words[hit.from - 1] ?? '')
  if (hit.phrase === 'always') return imperative(hit)
  if (hit.phrase === 'makeSure' && hit.after(provided, 4)) return false
  if (hit.phrase === 'makeSure')
    return words[last] === 'to' || isHuman(kindOf(reading, last, last, last + 1)) || learners.has(words[last]!)
  if (hit.phrase === 'beCareful') return !/^(?:should|will|to|must)$/.test(words[hit.from - 1] ?? '') || resolves(hit)
  return true
}

/** "be aware" as advice to readers of a note is weak too, but a system may be "aware" of a zone. */
function resolves(hit: Hit): boolean {
  const { subject } = hit.clause()
  return subject.isHuman || subject.head === 'to' || hit.words[hit.from - 1] === 'to'
}

/** Whether a person or group follows: "remind everyone", "train all support staff". */
function addressed(hit: Hit, at: number): boolean {
  const head = headOf(hit, at)
  return learners.has(hit.words[head] ?? '') || isHuman(kindOf(hit.reading, at, head, hit.words.length))
}

function headOf(hit: Hit, at: number): number {
  for (let head = at; head < Math.min(hit.words.length, at + 5); head++) {
    const kind = kindOf(hit.reading, at, head, hit.words.length)
    const more = hit.words[head + 1] ?? ''
    if (determiners.has(hit.words[head]!) || hit.words[head] === 'all') continue
    if (isHuman(kind) || learners.has(hit.words[head]!))
      return isHuman(kindOf(hit.reading, at, head + 1, head + 2)) ? head + 1 : head
    if (/^(?:on|to|in|about|with|for|that|[.,;:])$/.test(more)) return head
  }
  return at
}

/** "Always check …" at the start of an item, or after "we should". */
function imperative(hit: Hit): Verdict {
  const act = hit.words[hit.from + 1]!
  const opens = hit.from === 0 || /^(?::|,|should|must|to)$/.test(hit.words[hit.from - 1]!)
  return (
    opens &&
    (duty.base.has(act) ||
      /^(?:use|run|make|keep|have|do|deploy|merge|push|assume|trust|restart|change|leave|ensure|perform|set|update|rely|edit)$/.test(
        act,
      ))
  )
}

export const examples: Examples = {
  flagged: [
    { text: '[Be more careful] with route changes.', section: 'changes' },
    { text: '[Remind everyone to] look at the cluster name.', section: 'changes' },
    { text: '[Retrain all support staff] on the refund flow.', section: 'changes' },
    { text: '[Double-check] the region before a purge.', section: 'changes' },
    { text: '[Pay closer attention] to the second graph.', section: 'changes' },
    { text: '[Always check] the host before a restart.', section: 'changes' },
    { text: '[Keep an eye] on the queue after a deploy.', section: 'changes' },
    { text: '[Raise awareness] of the limit in the team.', section: 'changes' },
    { text: '[Make sure everyone] reads the banner.', section: 'lessons' },
  ],
  clean: [
    { text: 'Retrain the fraud model on the corrected labels.', section: 'changes' },
    { text: 'Send an automated reminder to renew the key.', section: 'changes' },
    { text: 'Leila adds a dry-run default to the purge command by 30 May.', section: 'changes' },
    { text: 'Run a game day with training for both shifts.', section: 'changes' },
    { text: 'The purge command asks for the cluster name.', section: 'changes' },
    { text: 'Alert when the queue is older than a minute.', section: 'changes' },
    { text: 'The client always retries twice.', section: 'changes' },
    { text: 'Deciding by Friday whether the limit stays.', section: 'changes' },
    { text: 'The engineer was careful to drain the node.', section: 'causes' },
  ],
  pairs: [
    [
      { text: '[Train the operators] on shift in the new screen.', section: 'changes' },
      { text: 'Train the model on the new screen shots.', section: 'changes' },
    ],
    [
      { text: '[Remember to] renew the key.', section: 'changes' },
      { text: 'Renew the key from a nightly job.', section: 'changes' },
    ],
    [
      { text: '[Make sure that we] test the restore.', section: 'changes' },
      { text: 'Make sure that restores run each night.', section: 'changes' },
    ],
  ],
}
