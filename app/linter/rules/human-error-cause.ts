import { humanActs } from '../lexica/acts.ts'
import { determiners } from '../lexica/grammar.ts'
import { believing, warding } from '../lexica/practice.ts'
import { gap, many, maybe, phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const negating = words("not no never isn't wasn't don't doesn't nor without neither rather than against stop")
const cleared = allOf(warding, believing, negating)
const causing = words(
  'due caused cause because result resulted resulting attributed through led introduced from was were is by of made after owing down in a an this',
)
const named = words('label fatFinger fingerTrouble onOurPart oversight mistake')
const inTechnicalThing = words('in within')
const slips =
  'mistake|oversight|carelessness|inattention|negligence|misunderstanding|misjudgement|misjudgment|miscommunication|forgetfulness|inexperience|unfamiliarity|confusion|slip|lapse|blunder|misstep|overconfidence'
const learning = words('learn learned learning forgive repeat repeating everyone admit own make happen happens')
const inThings = words(
  'code parser logic implementation query algorithm codebase formula regex expression library compiler script function template',
)

export default defineRule({
  id: 'human-error-cause',
  code: 'B05',
  levels: explanations,
  phrases: {
    label: phrase(
      'human|operator|user|manual|engineer|pilot|admin|administrator|people|operational|personal|developer|clerical|copy-paste|copy-and-paste|cut-and-paste|configuration|deployment',
      'error|errors|mistake|mistakes|oversight|oversights|misunderstanding|slip|slips',
    ),
    failure: phrase('human', 'failure|failing|failings|factor'),
    fatFinger: phrase('fat-finger|fat-fingered|fat-fingering|pebkac|pebcak|fatfingered'),
    fingerTrouble: phrase('fat|finger', 'finger|fingered|fingers|trouble'),
    dueTo: phrase('due|owing', 'to', gap(3), slips),
    causedBy: phrase('caused|introduced|triggered', 'by', gap(3), slips),
    becauseOf: phrase('because', 'of', gap(3), slips),
    onOurPart: phrase('mistake|oversight|error|misunderstanding', 'on', gap(3), 'part|side|end'),
    oversight: phrase('a|an|one|the|our|another|some|small|this|that|my|simple', gap(2), 'oversight|oversights'),
    kind: phrase('rookie|silly|stupid|simple|honest|costly|classic|careless|beginner', 'mistake|mistakes|error|errors'),
    inDoing: phrase('mistake|error|slip', 'in|when|while', humanActs.gerund),
    made: phrase('mistake|mistakes|error|errors', many('was|were|has|have|had|been'), 'made'),
    happened: phrase('mistake|mistakes', many('was|were|has|have|had|been'), 'happened|occurred|crept|slipped'),
    possessed: phrase(
      'our|his|her|their|my',
      maybe('own|big|biggest|main|first|second'),
      'mistake|mistakes|oversight|blunder|carelessness|negligence|stupidity|ineptitude|inexperience|bad',
    ),
    makes: phrase(
      'made|making|make',
      'a|an|some|the|several|two|that|this',
      maybe('silly|bad|big|small|simple|critical|serious|similar|stupid|costly|few|huge|terrible|wrong'),
      'mistake|mistakes|blunder|typo|assumption|error',
    ),
    mistake: phrase('mistake'),
    typo: phrase('typo|typos|misspelling|misspelled|misspelt|mistyped|mistyping'),
  },
  when: counts,
  unless: [
    phrase(
      'error|errors',
      'handling|message|messages|budget|budgets|rate|rates|code|codes|page|log|logs|report|reports|condition|state',
    ),
    phrase('made', 'visible|clear|worse|available|public|obvious|possible'),
    phrase('oversight', 'of|board|committee|team|body|process|group|and'),
    phrase('by|no', 'mistake'),
    phrase('confusion', 'about|over|between'),
  ],

  message: '"{word}" marks where we stopped asking.',
  why: 'The slip stays available to the next person until its conditions change.',
  question: 'What made it easy to do and slow to show?',
  source: 'RCA2, rule 3: human errors must have a preceding cause; Dekker, The Field Guide',
})

function counts(hit: Hit): Verdict {
  if (hit.before(cleared) || (isPlural(hit) && hit.before(learning))) return false
  if (hit.after(prevented, 8)) return false
  if (hit.phrase === 'mistake') return ofNoun(hit)
  if (hit.phrase === 'typo') return hit.before(causing, 6) || hit.after(words('caused led resulted meant broke was'), 8)
  if (hit.phrase === 'makes') return hit.words[hit.from] === 'make' ? false : byPerson(hit)
  if (inTechnicalThing.has(hit.next) && !named.has(hit.phrase)) return inWork(hit)
  if (hit.phrase === 'label' || hit.phrase === 'failure') return explains(hit)
  if (hit.phrase === 'possessed') return 'self'
  return true
}

const prevented = words('possible avoided prevented prevent impossible symptom unavoidable happens happen')

function isPlural(hit: Hit): boolean {
  return hit.words[hit.to - 1]!.endsWith('s')
}

/** "The mistake was …" tells of somebody; what is learned from mistakes, or stands in the code, does not. */
function ofNoun(hit: Hit): boolean {
  if (hit.before(learning) || hit.after(inThings, 4)) return false
  return determiners.has(hit.previous) || /^(?:was|were)$/.test(hit.next) || hit.from === 0
}

/** In a cause frame, at the end of a label, or as the subject of what it did. */
function explains(hit: Hit): boolean {
  const { words, from, to } = hit
  // A configuration error is a state of a machine; a configuration mistake is somebody's.
  if (/^(?:configuration|deployment)$/.test(words[from]!) && /^errors?$/.test(words[to - 1]!)) return false
  const next = words[to] ?? '.'
  const bare = from === 0 || words[from - 1] === ':' || words[from - 1] === '(' || words[from - 1] === '-'
  if (bare && /^[.,;:)]$/.test(next)) return true
  return (
    hit.before(causing, 6) ||
    /^(?:led|caused|resulted|was|broke|brought|took|meant|left)$/.test(next) ||
    (bare && /^(?:in|of|by|when|during|while)$/.test(next))
  )
}

