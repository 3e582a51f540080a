import { isHuman, kindOf } from '../actors.ts'
import type { Section } from '../block.ts'
import { duty, humanActs } from '../lexica/acts.ts'
import { determiners } from '../lexica/grammar.ts'
import { humanWork } from '../lexica/practice.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { everywhere, type Policy } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const machine = words(`
  automatic automatically automated automate bot ci pipeline linter lint script hook model models classifier data gpu
  dataset detector cron game drill drills exercise exercises simulation simulations
`)
const learners = words('staff everyone everybody people ourselves users customers students them all new')
const provided = words('has have had gets get can is are receives receive knows know only')
const course = 'training|trainings|refresher|course|courses|workshop|workshops'
const hurry = 'quicker|sooner|earlier|faster|quickly'

/** Everywhere, since many plans stand outside of the plans; there the sentence itself has to say that it is one. */
const plans: Policy = { ...everywhere('hint'), timeline: 'off', accounts: 'off', thanks: 'off', unknown: 'hint' }

const ofPeople = words(
  'testing review reviews communication planning training coordination preparation care attention diligence discipline vigilance awareness analysis supervision',
)
const ordinary = words(
  'bring begin stop get use run make keep have do assume trust restart leave ensure perform rely take follow start work look go update',
)

/** What asks people to remember wherever it stands; the others are ordinary words outside of a list of plans. */
const anywhere = words(
  'betterTalk beCareful exercise remind reminder train giveTraining doubleCheck doubleCheckApart attention awareness eye remember assume care closely stress sooner',
)

export default defineRule({
  id: 'weak-action',
  code: 'B21',
  levels: plans,
  phrases: {
    beCareful: phrase(
      'be|being|stay',
      maybe('more|extra|very|especially|particularly|much|a|even|super'),
      maybe('bit|lot|more'),
      'careful|cautious|aware|mindful|diligent|vigilant|attentive|thorough|conscious|disciplined|alert|proactive|patient',
    ),
    exercise: phrase(
      'exercise|use|more|extra|greater',
      maybe('more|extra|greater'),
      'caution|care|diligence|vigilance|discipline|attention',
    ),
    remind: phrase('remind|reminding|advise|advising|urge|urging|recommending', maybe('to'), gap(2)),
    reminder: phrase(
      'a|reminders|set|add',
      maybe('calendar|weekly|monthly|yearly|annual|recurring'),
      'reminder|reminders',
      'to|for|when|before|in|about|on|so',
    ),
    train: phrase('train|retrain|re-train|educate|coach|teach|educating', gap(1)),
    training: phrase(course, 'for|on|about|session|sessions|will|to|of|in'),
    giveTraining: phrase(
      'introduce|provide|organise|organize|hold|give|offer|schedule|arrange|run|receive|undergo|attend|more|better|additional|further|conduct',
      gap(4),
      course,
    ),
    doubleCheck: phrase('double-check|doublecheck|re-check|triple-check'),
    doubleCheckApart: phrase('double', 'check'),
    attention: phrase('pay|paying', maybe('more|closer|special|better|extra|close'), 'attention'),
    awareness: phrase(
      'raise|increase|increased|improve|improved|spread|build|raising|more|better|create|general',
      maybe('more|the|team'),
      'awareness',
    ),
    eye: phrase('keep|keeping', maybe('a|an'), maybe('closer|better|close|sharp|very'), maybe('close'), 'eye|watch'),
    remember: phrase('remember|forget', 'to'),
    remembering: phrase('remember|remembering', 'that|when|how'),
    always: phrase('always|never', (word) => /^[a-z-]+$/.test(word)),
    makeSure: phrase('make|be|making', 'sure', maybe('that'), gap(1)),
    makeSureTo: phrase('make|be', 'sure', 'to|and'),
    ensure: phrase(
      'ensure',
      maybe('that'),
      maybe('all|every|the|our'),
      (word) =>
        learners.has(word) ||
        word === 'we' ||
        /^(?:engineers|developers|operators|teams|members|staff|team)$/.test(word),
    ),
    care: phrase('take|taking', maybe('more|extra|greater|better|special'), 'care'),
    assume: phrase('not|never', maybe('just|blindly|simply'), 'assume|trust|rely|forget|underestimate|rush'),
    by: phrase('manually|carefully|regularly|closely|thoroughly|periodically', looking),
    closely: phrase(looking, gap(5), 'manually|carefully|closely|thoroughly|diligently'),
    speak: phrase(
      'communicate|communicating|talk|coordinate|collaborate|listen',
      maybe('much|more|even'),
      'better|more|clearly|earlier|often|proactively|effectively|closely',
    ),
    betterTalk: phrase(
      'better|improved|improve|more|clearer|closer',
      maybe('our|the|and'),
      maybe(/^[a-z]+$/),
      'communication|coordination|collaboration|discipline|vigilance|diligence|education',
    ),
    sooner: phrase(
      'raise|escalate|declare|call|communicate|report|inform|page|ask|involve|notify|announce|react|respond',
      gap(4),
      hurry,
    ),
    stress: phrase(
      'encourage|emphasise|emphasize|stress|reinforce|reiterate|underline',
      maybe('the|that'),
      'importance|need|people|everyone|engineers|developers|teams|staff|team|discipline|culture|habit',
    ),
    importance: phrase('importance', 'of'),
    follow: phrase(
      'follow|adhere',
      maybe('to'),
      maybe('the|our|a'),
      maybe(/^[a-z-]+$/),
      'process|procedure|procedures|runbook|checklist|protocol|guidelines|guide|docs|documentation|rules|instructions|policy|steps|practices',
    ),
    think: phrase('think', 'twice|carefully|before|about|through'),
    moreOf: phrase('more|better|improved', maybe(/^[a-z-]+$/), maybe(/^[a-z-]+$/), ofPeople),
    moreDone: phrase(looking, gap(3), 'more'),
    dont: phrase("don't|avoid", doing),
    nextTime: phrase('next', 'time'),
    hurry: phrase('sooner|earlier|quicker|faster'),
    before: phrase(looking, gap(8), 'before|whenever|every|prior'),
    doBetter: phrase('be|get|do', maybe('a'), maybe('lot|much'), 'better', maybe('at|about|job')),
    share: phrase('spread|share|sharing', maybe('the|our|more'), 'knowledge'),
    withoutFirst: phrase('should|must|do', 'not|never', gap(7), 'without', gap(3), checking),
    learn: phrase('learn|know|understand|study|read|practise|practice', 'how|about|the|to|more', gap(2)),
  },
  only: (name, section) => isPlanned(section) || anywhere.has(name),
  when: counts,

  message: 'This change asks people to remember.',
  why: 'That works on calm days; incidents come on the others. As a first step it is fine: link what will replace it.',
  question: 'What could carry this so nobody has to?',
  source: 'RCA2, the action hierarchy: weaker actions',
})

const mechanical = words(
  'train training giveTraining remind reminder always doubleCheck doubleCheckApart makeSure makeSureTo by closely ensure',
)
const resolving = words(
  "should must need needs let's lets will shall going have ought want try better recommend recommended important lesson",
)

function looking(word: string): boolean {
  return /^(?:check|verify|monitor|review|inspect|watch|test|confirm|validate|look)$/.test(word)
}

function checking(word: string): boolean {
  return (
    duty.gerund.has(word) ||
    /^(?:investigation|testing|review|approval|verification|communication|notice|checks?)$/.test(word)
  )
}

function isPlanned(section: Section): boolean {
  return section === 'changes' || section === 'lessons'
}

function counts(hit: Hit): Verdict {
  if (
    mechanical.has(hit.phrase) &&
    hit.words.slice(Math.max(0, hit.from - 4), hit.to + 4).some((word) => machine.has(word))
  )
    return false
  if (!isPlanned(hit.section) && !isPlan(hit)) return false
  const first = hit.words[hit.from]!
  const last = hit.to - 1
  const { reading, words } = hit
  switch (hit.phrase) {
    case 'remind':
      return addressed(hit, hit.from + 1)
    case 'train':
      return addressed(hit, hit.from + 1) && { from: hit.from, to: headOf(hit, hit.from + 1) + 1 }
    case 'remember':
      return first === 'remember' || /^(?:not|don't)$/.test(words[hit.from - 1] ?? '')
    case 'always':
      return imperative(hit)
    case 'makeSure':
      if (hit.after(provided, 4)) return false
      return words[last] === 'to' || isHuman(kindOf(reading, last, last, last + 1)) || learners.has(words[last]!)
    case 'ensure':
      return !hit.after(provided, 2) && asked(hit)
    case 'beCareful':
      return !/^(?:should|will|to|must)$/.test(words[hit.from - 1] ?? '') || resolves(hit)
    case 'assume':
    case 'by':
    case 'closely':
    case 'speak':
    case 'sooner':
    case 'think':
    case 'follow':
    case 'stress':
    case 'withoutFirst':
      return asked(hit)
    case 'learn':
      return hit.from === 0 && /^(?:learn|study|understand|know)$/.test(first)
    case 'importance':
      return hit.after(humanWork, 4) || hit.after(duty.gerund, 3)
    case 'nextTime':
      return !/^(?:the|for|a)$/.test(hit.previous) && hit.next !== 'series'
    case 'hurry':
      return !hit.words.some((word) => signals.has(word)) && hit.from > 0 && telling.has(hit.words[0]!)
    case 'before':
      return hit.from === 0 && hit.words[hit.from] !== 'test'
    case 'dont':
      return (
        hit.from === 0 &&
        (hit.words[0] !== 'avoid' ||
          /^(?:using|running|deploying|making|editing|changing|merging|upgrading|doing|working)$/.test(hit.words[1]!))
      )
    case 'doBetter':
      return asked(hit)
    case 'moreDone':
      return hit.from === 0 || asked(hit)
    case 'moreOf':
      return hit.from === 0 && !hit.before(provided, 4)
    case 'betterTalk':
      return !hit.before(provided, 4) || resolves(hit)
    default:
      return true
  }
}

/** Outside of the plans: "we should", "we will", "let us", or an item that opens with the phrase in a section nobody knows. */
function isPlan(hit: Hit): boolean {
  if (hit.phrase === 'importance' || hit.phrase === 'learn' || hit.words.at(-1) === '?') return false
  if (hit.from === 0) return true
  if (hit.after(words('needed required necessary'), 12) && hit.phrase === 'betterTalk') return true
  const at = hit.words.findIndex((word, index) => index < hit.from && resolving.has(word))
  if (at < 0) return hit.section === 'unknown' && introducing.has(hit.words[hit.from]!) && hit.from < 2
  const { subject } = hit.clause(at)
  return (
    subject.kind === 'we' ||
    subject.kind === 'team' ||
    subject.kind === 'role' ||
    subject.kind === 'implied' ||
    /^let/.test(hit.words[at]!)
  )
}
const introducing = words('introduce provide organise organize hold better continue')

/** An order or a resolution: it opens the item, or stands behind "should", "to" and the like with people as its subject. */
function asked(hit: Hit): boolean {
  if (hit.phrase === 'sooner' && hit.words.some((word) => signals.has(word))) return false
  if (hit.phrase === 'withoutFirst') return hit.clause().subject.kind !== 'system'
  const before = hit.words.slice(0, hit.from).filter((word) => /^[a-z]/.test(word))
  if (before.length === 0) return true
  if (/^(?:,|:|and|please|also|to|then|just)$/.test(hit.previous) && before.length < 12 && !hit.before(provided, 5))
    return true
  if (!/^(?:should|must|will|shall|need|to|not|always|better|and)$/.test(hit.previous)) return false
  const { subject } = hit.clause()
  return subject.isHuman
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
  return opens && (duty.base.has(act) || humanActs.base.has(act) || ordinary.has(act))
}
const signals = words('alert alerts alerting monitoring monitor alarm alarms')
const telling = words(
  'raise escalate declare call communicate report inform page ask involve notify announce post start stop act react respond open tell roll',
)

function acting(word: string): boolean {
  return duty.base.has(word) || humanActs.base.has(word) || ordinary.has(word)
}

function doing(word: string): boolean {
  return acting(word) || humanActs.gerund.has(word)
}

export const examples: Examples = {
  flagged: [
    { text: '[Be more careful] with route changes.', section: 'changes' },
    { text: '[Remind everyone to] look at the cluster name.', section: 'changes' },
    { text: '[Retrain all support staff] on the refund flow.', section: 'changes' },
    { text: '[Double-check] the region before a purge.', section: 'changes' },
    { text: '[Pay closer attention] to the second graph.', section: 'changes' },
    { text: '[Always check] the host before a restart.', section: 'changes' },
    { text: '[Keep an eye] on that queue after a deploy.', section: 'changes' },
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
