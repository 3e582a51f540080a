import { isHuman, kindOf } from '../actors.ts'
import type { Section } from '../block.ts'
import { opensPhrase } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { duty, humanActs, testing } from '../lexica/acts.ts'
import { twoFaced } from '../lexica/people.ts'
import { asPlanned, attentive, humanWork, written } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { defineRule, type Examples, ofPerson, opens, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const machine = words(`
  automate automated automatic automatically bot ci cron data drill+ exercise+ game gpu hook lint linter model+
  pipeline script simulation+
`)
const learners = words('everybody everyone ourselves people staff them users')
const provided = words('are can get gets had has have is only')
const resolving = words(`
  better going have important lesson let's lets must need needs ought recommend* required shall should try want will
`)
const ordering = words(', : also always and better just must need not please shall should then to will')
const telling = allOf(duty.base, words('call declare page post react'))
const signals = words('alarm+ alert+ alerting monitor monitoring')
const acting = allOf(
  duty.base,
  humanActs.base,
  words('assume begin bring ensure get go have keep make perform rely take trust work'),
)
const looking = testing.base
const introducing = words('better continue hold introduce organise provide')
/** What software does is no matter of memory. */
const checked = words('coverage validation verification')
const needed = words('needed necessary required')
const fromUs = words('should will to must')

export default defineRule({
  id: 'weak-action',
  // Everywhere, since many plans stand outside of the plans; there the sentence itself has to say that it is one.
  levels: { ...everywhere('hint'), timeline: 'off', accounts: 'off', thanks: 'off', unknown: 'hint' },
  looks: [
    [
      phrase`be|become|being|stay ..3 ${attentive}`,
      (hit) => !fromUs.has(hit.previous) || hit.previous === 'to' || hit.subject.isHuman,
    ],
    [
      phrase`exercise|extra|full|greater|more|use ..1 attention|care|caution|concentration|diligence|discipline|vigilance`,
    ],
    [phrase`advise|brief*|coach|educate*|re-brief*|remind*|retrain*|sensitise*|teach|train*|urge ..1`, addressed],
    [phrase`reminder+ ..3 about|before|for|in|on|so|to|when`, (hit) => hit.from > 0 && byHand(hit)],
    [
      phrase`additional|arrange|attend|better|conduct|further|give|hold|introduce|more|organise|provide|receive|run|schedule ..4 course+|refresher|training+|workshop+`,
      byHand,
    ],
    [phrase`cross-check|double-check|re-check`, (hit) => hit.next !== ':' && byHand(hit)],
    [phrase`cross|double check`, byHand],
    [phrase`pay|paying ..1 attention`],
    [phrase`better|build|create|improve*|increase*|more|raise*|spread ..1 awareness`],
    [phrase`keep|keeping a|an? ..2 eye|watch`],
    [phrase`bear|keep ..4 in mind`],
    [phrase`forget|remember to`, (hit) => hit.first === 'remember' || /^(?:not|never)$/.test(hit.previous)],
    [phrase`take|taking ..1 care`],
    [phrase`never|not blindly|just|simply? assume|forget|rely|rush|trust|underestimate`, asked],
    [phrase`${looking} ..5 ${asPlanned}`, asked],
    [
      phrase`better|clearer|closer|improve|improved|more and|our|the? ..1 collaboration|communication|coordination|discipline|vigilance`,
      (hit) => opensPhrase(hit.next) && (!hit.before(provided, 4) || hit.subject.isHuman),
    ],
    [phrase`${telling} ..4 earlier|faster|quicker|quickly|sooner`, (hit) => !signalled(hit) && asked(hit)],
    [
      phrase`collaborate|communicate*|coordinate|talk even|more|much? better|clearly|earlier|more|often|proactively`,
      asked,
    ],
  ],
  plans: [
    [
      phrase`course+|education|refresher|training+|workshop+ about|for|in|of|on|session+|to|will`,
      (hit) => !(hit.first === 'course' && hit.last === 'of') && byHand(hit),
    ],
    [phrase`always|never ${acting}`, ordered],
    [phrase`awareness`, (hit) => hit.from < 3 && hit.at(0) !== 'the'],
    [phrase`ensure|sure and|that|to?`, seen],
    [phrase`${asPlanned} ${looking}`, asked],
    [phrase`adhere|follow to? a|our|the? ..1 ${written}`, asked],
    [phrase`think before|carefully|through|twice`, asked],
    [phrase`better|improved|more ..2 ${humanWork}`, (hit) => opens(hit) && !checked.has(hit.last)],
    [phrase`be|get better about|at`, asked],
    [phrase`${looking} ..8 before|beforehand|every|prior|whenever`, (hit) => opens(hit) && hit.first !== 'test'],
  ],
  veto: (hit) => (!isPlanned(hit.section) && !isPlan(hit)) || hit.words[0] === '[',

  message: 'This change asks people to remember.',
  why: 'That works on calm days; incidents come on the others. As a first step it is fine: link what will replace it.',
  question: 'What could carry this so nobody has to?',
})

function isPlanned(section: Section): boolean {
  return section === 'changes' || section === 'lessons'
}

/** Outside of the plans: "we should", "we will", "let us", or an item that opens with the phrase. */
function isPlan(hit: Hit): boolean {
  if (hit.words.at(-1) === '?') return false
  if (hit.from === 0 || hit.after(needed, 12)) return true
  const at = hit.words.findIndex((word, index) => index < hit.from && resolving.has(word))
  if (at < 0) return hit.section === 'unknown' && introducing.has(hit.first) && hit.from < 2
  const { kind, isHuman: byPerson } = hit.clause(at).subject
  return (byPerson && kind !== 'pronoun') || hit.at(at).startsWith('let')
}

/** An order or a resolution: it opens the item, or stands behind "should", "to" and the like with people as its subject. */
function asked(hit: Hit): boolean {
  if (!byHand(hit)) return false
  const before = hit.words.slice(0, hit.from).filter((word) => /^[a-z]/.test(word))
  if (before.length === 0) return true
  if (/^(?:,|:|and|please|also|to|then|just)$/.test(hit.previous) && before.length < 12 && !hit.before(provided, 5))
    return true
  return ordering.has(hit.previous) && hit.subject.isHuman
}

function signalled(hit: Hit): boolean {
  return hit.has(signals)
}

/** Nothing near says that a program does it. */
function byHand(hit: Hit): boolean {
  return !hit.has(machine, hit.from - 4, hit.to + 4)
}

/** "Always check …" at the start of an item, or after "we should". */
function ordered(hit: Hit): boolean {
  return byHand(hit) && (opens(hit) || /^(?::|,|should|must|to)$/.test(hit.previous))
}

/** "Make sure to", "ensure that all teams", "make sure staff are aware": people have to see to it, or to know. */
function seen(hit: Hit): Verdict {
  // "numerous changes to ensure …" is what something is for.
  if (hit.previous === 'to' && hit.from > 1 && !resolving.has(hit.at(hit.from - 2))) return false
  const from = hit.first === 'sure' ? hit.from - 1 : hit.from
  if (ofPerson(hit.clause(hit.from - 1).subject) === true) return { from, to: hit.to }
  if (hit.after(states, 6) || /^(?:and|to)$/.test(hit.last)) return byHand(hit) && { from, to: hit.to }
  const verdict = !hit.after(provided, 5) && addressed(hit)
  return typeof verdict === 'object' && { ...verdict, from }
}
const states = words('aware happen trained understand*')

/** Whether people are asked to see to it: "remind everyone", "train all support staff", "make sure that we". */
function addressed(hit: Hit): Verdict {
  if (!byHand(hit)) return false
  if (hit.clause().voice === 'passive') return hit.subject.isHuman
  for (let at = hit.from + 1; at < Math.min(hit.words.length, hit.from + 6); at++) {
    const word = hit.at(at)
    if (/^(?:on|to|in|about|with|for|[.,;:])$/.test(word)) return false
    if (isPerson(hit, at) && !isPerson(hit, at + 1)) return { from: hit.from, to: at + 1 }
  }
  return false
}

function isPerson(hit: Hit, at: number): boolean {
  const word = hit.at(at)
  const isKnown = isHuman(kindOf(hit.reading, hit.from + 1, at, hit.words.length))
  return isKnown || learners.has(word) || twoFaced.has(word.replace(/s$/, ''))
}

const change = (text: string) => ({ text, section: 'changes' as const })
const lesson = (text: string) => ({ text, section: 'lessons' as const })

export const examples: Examples = {
  code: 'B21',
  source: 'RCA2, the action hierarchy: weaker actions',
  flagged: [
    change('[Be more careful] with route changes.'),
    change('[Remind everyone] to look at the cluster name.'),
    change('[Retrain all support staff] on the refund flow.'),
    change('[Double-check] the region before a purge.'),
    change('[Pay closer attention] to the second graph.'),
    change('[Always check] the host before a restart.'),
    change('[Keep an eye] on that queue after a deploy.'),
    change('[Raise awareness] of the limit in the team.'),
    lesson('[Make sure everyone] reads the banner.'),
    change('[Use extra caution] when both feeds are open.'),
    change('Put up a [reminder about] the tide table.'),
    change('[Hold a workshop] on the new console.'),
    change('[Double check] the pier before closing a lane.'),
    change('[Bear in mind] that the stock feed is a minute old.'),
    change('[Take more care] with the selector.'),
    lesson('[Never assume] that the list is fresh.'),
    change('[Monitor the second feed more closely].'),
    change('[Improve coordination] with the harbours.'),
    change('[Escalate to the network team earlier].'),
    change('[Communicate more clearly] with the ticket desk.'),
    change('A [course on] the tide tables.'),
    change('[Awareness] of the quota in the ticket team.'),
    change('[Properly test] the restore.'),
    change('[Follow the restart runbook].'),
    change('[Think twice] about closing both lanes.'),
    change('[Better preparation] of the winter timetable.'),
    change('[Get better at] reading the lag graph.'),
    change('[Verify the address before every] shipment.'),
  ],
  clean: [
    change('Retrain the fraud model on the corrected labels.'),
    change('Send an automated reminder to renew the key.'),
    change('Leila adds a dry-run default to the purge command by 30 May.'),
    change('Run a game day with training for both shifts.'),
    change('The purge command asks for the cluster name.'),
    change('Alert when the queue is older than a minute.'),
    change('The client always retries twice.'),
    change('Deciding by Friday whether the limit stays.'),
    { text: 'The engineer was careful to drain the node.', section: 'causes' },
    change('Schedule training of the ranking model on the corrected data.'),
    change('The script can double check the pier.'),
    change('Keep the tide table in memory.'),
    change('The loader must not trust a list from yesterday.'),
    change('The probe checks the second feed every minute.'),
    change('The alert pages the network team after five minutes.'),
    change('A restore runs each night and pages when it fails.'),
    change('The console follows the restart runbook step by step.'),
    change('Test the restore every night in the pipeline.'),
  ],
  pairs: [
    [change('[Train the operators] on shift in the new screen.'), change('Train the model on the new screen shots.')],
    [change('[Remember to] renew the key.'), change('Renew the key from a nightly job.')],
    [change('[Make sure that we] test the restore.'), change('Make sure that restores run each night.')],
  ],
}
