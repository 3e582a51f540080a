import type { Subject } from '../actors.ts'
import { isParticiple } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { arranging, humanOnly, preventing } from '../lexica/acts.ts'
import { determiners, pronouns } from '../lexica/grammar.ts'
import { practices } from '../lexica/practice.ts'
import { phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const helped = allOf(
  preventing.participle,
  words(`
  allowed cost exposed flagged helped led limited made provided reduced revealed saved settled shortened shown spared
  sufficed surfaced told turned
`),
)
const owed = allOf(humanOnly.participle, preventing.participle, arranging.participle)
const doubting = words(`
  attacker+ maybe no none not nothing perhaps uncertain unclear unknown unlikely unsure whether
`)
/** Alerts and gates: naming the control that was not there is welcome. */
const controls = words(`
  alert+ alerting automated automatic automation canary cap check dashboard gate guard limit limiter metric+ monitor+
  probe timeout tool tooling
`)
const comparing = words(`
  additional better careful closer earlier faster more proper slower smaller stricter thorough
`)
const quicker = words('better clearer earlier easier faster quicker quickly shorter simpler smoother sooner')
const worse = words('later worse')

export default defineRule({
  id: 'counterfactual-conditional',
  levels: acts,
  looks: [
    [phrase`'d|could|might|would`, conditional],
    [phrase`could|might|would|'d ~ have ~ been? ${isParticiple}`, practised],
    [phrase`could|would|'d have ..6 ${quicker}`, ofGerund],
    [phrase`wish* that? i|somebody|someone|we had`, () => 'self'],
    [phrase`could|would|'d have been ~ ..2 for|had|if|to`, ofGain],
    [phrase`if only he|i|she|somebody|someone|they|we`],
  ],
  veto: (hit) => hit.words.at(-1) === '?',

  message: 'This imagines another course of events.',
  why: 'Perhaps right, but it skips what those involved, and the checks they had, looked at that day.',
  question: 'What would have to be true of the system for that path to be the easy one?',
})

/** "Had we …, it would", "if we had …, it would", "it would … if we had" and "it would … had we". */
function conditional(hit: Hit): Verdict {
  const before = hit.at(0) === 'had' ? 0 : hit.words.lastIndexOf('if', hit.from)
  if (hit.has(doubting, 0, before < 0 ? hit.from : before)) return false
  if (before >= 0) return hit.from - before < 24 && spanned(condition(hit, before), before, hit.to)
  const behind = hit.words.findIndex((word, at) => {
    const next = hit.at(at + 1)
    return (
      at > hit.from &&
      at < hit.from + 12 &&
      (word === 'if' || (word === 'had' && (pronouns.has(next) || determiners.has(next))))
    )
  })
  return behind > 0 && spanned(condition(hit, behind), hit.from, behind + 2)
}

function spanned(verdict: Verdict, from: number, to: number): Verdict {
  return typeof verdict === 'object' || !verdict ? false : { from, to, verdict }
}

/** What stands behind "if" or "had": people who had done something, or a step of theirs that had been done. */
function condition(hit: Hit, opens: number): Verdict {
  const had = hit.words.findIndex((word, at) => at >= opens && at < opens + 8 && /^(?:had|was|were|been)$/.test(word))
  if (had < 0) return false
  const done = hit.words.findIndex(
    (word, at) => at > had && at < had + 7 && isParticiple(word) && !/^(?:been|had)$/.test(word),
  )
  const { subject, voice, agent } = hit.clause(done < 0 ? had : done)
  // "if the flag was set" is about a state, "if it had been set" about whoever sets it.
  const isOwed = (/^wa|^we/.test(hit.at(had)) ? humanOnly.participle : owed).has(hit.at(done))
  if (voice === 'passive') return isOwed && (!agent || agent.isHuman) && 'self'
  // "if we had had …" is about what there was, "if we had checked" about what was done.
  return (done >= 0 || subject.kind !== 'we') && ofPerson(subject)
}

/** "It would have been better to …". What would have been good for a system is a finding, not a wish. */
function ofGain(hit: Hit): boolean | 'self' {
  const { subject } = hit.clause()
  const isOfPractice = /^(?:it|this|that)$/.test(subject.head) || practices.has(subject.head) || isGerund(hit, subject)
  return (isOfPractice || subject.kind === 'we') && !hit.before(doubting) && 'self'
}

/** "Asking sooner could have led to a quicker recovery": an act nobody did, with nobody named. */
function ofGerund(hit: Hit): Verdict {
  const { subject } = hit.clause()
  if (isControl(hit, subject) || hit.before(doubting)) return false
  return (ofPerson(subject) !== false || practices.has(subject.head) || isGerund(hit, subject)) && 'self'
}

/** "A review would have caught it": a human practice. "A canary would have" names a control and is welcome. */
function practised(hit: Hit): Verdict {
  const { subject } = hit.clause()
  if (isControl(hit, subject) || subject.kind === 'system' || hit.before(doubting) || hit.after(worse, 4)) return false
  if (!helped.has(hit.last)) return false
  if (isGerund(hit, subject)) return 'self'
  if (practices.has(subject.head)) return true
  return (
    (comparing.has(hit.at(subject.from)) || (subject.kind === 'we' && preventing.participle.has(hit.last))) && 'self'
  )
}

/** The sentence opens with an act that stands for its subject. */
function isGerund(hit: Hit, subject: Subject): boolean {
  return /^[a-z]{3,}ing$/.test(hit.at(0)) && subject.from === 0
}

function isControl(hit: Hit, { from, to }: Subject): boolean {
  return hit.has(controls, from, to)
}

export const examples: Examples = {
  code: 'B02',
  source: 'Bergström, Three analytical traps; LRRIT, counterfactuals',
  flagged: [
    '[Had anyone opened the dashboard, the spike would] have been plain.',
    '[If the engineer had read the page, the rollout would] have stopped.',
    'A review [would have caught] the changed default.',
    'More testing [could have prevented] the loop.',
    '[If the on-call had asked, the team could] have drained it.',
    '[Had the developer waited, the lock would] have cleared.',
    'A second look [would have shown] the folded file.',
    '[If someone had called, nothing would] have been lost.',
    'Calling the second site [could have led to a much faster] restart.',
    'We [wish we had] kept the Tuesday image.',
    'It [would have been better to] drain one berth at a time.',
    '[If only somebody] had copied the keys first.',
  ],
  clean: [
    'Had the limiter been on, the spike would have been capped.',
    'It is unclear whether an earlier page would have changed anything.',
    'A canary would have stopped it at one percent.',
    'If the disk had filled, the queue would have moved.',
    'The index would have helped readers in both rooms.',
    'Nothing that we look at would have shown it.',
    { text: 'Had anyone asked whether the networks would follow?', section: 'questions' },
    'An automated rollback would have shortened it.',
    'We do not know whether a review would have caught it.',
    'Had the alert fired, the page would have come at noon.',
    'The replica would have caught up sooner with a second disk.',
    'A dry run would have been possible at noon.',
    'The second worker starts only if the lock is free.',
  ],
  pairs: [
    [
      '[Had the lead known the limit, it would] have been smaller.',
      'Had the limit been known, it would have been smaller.',
    ],
    [
      '[If the reviewer had seen it, the build would] have stopped.',
      'If the linter had seen it, the build would have stopped.',
    ],
    ['A review [would have caught] it.', 'A canary would have caught it.'],
  ],
}
