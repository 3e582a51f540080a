import { isParticiple } from '../clauses.ts'
import { preventing } from '../lexica/acts.ts'
import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const helped = allOf(
  preventing.participle,
  words('helped allowed led caught saved shown provided prevented revealed flagged exposed'),
)
const practices = words(`
  test tests testing review reviews reviewing audit audits rehearsal training communication planning analysis check
  checks look second procedure runbook checklist process response monitoring
`)
const doubting = words('unclear unknown whether unsure uncertain perhaps maybe not unlikely nothing none no')

export default defineRule({
  id: 'counterfactual-conditional',
  code: 'B02',
  levels: acts,
  phrases: {
    had: phrase('had', gap(5), isParticiple, gap(12), maybe(','), gap(8), "would|could|might|wouldn't|couldn't"),
    ifHad: phrase('if', gap(5), "had|hadn't", gap(14), maybe(','), gap(8), "would|could|wouldn't|couldn't"),
    wouldHave: phrase('would|could|might', many(adverb), maybe("have|'ve"), many(adverb), helped),
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
  if (hit.phrase === 'ifHad')
    return humanBefore(
      hit,
      hit.words.findIndex((word, at) => at > hit.from && /^had/.test(word)),
    )
  return practised(hit)
}

/** "A review would have caught it": a human practice. "A canary would have" names a control and is welcome. */
function practised(hit: Hit): Verdict {
  const perfect = hit.words.slice(hit.from, hit.to).some((word) => /^(?:have|'ve)$/.test(word))
  if (!perfect) return false
  const { subject } = hit.clause()
  return practices.has(subject.head) && !/^(?:automated|alert|alerting|canary)$/.test(hit.words[subject.from] ?? '')
}

function verbAfter(hit: Hit, from: number): number {
  const at = hit.words.findIndex((word, index) => index > from && index < hit.to && isParticiple(word))
  return at < 0 ? from : at
}

function humanBefore(hit: Hit, verb: number): Verdict {
  if (verb <= hit.from) return false
  const { subject, voice } = hit.clause(verb)
  return voice === 'active' && ofPerson(subject)
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
