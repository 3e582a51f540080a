import { humanWork } from '../lexica/practice.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const denying = words("not no never isn't wasn't easy easily possible prevent avoid")
const managed =
  'handled|managed|planned|executed|designed|communicated|coordinated|tested|reviewed|documented|thought|prepared|implemented|conceived|understood|organised|organized|considered|chosen|timed|maintained|written|done|performed|prioritised|prioritized|trained|defined'
const well = 'properly|adequately|sufficiently|thoroughly|carefully|well|correctly|appropriately|effectively|fully'

const doneWork = new Set(managed.split('|'))

const handled = words(
  'change changes deploy deployment command config configuration value values flag version file setting settings release parameter script decision choice region migration update upgrade key certificate image package',
)

export default defineRule({
  id: 'normative-performance',
  code: 'B07',
  levels: judgements('warn'),
  phrases: {
    misdid: phrase(
      'misjudged|mismanaged|mishandled|misread|miscalculated|misunderstood|underestimated|overestimated|mistook|misdiagnosed|botched|rushed|mistyped|miscommunicated|underestimating|over-corrected',
    ),
    passive: phrase(
      'was|were|been|being',
      maybe('badly|poorly|again'),
      'mishandled|mismanaged|misjudged|botched|rushed|underestimated|misdiagnosed|neglected',
    ),
    badlyDone: phrase(
      'badly|poorly|hastily|carelessly|haphazardly|half-heartedly|sloppily|ill|inadequately|insufficiently',
      managed,
    ),
    notWell: phrase("not|wasn't|weren't|never", maybe('been|being'), well, managed),
    notWellAfter: phrase(
      "not|wasn't|weren't",
      maybe('been|being'),
      'handled|managed|planned|communicated|executed|coordinated',
      maybe('as'),
      'well|properly|adequately|correctly',
    ),
    notEnough: phrase("not|wasn't|weren't|n't", maybe('been|being'), managed, maybe('as'), well, maybe('enough')),
    careful: phrase(
      "not|wasn't|weren't",
      maybe('being|been'),
      'careful|thorough|diligent|cautious|prepared|proactive|disciplined|vigilant|attentive',
      maybe('enough'),
    ),
    slow: phrase(
      'slow',
      'to',
      maybe('to'),
      'respond|react|notice|update|escalate|act|communicate|realise|realize|recognise|recognize|acknowledge|declare|identify',
    ),
    slowAnswer: phrase(
      'response|reaction|communication|escalation',
      'was|were',
      maybe('too|very|also'),
      'slow|late|delayed|chaotic',
    ),
    goodJob: phrase('good|great|proper|better', 'job'),
    faulty: phrase(
      'incorrect|wrong|bad|faulty|broken|flawed|buggy|untested|unreviewed',
      maybe(between),
      handled,
      'was|were',
      maybe('then|also|accidentally|subsequently'),
      'made|pushed|deployed|applied|run|used|entered|merged|uploaded|released|shipped|introduced|executed|chosen|committed|sent',
    ),
    half: phrase(
      'half-baked|ill-considered|ill-advised|ill-conceived|ill-prepared|short-sighted|shortsighted|misguided|negligent|hasty|overconfident|over-confident|overhasty|unwise|amateurish|unprofessional',
    ),
    without: phrase(
      'without',
      'proper|adequate|sufficient|due|enough|appropriate|careful|thorough|any|prior|full',
      maybe(between),
      humanWork,
    ),
    judged: phrase('poor|bad|terrible|questionable|lapse|error', maybe('of|in'), 'judgement|judgment'),
    unacceptable: phrase('unacceptable|inexcusable|unforgivable|embarrassing|shameful|disgraceful'),
    folly: phrase('folly|negligently|dismissively|recklessly|carelessly|prematurely|hastily|rashly|naively'),
    tooSlow: phrase(
      'too',
      'slow|late|long|much|quick|hasty|eager|optimistic|confident|fast|hastily|quickly',
      maybe('time'),
      'to|trying|in|about|with',
      maybe('react|respond|notice|escalate|act|figure|find|assume|conclude'),
    ),
    took: phrase('took', maybe('us|them|him|her|me'), 'too|far', maybe('too'), 'long'),
    job: phrase('poor|bad|terrible|better', 'job'),
    practice: phrase('bad|poor|terrible|wrong|unwise|questionable', 'idea|decision|decisions|practice|practices|call'),
    below: phrase('subpar|sub-par|lacklustre|lackluster|disappointing|unsatisfactory|embarrassingly'),
    letDown: phrase('let', gap(3), 'down'),
    fell: phrase('fell|fallen', 'short'),
    ball: phrase('dropped', 'the', 'ball'),
    forSomeReason: phrase('for', 'some', 'reason', maybe(','), 'we|i|he|she|they|someone|somebody'),
    badly: phrase('our', 'bad|fault|shortcoming|shortcomings|failing|failings'),
    wellness: phrase('not', 'as', 'well', 'as'),
    wrong: phrase(
      'deployed|pushed|sent|logged|uploaded|switched|connected|published|deleted|restarted|edited|changed|opened|merged|shipped|released|used|ran|applied|set|chose|picked|selected|typed|copied|targeted|entered|executed|pasted|configured',
      gap(4),
      'wrong|incorrect',
    ),
  },
  when: counts,

  message: 'This compares the action with a norm chosen after the outcome.',
  why: 'It says how good the action was, and little of how it came about.',
  question: 'How is this normally done, and how did this time differ?',
  source: 'Bergström, Three analytical traps: normative language',
})

