import { duty, humanOnly, missing, omitting } from '../lexica/acts.ts'
import { practices } from '../lexica/practice.ts'
import { adverb, many, maybe, phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const automatic = words('automated automatic health smoke integration unit pipeline ci')
const causes = words('to by of from was were the a')
const possessives = words('our their his her my your')
const foreseeing = words('predict anticipate foresee consider account catch cover include identify reveal uncover find')
const seen = words('saw because since looked showed thought believed here')

export default defineRule({
  id: 'omission-verb',
  code: 'B03',
  levels: acts,
  phrases: {
    to: phrase(omitting, 'to'),
    object: phrase(missing, maybe('about')),
    noun: phrase('failure|neglect|refusal', 'to', many(adverb), duty.base),
    gerund: phrase('failed', maybe('at|in'), duty.gerund),
    practice: phrase("failed|didn't", maybe('to'), many(adverb), foreseeing),
    notGiven: phrase('did', 'not', many(adverb), foreseeing),
  },
  when: counts,

  message: '"{word}" says that a step was due.',
  why: 'From here it looks due; in the moment it may have been unseen, unusual or impossible.',
  question: 'What asks for this step on an ordinary day, and was that there?',
  source: 'RCA2, rule 5: failure to act is causal only where a duty to act already existed',
})

function counts(hit: Hit): Verdict {
  if (hit.phrase === 'noun') return nominal(hit)
  if (hit.phrase === 'practice' || hit.phrase === 'notGiven') return ofPractice(hit)
  const { subject, voice, negated } = hit.clause()
  if (negated || /^(?:no|nothing)$/.test(hit.next)) return false
  if (voice === 'passive' || !subject.isHuman) return false
  if (/^(?:has|have|had|is|are|was|were|be|been|to|not)$/.test(hit.previous) && isAdjective(hit)) return false
  if (subject.kind === 'implied') return hit.phrase === 'to' && asksPeople(hit)
  if (subject.kind !== 'we') return true
  // "I missed it, and here is what I saw" is what we hope to read.
  return hit.phrase === 'object' && hit.after(seen) ? false : 'self'
}

/** "The review did not catch it": the practice stands for those who do it. */
function ofPractice(hit: Hit): Verdict {
  const { subject } = hit.clause()
  return practices.has(subject.head) && !automatic.has(hit.words[subject.from + 1] ?? '') && 'lower'
}

function nominal(hit: Hit): Verdict {
  const before = hit.previous
  // "Failure to review the plan led to …": without an owner too, when it stands as the cause.
  if (hit.from === 0 || causes.has(before)) return humanOnly.base.has(hit.words[hit.to - 1]!) && 'lower'
  if (before.endsWith("'s") || before.endsWith("'")) return hit.clause(hit.from).subject.isHuman || possessed(hit)
  return possessives.has(before) ? 'lower' : false
}

/** "the team's failure to": the possessor is the head of the words before. */
function possessed(hit: Hit): boolean {
  const owner = hit.previous.replace(/'s?$/, '')
  return /^(?:team|engineer|developer|reviewer|operator|crew|manager|lead|staff|author|vendor)s?$/.test(owner)
}

/** Without a subject, only an act that people owe makes it a person: "Failed to pull image" is a log line. */
function asksPeople(hit: Hit): boolean {
  let verb = hit.to
  while (adverb(hit.words[verb] ?? '')) verb++
  return duty.base.has(hit.words[verb] ?? '') || hit.words[verb] === 'raise'
}

function isAdjective(hit: Hit): boolean {
  return hit.words[hit.from] === 'missed' && /^(?:is|are|was|were|be|been)$/.test(hit.previous)
}

export const examples: Examples = {
  flagged: [
    'The storage lead [failed to] answer for forty seconds.',
    'A dispatcher on duty saw the backlog but [failed to] raise it.',
    '- [Failed to] notify support despite two pings.',
    'The engineer who was on call [forgot to] silence the check.',
    'The reviewer on the payments team [overlooked] the changed default.',
    "The team's [failure to test] the restore made it longer.",
    'We [neglected to] copy the second key.',
    'Both developers, busy with the release, [omitted to] update the list.',
    'The operator on shift [refused to] stop the rollout.',
  ],
  clean: [
    'The health check failed to respond.',
    'Failed to pull image: manifest unknown.',
    'The node failed over to the second room.',
    'The engineer saw that the pod failed to start.',
    'A failure to renew the lease ends the session.',
    'I missed it, and here is what I saw on the board.',
    'The service that the team runs failed to reconnect.',
    'Two customers missed the mail.',
    'No team failed to answer.',
    'The upload was missed by the indexer.',
  ],
  pairs: [
    ['The operator on shift [failed to] drain the node.', 'The Kubernetes operator failed to drain the node.'],
    [
      'The engineer restarted the pod and [forgot to] scale it.',
      'The engineer restarted the pod, which failed to scale.',
    ],
    ['[Failed to] escalate the page.', 'Failed to load the page.'],
  ],
}
