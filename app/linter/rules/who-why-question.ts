import { isHuman, kindOf } from '../actors.ts'
import type { Hit } from '../hit.ts'
import { humanActs } from '../lexica/acts.ts'
import { determiners } from '../lexica/grammar.ts'
import { phrase } from '../phrases.ts'
import { questions } from '../policy.ts'
import { defineRule, type Examples, type Verdict } from '../rule.ts'
import { isCapitalised } from '../tokens.ts'
import { words } from '../words.ts'

const seen = words('caught checked found noticed spotted tested verified')
const done = new Set([
  ...[...humanActs.past].filter((act) => !seen.has(act)),
  ...words('authored decided ignored let made messed missed screwed skipped wrote'),
])
const harm = words('this outage incident mess')
const opening = words(', - : and but ok okay or so then wait well —')

export default defineRule({
  id: 'who-why-question',
  levels: questions,
  looks: [
    [phrase`who ~ ${done}`, opensQuestion],
    [
      phrase`who are|is|was at|the|to? blame|culprit|fault|guilty|responsible`,
      (hit) => hit.at(hit.from + 1) === 'was' || hit.next !== 'for' || hit.after(harm, 3),
    ],
    [phrase`why did|do|does|had|has|is|was|were|would not?`, asksPerson],
    [phrase`how could not?`, asksPerson],
    [phrase`whose change|code|commit|fault|idea|job|mistake`],
  ],
  veto: (hit) => hit.words.at(-1) !== '?' && !hit.words.slice(hit.to).includes('?'),

  message: 'This question asks for a person or a defence.',
  why: 'Such questions get short answers.',
  question: 'How did our system allow this, or what made that step look right?',
})

/** "Who approved this?" and "Wait, who approved this?", but not "the engineer who approved this". */
function opensQuestion(hit: Hit): boolean {
  // A capital behind it makes it a title.
  if (isCapitalised(hit.reading.sentence, hit.to - 1)) return false
  const before = hit.words.slice(0, hit.from).filter((word) => /[a-z]/.test(word))
  return before.length === 0 || (before.length <= 2 && opening.has(hit.previous))
}

function asksPerson(hit: Hit): Verdict {
  let head = hit.to
  while (determiners.has(hit.at(head))) head++
  for (let at = head; at < Math.min(head + 3, hit.words.length); at++) {
    const kind = kindOf(hit.reading, hit.to, at, at + 4)
    if (kind === 'we' || kind === 'implied') return false
    if (isHuman(kind)) return { from: hit.from, to: at + 1 }
  }
  return false
}

export const examples: Examples = {
  code: 'B25',
  source: 'PagerDuty, Postmortem Documentation; Etsy, Debriefing Facilitation Guide: ask how, not why',
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
    { text: 'Who Moved My Berth? (the talk of March)', section: 'questions' },
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