const certain = words('faulty slowAnswer judged passive badlyDone half folly ball')

function between(word: string): boolean {
  return /^[a-z-]+$/.test(word) && word !== 'of' && word !== 'the'
}

function counts(hit: Hit): Verdict {
  if (!denials.has(hit.phrase) && hit.before(denying, 4)) return false
  if (certain.has(hit.phrase)) return !isPlan(hit)
  if (hit.phrase === 'unacceptable') return aboutPeople(hit)
  if (hit.phrase === 'without') return hit.words.some((word) => pastish(word)) && !hit.words.includes('can') && 'lower'
  if (hit.phrase === 'notWell' || hit.phrase === 'notWellAfter' || hit.phrase === 'notEnough') return notWell(hit)
  if (hit.phrase === 'careful') return ofPerson(hit.clause(hit.from).subject)
  if (hit.phrase === 'goodJob') return hit.before(words("not didn't never haven't"), 4) && 'lower'
  if (hit.phrase === 'slow')
    return /^(?:was|were|too|very|been|so)$/.test(hit.previous) && ofPerson(hit.clause().subject)
  if (hit.phrase === 'badly')
    return hit.words[hit.to - 1] !== 'bad' || !/^[a-z]/.test(hit.next) || hit.next === 'as' ? 'self' : false
  if (hit.phrase === 'job') return doing.has(hit.words[hit.from - 2] ?? '') || doing.has(hit.words[hit.from - 1] ?? '')
  if (hit.phrase === 'wellness') return hit.after(words('could should'), 4) && 'lower'
  if (hit.phrase === 'forSomeReason') return 'self'
  if (hit.phrase === 'took') return hit.next === 'to' && finding.has(hit.words[hit.to + 1] ?? '') && 'self'
  const { subject, voice } = hit.clause()
  if (hit.phrase === 'practice') return hit.clause(madeBefore(hit)).subject.kind !== 'system' && !isPlan(hit) && 'lower'
  if (hit.phrase === 'below') return 'lower'
  if (hit.phrase === 'wrong') return voice === 'passive' ? false : ofPerson(subject)
  if (hit.phrase === 'tooSlow' && subject.kind !== 'unknown') return ofPerson(subject)
  // "we prematurely redirect" speaks of a program in the first person.
  if (hit.phrase === 'folly' && subject.kind === 'we' && acts.has(hit.next)) return false
  return voice === 'active' && ofPerson(subject)
}
const finding = words(
  'notice realise realize respond identify find figure detect escalate communicate diagnose understand recognise recognize react debug discover act see acknowledge',
)
const acts = words('redirect return send close drop delete remove release evict mark assume stop start retry')
const denials = words('notWell notWellAfter notEnough careful goodJob wellness')
const doing = words('did do done made a')

/** The verb that a decision is the object of. */
function madeBefore(hit: Hit): number {
  for (let at = hit.from - 1; at >= 0; at--) if (/^(?:made|took|was|is|chose)$/.test(hit.words[at]!)) return at
  return hit.from
}

/** A plan to do better is no judgement of what was. */
function isPlan(hit: Hit): boolean {
  return hit.before(words('if when will could can may might'), 6)
}

function pastish(word: string): boolean {
  return /^(?:was|were|had|did)$/.test(word) || (word.endsWith('ed') && word.length > 4)
}

/** "was not properly tested": somebody's work, unless the verb is what a program does to its data. */
function notWell(hit: Hit): Verdict {
  let verb = hit.to - 1
  while (!doneWork.has(hit.words[verb]!) && verb > hit.from) verb--
  const { subject, agent } = hit.clause(verb)
  if (agent && !agent.isHuman) return false
  return subject.kind !== 'outsider' && !isPlan(hit) && 'lower'
}

/** "This is unacceptable" judges; "an unacceptable certificate" is refused. */
function aboutPeople(hit: Hit): boolean {
  const next = hit.next
  return !/^[a-z]/.test(next) || /^(?:and|that|for|behaviour|behavior|delay|mistake|conduct|response)$/.test(next)
}

export const examples: Examples = {
  flagged: [
    'The reviewer [misjudged] the size of the change.',
    'The night crew [mishandled] the first page.',
    'The failover [was rushed].',
    'It shows [poor judgement].',
    'This delay is [unacceptable].',
    'The lead [underestimated] the load.',
    'The release [was badly mismanaged].',
    'The developers [misunderstood] the limit.',
  ],
  clean: [
    'The checksum was incorrect.',
    'The request went to the wrong region.',
    'The optimizer misjudged the number of rows.',
    'The limit is easily misunderstood: it counts requests, not users.',
    'The gateway refused the unacceptable certificate.',
    'The estimator underestimated the load.',
    'The second page came at 09:14.',
    'The release took four hours.',
  ],
  pairs: [
    ['The engineer [misread] the graph.', 'The parser misread the header.'],
    ['The rollout [was rushed].', 'The rollout was early.'],
    ['The analyst [underestimated] the growth.', 'The model underestimated the growth.'],
  ],
}
