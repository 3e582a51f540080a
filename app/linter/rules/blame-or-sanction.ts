import { isHuman } from '../actors.ts'
import { opensPhrase } from '../clauses.ts'
import type { Hit } from '../hit.ts'
import { denials, possessives } from '../lexica/grammar.ts'
import { phrase } from '../phrases.ts'
import { character } from '../policy.ts'
import { byOthers, byPeople, defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const denying = allOf(denials, words("nobody's anyone's blameless"))
const outcome = words('breach damage downtime failure incident loss mess mistake outage problem')
const placing = words("all is one that's this was")
const ours = words('we teams')

export default defineRule({
  id: 'blame-or-sanction',
  levels: character,
  looks: [
    [phrase`at|to blame|fault`, ofSubject],
    [phrase`${(word) => word.endsWith("'s") || possessives.has(word)} own? bad|fault`, ownersFault],
    [phrase`take* the? blame`, byPeople],
    [phrase`responsible for ..3 ${outcome}`, ofSubject],
    [phrase`always|solely|ultimately accountable|responsible for`, ofSubject],
    [phrase`blame|blamed|blaming|culprit ..5`, namesOne],
    [phrase`on me|us`, (hit) => placing.has(hit.previous) && !/^[a-z]/.test(hit.next), 'self'],
    [phrase`held|hold|holding ..2 accountable|responsible`, (hit) => hit.first !== 'hold' || !hit.before(ours, 2)],
    // Alerts fire and warnings get dismissed: only a person is fired or dismissed for something.
    [
      phrase`disciplined|dismissed|fired|punished|reprimanded for|over?`,
      (hit) => hit.clause().voice === 'passive' && ofPerson(hit.subject),
    ],
    [phrase`disciplinary action|measures|steps`],
    [phrase`has|have|must|need|needs ~ to? answer for`, ofSubject],
  ],
  veto: (hit) => hit.before(denying, 6),

  message: 'This passes a verdict.',
  why: 'A post-mortem cannot do that and learn too: the next one will be told less.',
  question: 'Which condition would still be there if other people had been on duty?',
})

function ofSubject(hit: Hit): boolean {
  return hit.subject.kind === 'we' || byOthers(hit)
}

function ownersFault(hit: Hit): Verdict {
  const owner = hit.first
  if (denying.has(owner)) return false
  if ((hit.last === 'bad' && !/^(?:my|our)$/.test(owner)) || !opensPhrase(hit.next)) return false
  if (/^(?:my|our)$/.test(owner)) return 'self'
  return possessives.has(owner) ? !/^(?:their|your|its)$/.test(owner) : isHuman(hit.owner(hit.from))
}

/** Only a person can be blamed here: a culprit index is a finding. */
function namesOne(hit: Hit): boolean {
  return !/^(?:to|git)$/.test(hit.previous) && hit.someone(hit.from + 1, hit.to)
}

export const examples: Examples = {
  code: 'B16',
  source: 'RCA2: not for individual performance; Dekker, Just Culture',
  flagged: [
    'The reviewer is [to blame] for the default.',
    'The database team was [at fault].',
    "It was the [deployer's fault].",
    'The engineer is [responsible for the outage].',
    'Whoever approved this [has to answer for] it.',
    'The operator on shift was [held accountable].',
    'The contractor was [reprimanded].',
    { text: 'Start [disciplinary action] by Friday.', section: 'changes' },
    'The network team should [take the blame] for the delay.',
    'The release team is [solely responsible for] the delay.',
    'Some [blamed the night crew for the] closed lane.',
    'The closed lane is [on us].',
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
    'The second relay took the load of both sites.',
    'The relay is solely responsible for the tide feed.',
    'The culprit was a stale index.',
    'The job runs on us-east only.',
  ],
  pairs: [
    ['The lead was [at fault].', 'The link was at fault.'],
    ['The developer is [to blame].', 'The retry loop is to blame.'],
    ['The technician was [fired].', 'The alert was fired.'],
  ],
}
