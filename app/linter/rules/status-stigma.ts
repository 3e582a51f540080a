import type { Hit } from '../hit.ts'
import { humanActs } from '../lexica/acts.ts'
import { denials } from '../lexica/grammar.ts'
import { roles } from '../lexica/people.ts'
import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { byOthers, defineRule, type Examples } from '../rule.ts'
import { allOf, words } from '../words.ts'

const because = words('as because by caused due since')
const helping = words('ask* call* found help* joined notice* page* raise* report* saw told wrote')
const harm = allOf(humanActs.past, words('accidentally failed leaked missed mistakenly wiped'))
const denying = allOf(denials, words('for any'))

export default defineRule({
  id: 'status-stigma',
  levels: { ...everywhere('warn'), changes: 'off', thanks: 'off' },
  looks: [
    [
      phrase`inexperienced|novice|offshore|outsourced|rookie|unqualified|unskilled|untrained ${isColleague}`,
      (hit) => !hit.before(denying, 3),
    ],
    [phrase`junior|new|young and? inexperienced? ${isColleague}`, acted],
    [phrase`apprentice|beginner|contractor+|freelancer|intern+|newbie|newcomer+|novice|rookie|trainee+`, acted],
    [phrase`new to the codebase|company|job|role|team`, explained],
    [phrase`just|only|recently been|just|recently? hired|joined|started`, explained],
  ],
  veto: (hit) => hit.words.at(-1) === '?',

  message: 'The label offers an explanation that changes nothing.',
  why: 'Somebody else would have sat in the same seat with the same screen.',
  question: 'What would the most experienced person there have had to go on?',
})

/** Somebody who works here, one or several. */
function isColleague(word: string): boolean {
  return roles.has(word.replace(/s$/, '')) || /^(?:hire|joiner|operator|people|staff|starter|team)s?$/.test(word)
}

/** As the agent of what went wrong; who joined, noticed or asked is only introduced. */
function acted(hit: Hit): boolean {
  return hit.before(because, 4) || (hit.after(harm, 8) && !hit.after(helping, 2))
}

function explained(hit: Hit): boolean {
  return byOthers(hit) && (hit.before(because, 8) || hit.has(harm))
}

export const examples: Examples = {
  code: 'B20',
  source: 'Reason 1997, the substitution test; Dekker, The Field Guide: proximal reactions',
  flagged: [
    'An [intern] dropped the berth table.',
    'The rule was changed by a [new hire].',
    'A [junior developer] pushed the flag on Friday.',
    'The change came from an [inexperienced engineer].',
    'It was merged by a [contractor] from the second firm.',
    'The [offshore team] sent the wrong file.',
    'The lead was [new to the team] and ran the old script.',
    'The engineer had [only joined] in May and missed the rule.',
    'The [trainee] deleted the second route.',
  ],
  clean: [
    { text: 'Contractors get read-only credentials by default.', section: 'changes' },
    'The junior developer noticed the wrong tide first.',
    'The intern asked a question that stopped the rollout.',
    'The green node was slow.',
    'A new starter motor was fitted.',
    'New engineers get their own sandbox.',
    'The node only joined at noon.',
    'The first week of May was calm.',
    'The new release was deployed at noon.',
  ],
  pairs: [
    ['An [untrained operator] had the key.', 'An untrained model had the key.'],
    ['A [contractor] ran the old job.', 'A contractor reported the old job.'],
    ['The [new hire] deleted the queue.', 'The new release deleted the queue.'],
  ],
}
