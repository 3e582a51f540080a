import { isHuman, kindOf } from '../actors.ts'
import { adverb, gap, many, maybe, phrase } from '../phrases.ts'
import { character } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const denying = words("not no nobody's never nobody without isn't wasn't aren't don't doesn't neither nor anyone's")
const outcome = words('outage incident failure loss mess downtime breach problem disruption error mistake damage')

export default defineRule({
  id: 'blame-or-sanction',
  code: 'B16',
  levels: character,
  phrases: {
    toBlame: phrase('to', 'blame'),
    atFault: phrase('at', 'fault'),
    fault: phrase(
      (word) => word.endsWith("'s") || /^(?:our|his|her|their|my|your)$/.test(word),
      maybe('own|fault'),
      'fault',
    ),
    guilty: phrase('guilty|culpable'),
    responsible: phrase('responsible', 'for', gap(3), outcome),
    always: phrase('always|ultimately|solely|fully|personally', 'responsible|accountable', 'for'),
    culprit: phrase('culprit', 'was|is|turned', gap(2)),
    blamed: phrase('blamed|blaming|blame', gap(3)),
    onMe: phrase('on', 'me|us'),
    accountable: phrase('held|hold|holding', gap(2), 'accountable|responsible'),
    sanction: phrase('reprimanded|reprimand|disciplined|fired|punished|sanctioned|dismissed', maybe('for|over')),
    disciplinary: phrase('disciplinary', 'action|measures|steps|process'),
    answer: phrase('has|have|must|needs|need', many(adverb), maybe('to'), 'answer', 'for'),
  },
  when: counts,

  message: 'This passes a verdict.',
  why: 'A post-mortem cannot do that and learn too: the next one will be told less.',
  question: 'Which condition would still be there if other people had been on duty?',
  source: 'RCA2: not for individual performance; Dekker, Just Culture',
})

function counts(hit: Hit): Verdict {
  if (hit.before(denying, 6) || hit.words.includes('blameless')) return false
  if (hit.phrase === 'fault') return ownersFault(hit)
  if (hit.phrase === 'culprit' || hit.phrase === 'blamed') return namesOne(hit)
  if (hit.phrase === 'onMe')
    return /^(?:is|was|that's|this|one|all|squarely|entirely)$/.test(hit.previous) && !/^[a-z]/.test(hit.next) && 'self'
  if (hit.phrase === 'always') return hit.clause().subject.isHuman
  if (hit.phrase === 'disciplinary') return true
  if (hit.phrase === 'sanction') return sanctions(hit)
  if (hit.phrase === 'accountable') return hit.words[hit.from] !== 'hold' || !hit.before(words('we teams'), 2)
  const { subject } = hit.clause()
  return subject.isHuman && subject.kind !== 'implied'
}

function ownersFault(hit: Hit): Verdict {
  const owner = hit.words[hit.from]!
  if (denying.has(owner)) return false
  if (owner === 'my' || owner === 'our') return 'self'
  if (!owner.endsWith("'s")) return owner !== 'their' && owner !== 'your'
  const { sentence } = hit.reading
  const bare = { ...sentence, words: sentence.words.with(hit.from, owner.slice(0, -2)) }
  return isHuman(kindOf({ ...hit.reading, sentence: bare }, Math.max(0, hit.from - 2), hit.from, hit.from + 1))
}

/** Only a person can be blamed here: a culprit index is a finding. */
function namesOne(hit: Hit): boolean {
  if (hit.previous === 'to' || hit.previous === 'git') return false
  for (let at = hit.from + 1; at < hit.to; at++) {
    const kind = kindOf(hit.reading, hit.from + 1, at, at + 1)
    if (isHuman(kind) && kind !== 'we') return !hit.before(denying, 6)
  }
  return false
}

/** Alerts fire and warnings get dismissed: only a person is fired or dismissed for something. */
function sanctions(hit: Hit): boolean {
  const { subject, voice } = hit.clause()
  return voice === 'passive' && subject.isHuman && subject.kind !== 'implied'
}

export const examples: Examples = {
  flagged: [
    'The reviewer is [to blame] for the default.',
    'The database team was [at fault].',
    "It was the [deployer's fault].",
    'The engineer is [responsible for the outage].',
    'Whoever approved this [has to answer for] it.',
    'The operator on shift was [held accountable].',
    'The contractor was [reprimanded].',
    { text: 'Start [disciplinary action] by Friday.', section: 'changes' },
  ],
  clean: [
    "This was nobody's fault.",
    'The team is responsible for the sign-in service.',
    'A page fault stopped the process.',
    'The culprit query held the lock.',
    'The alert fired at 09:12 and was dismissed by the bot.',
    'The review is blameless: we do not ask who is at fault.',
    'The accountable owner is the storage team.',
    'Fault injection found the second path.',
  ],
  pairs: [
    ['The lead was [at fault].', 'The link was at fault.'],
    ['The developer is [to blame].', 'The retry loop is to blame.'],
    ['The technician was [fired].', 'The alert was fired.'],
  ],
}
