import { isHuman, kindOf } from '../actors.ts'
import { harming, harmingInCauses } from '../lexica/acts.ts'
import { determiners } from '../lexica/grammar.ts'
import { adverb, gap, many, phrase } from '../phrases.ts'
import { explanations } from '../policy.ts'
import { defineRule, type Examples, type Hit, ofPerson, type Verdict } from '../rule.ts'
import { words } from '../words.ts'

const knocking = 'took|brought|knocked|tore'
const apart = words('into for')
const restoring = words('fix fixed quick fixing silence restored')

/** What is missed when it is gone; deleting stuck pods is repair. */
const weighty = words(`
  table tables database databases data namespace production prod volume volumes bucket index cluster records record
  backup backups copy secret secrets key keys credentials token tokens account accounts environment schema
`)

const ownThings = words(
  'service commit change code script pr patch deploy fix merge branch config migration query rename',
)

export default defineRule({
  id: 'person-harm',
  code: 'B13',
  levels: explanations,
  phrases: {
    harm: phrase(harming),
    down: phrase(knocking, 'down|out|offline'),
    downApart: phrase(knocking, gap(4), 'down|out|offline'),
    slang: phrase('messed|screwed|blew', many(adverb), 'up'),
    introduced: phrase(
      'introduced|shipped|pushed|merged|deployed|committed',
      gap(3),
      'bug|bugs|regression|fault|defect|typo',
    ),
    inCauses: phrase(harmingInCauses),
    faulty: phrase(
      'deployed|pushed|merged|applied|committed|shipped|entered|released',
      gap(3),
      'invalid|wrong|bad|incorrect|broken|faulty|untested|unreviewed|buggy',
    ),
    by: phrase('broken|caused|wrecked|killed|destroyed|corrupted|leaked|deleted|dropped|erased', many(adverb), 'by'),
  },
  when: counts,

  message: 'A person stands here as the cause.',
  why: 'Readers lay more blame on a named doer for the same facts, and the open path stays out of sight.',
  question: 'What did the system accept, and would it accept it from anyone today?',
  source: 'Fausey & Boroditsky 2010; Google, SRE Workbook, Postmortem Culture',
})

function counts(hit: Hit): Verdict {
  if (hit.phrase === 'by') return byHuman(hit)
  const { subject, voice } = hit.clause()
  if (voice === 'passive' || isParticipleAdjective(hit)) return false
  const owned = possessed(hit, subject.from, subject.to)
  if (owned) return owned
  if (!subject.isHuman || subject.kind === 'implied' || subject.head === 'nobody' || subject.head === 'who')
    return false
  if (hit.phrase === 'inCauses' && !hit.after(weighty, 5)) return false
  if (hit.phrase === 'inCauses' && (subject.kind === 'we' || hit.section === 'timeline' || hit.section === 'changes'))
    return false
  if (subject.kind === 'we' && !/^(?:slang|introduced|faulty|harm)$/.test(hit.phrase)) return false
  if (
    subject.kind === 'we' &&
    hit.phrase === 'harm' &&
    !/^(?:broke|misconfigured|botched|wrecked|ruined|mistyped)$/.test(hit.words[hit.from]!)
  )
    return false
  if (subject.kind === 'we' && hit.words.slice(0, subject.from).includes('that')) return false
  if (hit.before(restoring, 4)) return false
  if (hit.next === 'no' || (hit.words[hit.from] === 'broke' && hit.after(apart, 5))) return false
  if (/^(?:down|up|off|in|into|through|even)$/.test(hit.next) && hit.words[hit.from] === 'broke') return false
  return subject.kind === 'we' ? 'self' : true
}

/** "caused by the engineer". */
function byHuman(hit: Hit): Verdict {
  const { agent } = hit.clause()
  return agent !== null && ofPerson(agent)
}

/** "Mei's script broke", "the developer's change took down …": whose it was stands in for the doer. "Our" does not. */
function possessed(hit: Hit, from: number, to: number): Verdict {
  const { sentence } = hit.reading
  for (let at = from; at < to; at++) {
    const word = sentence.words[at]!
    const owner = /^(.+?)(?:'s|s')$/.exec(word)?.[1]
    if (!owner) continue
    const bare = { ...sentence, words: sentence.words.with(at, owner) }
    const kind = kindOf({ ...hit.reading, sentence: bare }, from, at, at + 1)
    if (isHuman(kind) && kind !== 'team' && kind !== 'we') return true
    // A name nobody listed, before what people own: likely a person, so only a hint.
    if (kind === 'unknown' && isName(hit, at) && ownThings.has(sentence.words[at + 1] ?? '')) return 'lower'
  }
  return false
}

/** A capital, then small letters, and nothing before it that makes it a common noun. */
function isName({ reading: { sentence } }: Hit, at: number): boolean {
  return (
    /^\p{Lu}\p{Ll}+$/u.test(sentence.text.slice(sentence.starts[at], sentence.ends[at]).replace(/['’]s?$/, '')) &&
    !determiners.has(sentence.words[at - 1] ?? '') &&
    !determiners.has(sentence.words[at]!.replace(/'s?$/, ''))
  )
}

/** "the broken caused …" does not exist; "had crashed nodes" does: the word before decides. */
function isParticipleAdjective(hit: Hit): boolean {
  return /^(?:the|a|an|of|with|for|any|all|to)$/.test(hit.previous)
}

export const examples: Examples = {
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
