import { isHuman, kindOf } from '../actors.ts'
import { gap, maybe, phrase } from '../phrases.ts'
import { everywhere, type Policy } from '../policy.ts'
import { defineRule, type Examples, type Hit, type Verdict } from '../rule.ts'
import { isCapitalised } from '../tokens.ts'
import { words } from '../words.ts'

const levels: Policy = { ...everywhere('hint'), changes: 'off', thanks: 'off', questions: 'off', unknown: 'hint' }
const someone =
  'person|engineer|developer|individual|maintainer|contributor|member|staffer|admin|administrator|employee|colleague|expert|human|sysadmin|dba|sre|operator|researcher|volunteer|one|people|engineers|developers|maintainers|members'
const holding = words(`
  knows know knew known had has have having hold holds held with access knowledge understands understood could can able
  credentials key keys password who familiar responsible context expertise permissions rights possession
`)
const resting = words(
  'rely relied relies relying depend depended depends depending hinged rests rested dependent reliant reliance dependency dependence',
)

export default defineRule({
  id: 'single-holder',
  code: 'B27',
  levels,
  phrases: {
    only: phrase('only', gap(3), someone),
    single: phrase(
      'single|sole|lone',
      maybe('senior|staff|core|support|team|platform|on-call|infrastructure|backend|human'),
      someone,
    ),
    one: phrase('one', maybe('senior|staff|core|specific|particular|team'), someone),
    bus: phrase('bus', 'factor'),
    tribal: phrase('tribal|siloed', 'knowledge'),
    silo: phrase('knowledge', maybe('silo|silos'), gap(4), 'silo|silos|siloed|head|heads|concentrated'),
    onlyName: phrase(
      'only',
      maybe('the'),
      (word) => /^[a-z@\uFFFC]/.test(word),
      'knew|knows|had|has|could|understood|understands',
    ),
    inHead: phrase('in', 'the|his|her|their|one', maybe("person's|engineer's"), 'head|heads', 'of'),
    left: phrase('left', 'the', 'company|team|organisation|organization|project'),
    point: phrase('single', 'point', 'of', maybe('process|human|knowledge'), 'failure'),
    someonesLaptop: phrase(
      (word) => /'s$/.test(word),
      maybe('personal|own|work'),
      'laptop|machine|computer|workstation|phone',
    ),
    nobodyElse: phrase(
      'nobody|no-one|few|everyone|everybody',
      maybe('else|people|members|of'),
      gap(5),
      'knew|knows|access|credentials|permission|permissions|familiar|knowledge',
    ),
    noOneElse: phrase('no', 'one', 'else', gap(5), 'knew|knows|had|has|could|access'),
    rests: phrase(resting, 'on|upon', maybe('just|only|having'), 'one|a|his|her|my', maybe('single|sole'), someone),
  },
  when: counts,

  message: 'One pair of hands carries this.',
  why: 'It turns a holiday into a risk and a name into an explanation.',
  question: 'What kept this knowledge or access from a second place?',
  source: 'Allspaw and Cook, SNAFUcatchers: how knowledge of a system is spread over people',
})

function counts(hit: Hit): Verdict {
  switch (hit.phrase) {
    case 'rests':
    case 'bus':
    case 'tribal':
    case 'silo':
    case 'inHead':
      return true
    case 'single':
      return hit.words[hit.to - 1] !== 'one' && !denied(hit)
    case 'nobodyElse':
      return ofOthers(hit)
    case 'noOneElse':
      return true
    case 'only':
      return !denied(hit) && holdsNear(hit, 4)
    case 'one':
      return hit.words[hit.to - 1] !== 'one' && !denied(hit) && (hit.before(resting, 6) || hit.after(having, 6))
    case 'onlyName':
      return isNamed(hit)
    case 'left':
      return ofPersonGone(hit)
    case 'point':
      return (
        hit.words
          .slice(Math.max(0, hit.from - 14), hit.from)
          .some((word, at, all) => at < all.length && nouns.has(word)) ||
        hit.words[hit.to - 2] === 'human' ||
        hit.words[hit.to - 2] === 'process'
      )
    default:
      return ofOwner(hit)
  }
}
const nouns = words('engineer engineers developer person maintainer people team member me him her staff')

const having = words('known knows knew access knowledge credentials possession')

function denied(hit: Hit): boolean {
  return hit.before(words('you your'), 4) || hit.before(words('not no never per each every'), 3)
}

/** "nobody else had access", "not everyone knew", "few people have the key". */
function ofOthers(hit: Hit): boolean {
  const first = hit.words[hit.from]!
  const second = hit.words[hit.from + 1]!
  if (first === 'few') return second === 'people' || second === 'members' || second === 'of'
  return first.startsWith('every') ? hit.previous === 'not' : second === 'else'
}

function holdsNear(hit: Hit, reach: number): boolean {
  if (hit.words[hit.to - 1] === 'one' && !/^(?:who|with|that|able)$/.test(hit.next)) return false
  return hit.after(holding, reach) || hit.before(words('by with held known'), 3)
}

const minding = /^(?:knew|knows|understood|understands)$/

function isNamed(hit: Hit): boolean {
  const at = hit.to - 2
  const kind = kindOf(hit.reading, hit.from + 1, at, at + 1)
  if (kind === 'unknown') return isCapitalised(hit.reading.sentence, at) && minding.test(hit.words[hit.to - 1]!)
  return kind === 'person' || kind === 'role' || kind === 'pronoun'
}

function ofPersonGone(hit: Hit): boolean {
  const { subject } = hit.clause()
  return subject.isHuman && subject.kind !== 'we' && subject.kind !== 'implied' && subject.kind !== 'team'
}

function ofOwner(hit: Hit): boolean {
  const owner = hit.words[hit.from]!.slice(0, -2)
  const { sentence } = hit.reading
  const bare = { ...sentence, words: sentence.words.with(hit.from, owner) }
  return isHuman(kindOf({ ...hit.reading, sentence: bare }, Math.max(0, hit.from - 2), hit.from, hit.from + 1))
}

export const examples: Examples = {
  flagged: [
    { text: '[Only one person] knew how the tide table is loaded.', section: 'causes' },
    { text: 'Renewal was known to a [single engineer] on leave.', section: 'causes' },
    { text: 'The restore [depended on one developer].', section: 'causes' },
    { text: 'The [bus factor] of the gate firmware is one.', section: 'causes' },
    { text: 'How the rota works is [tribal knowledge].', section: 'causes' },
    { text: "The signing key lived on an [engineer's laptop].", section: 'causes' },
    { text: 'The author had [left the company] in the spring.', section: 'causes' },
    { text: 'The token was with the [sole maintainer].', section: 'causes' },
    { text: '[Only Tomás knew] the order of the steps.', section: 'causes', people: ['Tomás Vale'] },
  ],
  clean: [
    'Only one node had the new image.',
    'Its single point of failure was the second switch.',
    'One engineer joined the call at noon.',
    'The engineer left the call at noon.',
    'The job relies on a single queue.',
    'Only the second region had room.',
    { text: 'A single engineer can approve a rollback from June on.', section: 'changes' },
    'No single person has to hold the key.',
    'The pilot account was locked.',
  ],
  pairs: [
    ['[Only two people] could sign the release.', 'Only two clusters could sign the release.'],
    ['The change [rested on a single maintainer].', 'The change rested on a single flag.'],
    ['The reviewer had [left the team].', 'The last packet had left the switch.'],
  ],
}
