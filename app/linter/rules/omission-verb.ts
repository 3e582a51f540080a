import { isHuman } from '../actors.ts'
import type { Hit } from '../hit.ts'
import { duty, humanOnly } from '../lexica/acts.ts'
import { auxiliaries, determiners, possessives } from '../lexica/grammar.ts'
import { practices } from '../lexica/practice.ts'
import { adverb, phrase } from '../phrases.ts'
import { acts } from '../policy.ts'
import { defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const automatic = words('automated automatic ci health integration pipeline smoke unit')
const causes = words('a by from of the to was were')
const foreseeing = words(`
  account anticipate catch consider cover detect find foresee identify include predict reveal spot uncover
`)
const attempts = words('access bring connect find fix get log reach recover reproduce restore start')
const doubtful = words('can could if may might whether would')
const seen = words('because believed here looked saw showed since thought')

export default defineRule({
  id: 'omission-verb',
  levels: acts,
  looks: [
    [phrase`declined|failed|forgot|forgotten|neglected|omitted|refused to`, omitted],
    [phrase`forget|forgot|misremembered|missed|neglected|overlooked about?`, omitted],
    [phrase`failure|neglect|refusal to ~ ${duty.base}`, nominal],
    // "The review did not catch it": the practice stands for those who do it.
    [phrase`did|failed not|to ~ ${foreseeing}`, ofPractice, 'lower'],
  ],

  message: '"{word}" says that a step was due.',
  why: 'From here it looks due; in the moment it may have been unseen, unusual or impossible.',
  question: 'What asks for this step on an ordinary day, and was that there?',
})

function omitted(hit: Hit): Verdict {
  const { subject, voice, negated, agent } = hit.clause()
  if (negated || /^(?:no|nothing)$/.test(hit.next) || hit.before(doubtful, 4)) return false
  if (voice === 'passive') return agent !== null && ofPerson(agent)
  if (hit.first === 'missed' && auxiliaries.has(hit.previous) && !/^ha/.test(hit.previous)) return false
  // Without a subject, only an act that people owe makes it a person: "Failed to pull image" is a log line.
  if (subject.kind === 'implied')
    return hit.from === 0 && (hit.first === 'failed' ? owed(hit) : hit.last === 'to' || determiners.has(hit.next))
  // "We failed to reproduce it" tells of an attempt.
  if (subject.kind === 'we' && attempts.has(hit.next)) return false
  // "I missed it, and here is what I saw" is what we hope to read.
  return (subject.kind !== 'we' || hit.last === 'to' || !hit.after(seen)) && ofPerson(subject)
}

function owed(hit: Hit): boolean {
  let verb = hit.to
  while (adverb(hit.at(verb))) verb++
  return duty.base.has(hit.at(verb))
}

function ofPractice(hit: Hit): boolean {
  const { head, from } = hit.subject
  return practices.has(head) && !automatic.has(hit.at(from + 1)) && !automatic.has(hit.at(from))
}

/** "The team's failure to", "Failure to review the plan led to …": without an owner too, when it stands as the cause. */
function nominal(hit: Hit): Verdict {
  if (possessives.has(hit.previous)) return 'lower'
  if (/s?'s?$/.test(hit.previous)) return isHuman(hit.owner(hit.from - 1))
  return (hit.from === 0 || causes.has(hit.previous)) && humanOnly.base.has(hit.last) && 'lower'
}

export const examples: Examples = {
  code: 'B03',
  source: 'RCA2, rule 5: failure to act is causal only where a duty to act already existed',
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
    'The rehearsal [did not reveal] the missing route.',
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
    'The integration tests did not cover an empty basket.',
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