function byPerson(hit: Hit): Verdict {
  if (
    /^(?:assumption|error)$/.test(hit.words[hit.to - 1]!) &&
    !/^(?:wrong|bad|serious|critical)$/.test(hit.words[hit.to - 2]!)
  )
    return hit.words[hit.to - 1] === 'error' && ofPerson(hit.clause().subject)
  return ofPerson(hit.clause().subject)
}

/** "a mistake in the template" is about the template; "in setting it up" is about somebody. */
function inWork(hit: Hit): Verdict {
  if (hit.phrase === 'possessed') return 'self'
  return humanActs.gerund.has(hit.words[hit.to + 1] ?? '') || (!hit.after(inThings, 4) && hit.phrase !== 'made')
}

export const examples: Examples = {
  flagged: [
    'Root cause: [human error].',
    'The closed gate was caused by [operator error].',
    'The wrong region was a result of [user error] during the rollout.',
    'The rename was attributed to [manual error].',
    'The port was closed [due to an oversight].',
    'A [fat-fingered] command removed the route.',
    '[Mistakes were made] during the handover.',
    'This came from an [error on our part].',
    'The engineer [made a mistake] in the zone file.',
  ],
  clean: [
    'We do not accept human error as a root cause.',
    'The confirmation dialog exists to prevent human error.',
    { text: 'At 03:10 we assumed user error and closed the ticket.', section: 'timeline' },
    'User error messages were shown for ten minutes.',
    'The proxy returned an error on each second call.',
    'The step is prone to human error when the names are this close.',
    'A manual restart brought the queue back.',
    'A parser error in the template stopped the build.',
    'What looks like operator error here is a symptom of two look-alike screens.',
  ],
  pairs: [
    ['The cause was [human error].', 'The cause was an error in the parser.'],
    ['It happened [because of a mistake].', 'It happened because of a timeout.'],
    ['The route was lost through [manual error].', 'The route was lost through manual failover.'],
  ],
}
