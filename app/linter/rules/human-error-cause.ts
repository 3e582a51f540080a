import { humanActs } from '../lexica/acts.ts'
import { believing, warding } from '../lexica/practice.ts'
import { gap, many, maybe, phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { allOf, words } from '../words.ts'

const negating = words("not no never isn't wasn't don't doesn't nor without neither rather than against stop")
const cleared = allOf(warding, believing, negating)
const causing = words(
  'due caused cause because result resulted resulting attributed through led introduced from was were is by of made after owing down',
)
const named = words('label fatFinger fingerTrouble onOurPart oversight')
const inTechnicalThing = words('in within')

export default defineRule({
  id: 'human-error-cause',
  code: 'B05',
  levels: explanations,
  phrases: {
    label: phrase(
      'human|operator|user|manual|engineer|pilot|admin|administrator|people|operational|personal|developer',
      'error|errors|mistake|mistakes|oversight|oversights|misunderstanding|failure|slip',
    ),
    fatFinger: phrase('fat-finger|fat-fingered|fat-fingering|pebkac|pebcak|fatfingered'),
    fingerTrouble: phrase('fat|finger', 'finger|fingered|fingers|trouble'),
    dueTo: phrase(
      'due|owing',
      'to',
      gap(3),
      'mistake|oversight|carelessness|inattention|negligence|misunderstanding|misjudgement|misjudgment',
    ),
    causedBy: phrase('caused', 'by', gap(3), 'mistake|oversight|inattention|misunderstanding|misjudgement|misjudgment'),
    becauseOf: phrase('because', 'of', gap(3), 'mistake|oversight|inattention|misunderstanding'),
    onOurPart: phrase('mistake|oversight|error|misunderstanding', 'on', gap(3), 'part|side|end'),
    oversight: phrase('a|an|one|the|our|another|some', gap(2), 'oversight'),
    kind: phrase('rookie|silly|stupid|simple|honest|costly|classic|careless|beginner', 'mistake|mistakes|error|errors'),
    inDoing: phrase('mistake|error|slip', 'in|when|while', humanActs.gerund),
    made: phrase('mistake|mistakes|error|errors', many('was|were|has|have|had|been'), 'made'),
    possessed: phrase('our|his|her|their|my', maybe('own|big|biggest|main|first|second'), 'mistake|oversight|blunder'),
    makes: phrase(
      'made|making',
      'a|an|some|the|several|two',
      maybe('silly|bad|big|small|simple|critical|serious|similar|stupid|costly'),
      'mistake|mistakes|blunder|typo',
    ),
  },
  when: counts,
  unless: [
    phrase(
      'error|errors',
      'handling|message|messages|budget|budgets|rate|rates|code|codes|page|log|logs|report|reports',
    ),
    phrase('made', 'visible|clear|worse|available|public|obvious|possible'),
    phrase('oversight', 'of|board|committee|team|body|process|group|and'),
  ],

  message: '"{word}" marks where we stopped asking.',
  why: 'The slip stays available to the next person until its conditions change.',
  question: 'What made it easy to do and slow to show?',
  source: 'RCA2, rule 3: human errors must have a preceding cause; Dekker, The Field Guide',
})

function counts(hit: Hit): Verdict {
  if (hit.before(cleared)) return false
  if (hit.after(words('possible avoided prevented prevent impossible symptom'), 8)) return false
  if (inTechnicalThing.has(hit.next) && !named.has(hit.phrase)) return inWork(hit)
  if (hit.phrase === 'label') return explains(hit)
  if (hit.phrase === 'makes') return byPerson(hit)
  return true
}

/** In a cause frame, at the end of a label, or as the subject of what it did. */
function explains(hit: Hit): boolean {
  const { words, from, to } = hit
  const next = words[to] ?? '.'
  const bare = from === 0 || words[from - 1] === ':' || words[from - 1] === '(' || words[from - 1] === '-'
  if (bare && /^[.,;:)]$/.test(next)) return true
  return (
    hit.before(causing, 6) ||
    /^(?:led|caused|resulted|was|broke|brought|took)$/.test(next) ||
    (bare && /^(?:in|of|by|when|during)$/.test(next))
  )
}

function byPerson(hit: Hit): Verdict {
  const { subject } = hit.clause()
  return ofPerson(subject)
}

/** "a mistake in the template" is about the template; "in setting it up" is about somebody. */
function inWork(hit: Hit): Verdict {
  if (hit.phrase === 'makes') return byPerson(hit)
  if (hit.phrase === 'possessed') return 'lower'
  return humanActs.gerund.has(hit.words[hit.to + 1] ?? '')
}

export const examples: Examples = {
  flagged: [
    'Root cause: [human error].',
    'The outage was caused by [operator error].',
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
