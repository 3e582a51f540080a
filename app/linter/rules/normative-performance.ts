import type { Hit } from '../hit.ts'
import { changing, reasons } from '../lexica/acts.ts'
import { be, denials, supposing } from '../lexica/grammar.ts'
import { asPlanned, attentive, humanWork, worked } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { judgements } from '../policy.ts'
import { byPeople, defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { allOf, verbs, words } from '../words.ts'

const recognising = words(`
  acknowledge act communicate debug declare detect diagnose discover escalate figure find identify notice react
  realise realize recognise recognize respond see understand update
`)
const programs = words(`
  assume close delete drop evict mark redirect release remove retry return send start stop
`)
const hedging = allOf(denials, words('avoid easily easy possible prevent'))
const acted = allOf(
  changing.past,
  changing.participle,

  words('committed connected logged merged pushed shipped'),
)
/** Not being aware of something is how it looked, not how somebody was. */
const knowing = words('alert aware conscious patient')
const shipped = verbs('apply commit deploy enter merge push release ship upload').past
const leaving = words('away from off')
const made = words('chose is made took was')
const suitable = words('and behavior behaviour conduct delay for mistake response that')

export default defineRule({
  id: 'normative-performance',
  levels: judgements('warn'),
  looks: [
    [
      phrase`botched|miscalculated|miscommunicated|misdiagnosed|mishandle*|misjudge*|mismanage*|misread|mistook|misunderstood|overestimate*|overlooked|rushed|underestimate*`,
      (hit) => !denied(hit) && hit.next !== 'to' && byPeople(hit),
    ],
    [
      phrase`been|being|was|were ..2 botched|mishandled|misjudged|mismanaged|neglected|rushed|underestimated`,
      (hit) =>
        told(hit) && !hit.holds(denials) && !hit.after(reasons) && hit.clause(hit.to - 1).agent?.isHuman !== false,
    ],
    [phrase`badly|haphazardly|hastily|ill|inadequately|insufficiently|poorly|superficially ${worked}`, told],
    [phrase`never|not been|being? ${asPlanned} ${worked}`, unwell, 'lower'],
    [phrase`not been|being? ${worked} as? ${asPlanned} enough?`, unwell, 'lower'],
    [phrase`not been|being? ${attentive} enough?`, (hit) => !knowing.has(hit.last) && ofPerson(hit.subject)],
    [phrase`so|too|very|was|were slow to to? ${recognising}`, (hit) => ofPerson(hit.subject)],
    [phrase`communication|escalation|reaction|response was|were also|too|very? chaotic|delayed|late|slow`, told],
    [phrase`took her|him|me|them|us? far|too too? long to ${recognising}`, () => 'self'],
    [phrase`${acted} ..6 incorrect|wrong`, (hit) => !hit.holds(leaving) && byPeople(hit)],
    [phrase`${shipped} ..3 bad|broken|buggy|faulty|invalid|untested`, byPeople],
    [
      phrase`amateur|cavalier|half-baked|haphazard|hasty|ill-advised|ill-conceived|ill-considered|ill-prepared|misguided|overconfident|short-sighted|shortsighted|unwise`,
      told,
    ],
    [
      phrase`without adequate|any|appropriate|careful|due|enough|full|much|prior|proper|sufficient|thorough ..1 ${humanWork}`,
      isPast,
      'lower',
    ],
    [phrase`bad|error|lapse|poor|questionable|terrible in|of? judgement|judgment`, told],
    [
      phrase`disgraceful|embarrassing|inexcusable|shameful|unacceptable`,
      (hit) => !denied(hit) && (!/^[a-z]/.test(hit.next) || suitable.has(hit.next)),
    ],
    // "we prematurely redirect" speaks of a program in the first person.
    [phrase`in a? haste|hurry|rush`, (hit) => isPast(hit) && told(hit), 'lower'],
    [
      phrase`folly|hastily|naively|prematurely|rashly`,
      (hit) => !denied(hit) && !programs.has(hit.next) && byPeople(hit),
    ],
    [phrase`arrogant|foolish|naive|optimistic|silly|stupid|wrong of|to`, (hit) => be.has(hit.previous) && told(hit)],
    [phrase`bad|poor|questionable|terrible|unwise|wrong bet|call|decision+|idea|practice+`, decided, 'lower'],
    [phrase`disappointing|embarrassingly|lackluster|lacklustre|patchy|subpar|unsatisfactory`, told, 'lower'],
  ],

  message: 'This compares the action with a norm chosen after the outcome.',
  why: 'It says how good the action was, and little of how it came about.',
  question: 'How is this normally done, and how did this time differ?',
})

function denied(hit: Hit): boolean {
  return hit.before(hedging, 4)
}

/** Said of what was: a plan or a supposition judges nobody. */
function told(hit: Hit): boolean {
  return !denied(hit) && !hit.before(supposing, 6)
}

function isPast(hit: Hit): boolean {
  return hit.words.some((word) => be.has(word) || /.{3}ed$/.test(word) || acted.has(word)) && !hit.words.includes('can')
}

/** "was not properly tested": somebody's work, unless a program stands behind it. */
function unwell(hit: Hit): boolean {
  const verb = hit.words.findIndex((word, at) => at >= hit.from && worked.has(word))
  const { subject, agent } = hit.clause(verb)
  return (!agent || agent.isHuman) && subject.kind !== 'outsider' && !hit.before(supposing, 6)
}

/** A decision is judged with whoever made it; a program's bad choice of index is not. */
function decided(hit: Hit): Verdict {
  const verb = hit.words.findLastIndex((word, at) => at < hit.from && made.has(word))
  return told(hit) && hit.clause(Math.max(0, verb)).subject.kind !== 'system'
}

export const examples: Examples = {
  code: 'B07',
  source: 'Bergström, Three analytical traps: normative language',
  flagged: [
    'The reviewer [misjudged] the size of the change.',
    'The night crew [mishandled] the first page.',
    'The failover [was rushed].',
    'It shows [poor judgement].',
    'This delay is [unacceptable].',
    'The lead [underestimated] the load.',
    'The release [was badly mismanaged].',
    'The developers [misunderstood] the limit.',
    'The move of the mail relay was [poorly planned].',
    'The second key had [never been carefully documented].',
    'The new tariff was [not tested thoroughly enough].',
    'The deployer was [not careful enough] with the selector.',
    'The network team [was slow to react].',
    '[Communication was chaotic] in the first hour.',
    'It [took us far too long to find] the second route.',
    'The developer [deployed to the wrong] cluster.',
    'The search team [shipped a broken] index on Thursday.',
    'A [hasty] rollback closed both lanes.',
    'The switch was replaced [without prior coordination].',
    'The certificate was replaced [in a hurry].',
    'The incident lead [prematurely] closed the ticket.',
    'It was [naive of] the planners to trust the old count.',
    'Moving both databases in one night was a [bad idea].',
    'The notes from the first hour are [patchy].',
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
    'The deployer was not aware of the second selector.',
    'The primary was slow to respond.',
    'The response took nine seconds.',
    'It took the replica nine minutes to catch up.',
    'The exporter sent rows to the wrong cluster.',
    'The mirror shipped a broken index on Thursday.',
    'A label can be changed without any review.',
    'The queue empties in a rush after each ferry.',
    'The balancer prematurely closed the connection.',
  ],
  pairs: [
    ['The engineer [misread] the graph.', 'The parser misread the header.'],
    ['The rollout [was rushed].', 'The rollout was early.'],
    ['The analyst [underestimated] the growth.', 'The model underestimated the growth.'],
  ],
}
