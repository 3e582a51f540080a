import { isHuman, kindOf } from '../actors.ts'
import type { Hit } from '../hit.ts'
import { denials } from '../lexica/grammar.ts'
import { roles } from '../lexica/people.ts'
import { phrase } from '../phrases.ts'
import { everywhere } from '../policy.ts'
import { byOthers, defineRule, type Examples } from '../rule.ts'
import { isCapitalised } from '../tokens.ts'
import { allOf, words } from '../words.ts'

const holding = words(`
  able access can could credentials expertise familiar have* hold* key+ know* knowledge passphrase password
  permissions understand* who with
`)
const having = words('access credentials familiar know* knowledge known permission+ possession')
const minding = words('know* understand*')
const before = words('by held known to with')
const advising = words('you your')
const denying = allOf(denials, words('per each every'))
const time = words('time')
const team = words('her him human knowledge me member people process staff team')
const resting = words('depend* dependency dependent hinge* reliance reliant relied relies rely rest*')

export default defineRule({
  id: 'single-holder',
  levels: { ...everywhere('hint'), changes: 'off', thanks: 'off', questions: 'off', unknown: 'hint' },
  looks: [
    [phrase`only ..3 ${isOne}`, (hit) => !denied(hit) && (hit.after(holding, 4) || hit.before(before, 3))],
    [phrase`lone|single|sole ..1 ${isOne}`, (hit) => !denied(hit)],
    [
      phrase`one ..1 ${isOne} only?`,
      (hit) =>
        !denied(hit) &&
        (hit.after(having, 6) ||
          hit.before(resting, 6) ||
          hit.last === 'only' ||
          (hit.before(before, 2) && hit.before(having, 10))),
    ],
    [
      phrase`by|in|with ..2 alone|exclusively|only`,
      (hit) => hit.has(having) && (hit.someone(hit.from, hit.to) || isCapitalised(hit.reading.sentence, hit.from + 1)),
    ],
    [phrase`bus factor`],
    [phrase`siloed|tribal knowledge`],
    [phrase`knowledge silo+`],
    [phrase`only the? _ ever? could|had|has|knew|knows|understands|understood`, isNamed],
    [
      phrase`in her|his|one|the|their engineer's|person's? head|heads|notebook`,
      (hit) => hit.at(hit.from + 1) !== 'the' || hit.someone(hit.to + 1, hit.to + 4),
    ],
    [
      phrase`${/'s$/} own|personal|work? computer|head|laptop|machine|notebook|phone`,
      (hit) => isHuman(hit.owner(hit.from)),
    ],
    [
      phrase`left the company|organisation|organization|project|team`,
      (hit) => byOthers(hit) && hit.subject.kind !== 'team',
    ],
    [
      phrase`single point of human|knowledge|process? failure`,
      (hit) => hit.someone(0, hit.from) || hit.before(team, 14) || hit.holds(team),
    ],
    [phrase`few|not everybody|everyone|members|of|people ..5 ${having}`],
    [phrase`no? no-one|nobody|one else ..5 ${having}`],
    [phrase`${resting} on|upon having|just|only? a|her|his|my|one single|sole? ${isOne}`],
  ],

  message: 'One pair of hands carries this.',
  why: 'It turns a holiday into a risk and a name into an explanation.',
  question: 'What kept this knowledge or access from a second place?',
})

/** A role in the singular or plural. */
function isOne(word: string): boolean {
  return roles.has(word.replace(/s$/, '')) || /^(?:people|members?|operators?|holder)$/.test(word)
}

function denied(hit: Hit): boolean {
  return hit.before(advising, 4) || hit.before(denying, 3) || (hit.next === 'at' && hit.after(time, 3))
}

function isNamed(hit: Hit): boolean {
  const at = hit.last === 'ever' ? hit.to - 3 : hit.to - 2
  const kind = kindOf(hit.reading, hit.from + 1, at, at + 1)
  if (kind === 'unknown') return isCapitalised(hit.reading.sentence, at) && minding.has(hit.last)
  return kind === 'person' || kind === 'role' || kind === 'pronoun'
}

export const examples: Examples = {
  code: 'B27',
  source: 'Allspaw and Cook, SNAFUcatchers: how knowledge of a system is spread over people',
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
    'The signing key was held by [one engineer only].',
    'Knowledge of the ticket format lies [with Ama alone].',
    'The billing export had become a [knowledge silo].',
    "The order of the steps was [in one person's head].",
    'How the piers are numbered was [in the head] of one engineer.',
    'The night technician was a [single point of failure].',
    '[Few people knew] the old numbers of the piers.',
    '[No one else knew] the passphrase.',
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
    'One engineer restarted the feed.',
    'Knowledge of the route lies with the resolver alone.',
    'The password is known by the vault alone.',
    'The sensor of the grain silo was offline.',
    'Few nodes had access to the old volume.',
    'No other node knew the address.',
    'The totals are in the head of the file.',
    'The query was in the notebook of the data catalogue.',
  ],
  pairs: [
    ['[Only two people] could sign the release.', 'Only two clusters could sign the release.'],
    ['The change [rested on a single maintainer].', 'The change rested on a single flag.'],
    ['The reviewer had [left the team].', 'The last packet had left the switch.'],
  ],
}
