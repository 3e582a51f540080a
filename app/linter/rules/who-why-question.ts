import { isHuman, kindOf } from '../actors.ts'
import { humanActs } from '../lexica/acts.ts'
import { determiners } from '../lexica/grammar.ts'
import { adverb, many, maybe, phrase } from '../phrases.ts'
import { questions } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const seen = words('noticed caught found spotted checked tested verified')
const done = allOf(
  new Set([...humanActs.past].filter((act) => !seen.has(act))),
  words('wrote decided broke screwed let forgot allowed caused missed made messed authored thought skipped ignored'),
)

export default defineRule({
  id: 'who-why-question',
  code: 'B25',
  levels: questions,
  phrases: {
    who: phrase('who', many(adverb), done),
    responsible: phrase('who', 'is|was|are', maybe('the|to|at'), 'responsible|fault|blame|culprit|guilty'),
    why: phrase(
      'why',
      "did|didn't|was|wasn't|were|weren't|has|hasn't|had|hadn't|do|don't|does|doesn't|would|is",
      maybe('not'),
    ),
    how: phrase('how', 'could|can|did', maybe('not')),
    whose: phrase('whose', maybe('fault|mistake|idea|job|code|change|commit')),
  },
  when: counts,

  message: 'This question asks for a person or a defence.',
  why: 'Such questions get short answers.',
  question: 'How did our system allow this, or what made that step look right?',
  source: 'PagerDuty, Postmortem Documentation; Etsy, Debriefing Facilitation Guide: ask how, not why',
})

function counts(hit: Hit): Verdict {
  const { words: all } = hit
  if (all.at(-1) !== '?' && !all.slice(hit.to).includes('?')) return false
  if (hit.phrase === 'who') return opensQuestion(hit)
  if (hit.phrase === 'responsible') return true
  if (hit.phrase === 'whose') return hit.to > hit.from + 1
  return asksPerson(hit)
}

/** "Who approved this?" and "Wait, who approved this?", but not "the engineer who approved this". */
function opensQuestion(hit: Hit): boolean {
  const before = hit.words.slice(0, hit.from).filter((word) => /[a-z]/.test(word))
  return (
    before.length === 0 ||
    (before.length <= 2 && /^(?:,|:|-|—|and|but|so|then|wait|ok|okay|well)$/.test(hit.words[hit.from - 1]!))
  )
}

function asksPerson(hit: Hit): Verdict {
  const { reading, words: all, to } = hit
  let head = to
  while (determiners.has(all[head] ?? '') && head < all.length) head++
  for (let at = head; at < Math.min(head + 3, all.length); at++) {
    const kind = kindOf(reading, to, at, at + 4)
    if (kind === 'we' || kind === 'implied') return false
    if (isHuman(kind) && all[at] !== 'none') {
      if (hit.phrase === 'how' && all[hit.from + 1] !== 'could') return false
      return { from: hit.from, to: at + 1 }
    }
  }
  return false
}

export const examples: Examples = {
  flagged: [
    { text: "[Why didn't the release manager] wait?", section: 'questions' },
    { text: '[Who wrote] this bug?', section: 'questions' },
    { text: 'Wait, [who approved] this request?', section: 'questions' },
    { text: 'And [who decided] on this architecture?', section: 'questions' },
    { text: '[Who screwed] up?', section: 'questions' },
    { text: '[How could the reviewers] miss this?', section: 'questions' },
    { text: '[Whose fault] is the gap?', section: 'questions' },
    { text: '[Why did the on-call] restart it twice?', section: 'questions' },
    { text: '[Who was responsible] for the check?', section: 'questions' },
  ],
  clean: [
    { text: 'Why did the primary lose its lease?', section: 'questions' },
    { text: 'Who owns the certificate?', section: 'questions' },
    { text: 'Who is paged by the second alert?', section: 'questions' },
    { text: 'How did our system allow this?', section: 'questions' },
    { text: 'What made the restart look right?', section: 'questions' },
    { text: 'Why did the alert stay silent?', section: 'questions' },
    { text: 'Who noticed it first?', section: 'questions' },
    { text: 'Did the engineer who approved it see the folded file?', section: 'questions' },
    { text: 'How can the on-call tell the two screens apart?', section: 'questions' },
  ],
  pairs: [
    [
      { text: '[Who merged] the draft?', section: 'questions' },
      { text: 'What let the draft through?', section: 'questions' },
    ],
    [
      { text: '[Why did the operator] on shift drain it?', section: 'questions' },
      { text: 'Why did the operator drain it?', section: 'questions' },
    ],
    [
      { text: '[How could an engineer] reach production?', section: 'questions' },
      { text: 'How could a request reach production?', section: 'questions' },
    ],
  ],
}
