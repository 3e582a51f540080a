import { isParticiple } from '../clauses.ts'
import { arranging, humanOnly, preventing } from '../lexica/acts.ts'
import { practices } from '../lexica/practice.ts'
import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const helped = allOf(
  preventing.participle,
  words(
    'helped allowed led caught saved shown provided prevented revealed flagged exposed made reduced shortened spared given',
  ),
)
const owed = allOf(humanOnly.participle, preventing.participle, arranging.participle)
const doubting = words(
  'unclear unknown whether unsure uncertain perhaps maybe not unlikely nothing none no attacker attackers',
)
const quicker = 'quicker|faster|sooner|earlier|shorter|smoother|easier|quickly'
const gains =
  'better|helpful|useful|good|nice|great|wise|wiser|prudent|preferable|ideal|sensible|safer|easier|faster|quicker|smoother|beneficial|appropriate'
const control = words(
  'alert alerts alerting canary monitor monitors dashboard metric metrics automated automatic tool tooling probe limit limiter',
)

export default defineRule({
  id: 'counterfactual-conditional',
  code: 'B02',
  levels: acts,
  phrases: {
    had: phrase('had', gap(5), isParticiple, gap(12), maybe(','), gap(8), "would|could|might|wouldn't|couldn't"),
    ifHad: phrase('if', gap(5), "had|hadn't", gap(14), maybe(','), gap(8), "would|could|wouldn't|couldn't"),
    afterwards: phrase(
      "would|could|wouldn't|couldn't|might",
      gap(10),
      'if|had',
      gap(4),
      "had|hadn't|was|were|been",
      gap(3),
    ),
    wouldHave: phrase('would|could|might', many(adverb), maybe("have|'ve"), many(adverb), helped),
    quicker: phrase('would|could', "have|'ve", gap(6), quicker),
    wish: phrase('wish|wished', maybe('that'), 'we|i|someone|somebody', 'had'),
    gain: phrase('would|could', "have|'ve", 'been', many(adverb), maybe('a|more|much'), gains),
    onlyIf: phrase('if', 'only', 'we|i|someone|somebody|they|he|she'),
  },
  when: counts,

  message: 'This imagines another course of events.',
  why: 'Perhaps right, but it skips what those involved, and the checks they had, looked at that day.',
  question: 'What would have to be true of the system for that path to be the easy one?',
  source: 'Bergström, Three analytical traps; LRRIT, counterfactuals',
})

function counts(hit: Hit): Verdict {
  if (hit.before(doubting) || hit.words.at(-1) === '?') return false
  if (hit.phrase === 'had') return hit.from === 0 && humanBefore(hit, verbAfter(hit, hit.from + 1))
  if (hit.phrase === 'ifHad') return condition(hit, hit.from)
  if (hit.phrase === 'afterwards')
    return condition(
      hit,
      hit.words.findIndex((word, at) => at > hit.from && /^(?:if|had)$/.test(word)),
    )
  if (hit.phrase === 'wish') return 'self'
  if (hit.phrase === 'onlyIf') return true
  if (hit.phrase === 'gain') return ofGain(hit)
  if (hit.phrase === 'quicker') return ofGerund(hit)
  return practised(hit)
}

/** What stands behind "if": people who had done something, or a step of theirs that had been done. */
function condition(hit: Hit, opens: number): Verdict {
  const had = hit.words.findIndex(
    (word, at) => at > opens && at < opens + 8 && /^(?:had|hadn't|was|were|been)$/.test(word),
  )
  if (had < 0) return false
  const verb = hit.words.findIndex(
    (word, at) => at > had && at < had + 5 && isParticiple(word) && word !== 'been' && word !== 'had',
  )
  const at = verb < 0 ? had : verb
  const { subject, voice, agent } = hit.clause(at)
  if (voice === 'passive') return owed.has(hit.words[at]!) && (agent === null || agent.isHuman) && 'self'
  // "if we had had …" is about what there was, "if we had checked" about what was done.
  if (verb < 0 && subject.kind === 'we') return false
  return ofPerson(subject)
}

/** "It would have been better to …". What would have been good for a system is a finding, not a wish. */
function ofGain(hit: Hit): Verdict {
  const { subject } = hit.clause()
  if (!/^(?:it|this|that)$/.test(subject.head) && !practices.has(subject.head) && subject.kind !== 'we') return false
  return hit.after(words('to if for had'), 6) || hit.after(words('done tested checked reviewed')) ? 'self' : false
}

/** "Asking sooner could have led to a quicker recovery": an act nobody did, with nobody named. */
function ofGerund(hit: Hit): Verdict {
  const first = hit.words[0] ?? ''
  const { subject } = hit.clause()
  if (ofPerson(subject)) return 'self'
  return (
    (practices.has(subject.head) || (/^[a-z]{2,}(?:ing|ed)$/.test(first) && hit.from > 1)) &&
    !isControl(hit, subject) &&
    'self'
  )
}

function isControl(hit: Hit, { from, to }: { from: number; to: number }): boolean {
  return hit.words.slice(from, to).some((word) => control.has(word))
}

/** "A review would have caught it": a human practice. "A canary would have" names a control and is welcome. */
function practised(hit: Hit): Verdict {
  const perfect = hit.words.slice(hit.from, hit.to).some((word) => /^(?:have|'ve)$/.test(word))
  if (!perfect) return false
  const { subject } = hit.clause()
  if (isControl(hit, subject)) return false
  if (practices.has(subject.head)) return true
  if (comparing.has(hit.words[subject.from] ?? '') && subject.kind !== 'system') return 'self'
  if (hit.after(words('later worse'), 4)) return false
  if (subject.kind === 'we' && preventing.participle.has(hit.words[hit.to - 1]!)) return 'self'
  const first = hit.words[subject.from] ?? hit.words[0] ?? ''
  return /^[a-z]{3,}ing$/.test(first) && subject.from === 0 && 'self'
}

const comparing = words('more better earlier closer stricter proper smaller slower careful thorough additional faster')

function verbAfter(hit: Hit, from: number): number {
  const at = hit.words.findIndex((word, index) => index > from && index < hit.to && isParticiple(word))
  return at < 0 ? from : at
}

function humanBefore(hit: Hit, verb: number): Verdict {
  if (verb <= hit.from) return false
  const { subject, voice } = hit.clause(verb)
  if (voice === 'passive') return owed.has(hit.words[verb]!) && 'self'
  return ofPerson(subject)
}

export const examples: Examples = {
  flagged: [
    '[Had anyone opened the dashboard, the spike would] have been plain.',
    '[If the engineer had read the page, the rollout would] have stopped.',
    'A review [would have caught] the changed default.',
    'More testing [could have prevented] the loop.',
    '[If the on-call had asked, the team could] have drained it.',
    '[Had the developer waited, the lock would] have cleared.',
    'A second look [would have shown] the folded file.',
    '[If someone had called, nothing would] have been lost.',
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
