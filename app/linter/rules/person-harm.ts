import { isHuman } from '../actors.ts'
import type { Hit } from '../hit.ts'
import { harming } from '../lexica/acts.ts'
import { phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

/** What is missed when it is gone; deleting stuck pods is repair. */
const weighty = words(`
  account+ backup+ bucket cluster copy credentials data database+ environment index key+ namespace prod production
  record+ schema secret+ table+ token+ volume+
`)
const ownThings = words(`
  branch change code commit config deploy fix merge migration patch pr query rename script service
`)
const restoring = words('fix* quick silence restored')
const notDoing = words('a all an any for of the to with')
const intransitive = words('down even in off through up')
const apart = words('into for')
/** What "we" say of ourselves with shame; that we crashed a node to test it is a fact. */
const ashamed = words('botch* break* misconfigure* mistype* ruin* wreck*')
const ofBelief = words('that')

export default defineRule({
  id: 'person-harm',
  levels: explanations,
  looks: [
    [phrase`${harming}`, (hit) => (hit.subject.kind !== 'we' || ashamed.has(hit.first)) && harms(hit)],
    [phrase`brought|knocked|took|tore ..4 down|offline|out`, (hit) => hit.subject.kind !== 'we' && harms(hit)],
    [phrase`blew|mess*|mixed|mucked|screw* ..2 up`, harms],
    [phrase`committed|deployed|introduced|merged|pushed|shipped ..3 bug+|defect|fault|regression|typo`, harms],
    [phrase`deleted|dropped|erased|exposed`, (hit) => hit.after(weighty, 5) && lost(hit)],
    [
      phrase`broken|caused|corrupted|deleted|misconfigured|destroyed|dropped|erased|killed|leaked|wrecked ~ by`,
      (hit) => ofPerson(hit.clause().agent ?? { ...hit.subject, isHuman: false }),
    ],
  ],

  message: 'A person stands here as the cause.',
  why: 'Readers lay more blame on a named doer for the same facts, and the open path stays out of sight.',
  question: 'What did the system accept, and would it accept it from anyone today?',
})

function harms(hit: Hit): Verdict {
  const { subject, voice } = hit.clause()
  if (voice === 'passive' || notDoing.has(hit.previous)) return false
  for (let at = subject.from; at < subject.to; at++) {
    // "Mei's script broke", "the developer's change took down …": whose it was stands in for the doer. "Our" does not.
    const owner = hit.owner(at)
    // A name nobody listed, before what people own: likely a person, so only a hint.
    if (owner === 'name' && ownThings.has(hit.at(at + 1))) return 'lower'
    if (owner !== 'team' && isHuman(owner)) return true
  }
  if (/^(?:nobody|who)$/.test(subject.head) || hit.before(restoring, 4) || hit.next === 'no') return false
  if (hit.first === 'broke' && (intransitive.has(hit.next) || hit.after(apart, 5))) return false
  if (subject.kind === 'we' && hit.has(ofBelief, 0, subject.from)) return false
  return ofPerson(subject)
}

/** In the causes the loss is the point; a row of a timeline or a plan may say who deletes what. */
function lost(hit: Hit): Verdict {
  return hit.subject.kind !== 'we' && hit.section !== 'timeline' && hit.section !== 'changes' && harms(hit)
}

export const examples: Examples = {
  code: 'B13',
  source: 'Fausey & Boroditsky 2010; Google, SRE Workbook, Postmortem Culture',
  flagged: [
    "Yuki's commit [broke] the gate.",
    "Oddvar's service [crashed] twice.",
    { text: 'Tomás [took the cluster down] at 11:04.', people: ['Tomás Vale'] },
    'The engineer on call [broke] the checkout.',
    "The developer's script [corrupted] the index.",
    'The closed gate was [caused by] a contractor in his first week.',
    { text: "Mei's service [broke] at noon.", people: ['Mei Tan'] },
    'The platform team [brought down] the edge.',
    'A technician [messed up] the zone file.',
    'The author of the patch [introduced a regression] there.',
    'An administrator [deleted] the last copy.',
  ],
  clean: [
    "Kafka's broker crashed at noon.",
    "The region's service broke at noon.",
    { text: 'Tomás rolled the cluster back at 11:19.', people: ['Tomás Vale'] },
    'Our payment service broke at noon.',
    { text: 'Oscar corrupted 40 rows.', systems: ['Oscar'], people: ['Oscar Lund'] },
    'The garbage collector deleted the last copy.',
    'The closed gate was caused by a full disk.',
    { text: 'The on-call deleted the stuck pods.', section: 'timeline' },
    'The engineer found what broke the checkout.',
    'Nobody broke anything here.',
    'The engineer deleted the stuck pods.',
    'The team broke the work into four parts.',
    'The Kubernetes operator destroyed the volume.',
  ],
  pairs: [
    ['The engineer [crashed] the primary.', 'The engine crashed.'],
    ['The queue was [broken by] an intern.', 'The queue was broken by 12:40.'],
    ["The lead's change [broke] the build.", "The lead's change fixed the build."],
  ],
}
