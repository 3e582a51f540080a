import { roles } from '../lexica/people.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { everywhere, type Policy } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const levels: Policy = { ...everywhere('warn'), changes: 'off', thanks: 'off' }
const statuses =
  'intern|interns|trainee|trainees|apprentice|contractor|contractors|freelancer|newcomer|newbie|novice|noob|rookie|newcomers|beginner'
const causing = words('because since as due caused by')

export default defineRule({
  id: 'status-stigma',
  code: 'B20',
  levels,
  phrases: {
    adjective: phrase(
      'inexperienced|unqualified|untrained|unskilled|incapable|green|novice|rookie|offshore|outsourced|underqualified',
      (word) =>
        roles.has(word.replace(/s$/, '')) ||
        word === 'team' ||
        word === 'staff' ||
        word === 'people' ||
        word === 'operator',
    ),
    junior: phrase(
      'junior|new|young',
      maybe('and'),
      maybe('inexperienced'),
      'engineer|developer|hire|admin|administrator|colleague|starter|employee|joiner|dba|sre|programmer|sysadmin',
    ),
    status: phrase(statuses),
    firstWeek: phrase('in|on', 'his|her|their|the|my', 'first|second', 'day|week|month', maybe('at|on')),
    newTo: phrase('new', 'to', 'the', 'team|company|job|role|codebase|project'),
    only: phrase('only|just|recently', maybe('been|just|recently'), 'joined|hired|started'),
    language: phrase('non-native|foreign', gap(1), 'speaker|speakers|staff|workers'),
  },
  when: counts,

  message: 'The label offers an explanation that changes nothing.',
  why: 'Somebody else would have sat in the same seat with the same screen.',
  question: 'What would the most experienced person there have had to go on?',
  source: 'Reason 1997, the substitution test; Dekker, The Field Guide: proximal reactions',
})

const harmless = words(
  'joined reported noticed asked found helped saw told wrote confirmed started raised spotted paged called acknowledged',
)
const harmful = words(`
  broke caused deleted dropped merged pushed deployed ran changed forgot missed failed removed applied committed introduced used
  entered typed disabled opened copied restarted misconfigured triggered made left wiped exposed leaked shipped approved mistakenly accidentally
`)

function counts(hit: Hit): Verdict {
  if (hit.words.at(-1) === '?') return false
  if (hit.phrase === 'adjective' || hit.phrase === 'language') return !hit.before(words('for no not even any'), 3)
  if (hit.phrase === 'status' || hit.phrase === 'junior') return asCause(hit)
  if (hit.phrase === 'firstWeek')
    return /^(?:his|her|their)$/.test(hit.words[hit.from + 1]!) && hit.words.some((word) => harmful.has(word))
  const { subject } = hit.clause()
  return (
    subject.isHuman &&
    subject.kind !== 'we' &&
    subject.kind !== 'implied' &&
    (hit.before(causing, 8) || hit.words.some((word) => harmful.has(word)))
  )
}

/** The status as the doer of the harm, behind "by", or as the reason. */
function asCause(hit: Hit): boolean {
  if (hit.before(words('by because'), 4)) return true
  return hit.after(harmful, 8) && !hit.after(harmless, 2)
}

export const examples: Examples = {
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
