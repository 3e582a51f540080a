import { words } from './words.ts'

/** How much a change leaves to memory: the action hierarchy of the NCPS and of RCA2, in software terms. */
export type Strength = 'stronger' | 'intermediate' | 'weaker'

const LISTS: { strength: Strength; list: ReadonlySet<string>; why: string }[] = [
  {
    strength: 'stronger',
    list: words(`
      refuse refuses refused reject rejects block blocks prevent prevents enforce enforces enforced require requires required
      remove removes removed delete drop drops replace replaces default defaults automatic automatically automate automates automated
      gate gates lock locks interlock impossible cannot cap caps cease ceases simplify simplifies merge merges standardise
      standardize expire expires revoke revokes rollback self-service guard guards guarded fail-safe read-only disable disables
      deny denies validate validates rejects reverts immutable isolate isolates separate separates
    `),
    why: 'carries the step itself, whoever is there',
  },
  {
    strength: 'intermediate',
    list: words(`
      alert alerts alarm page pages monitor monitors monitoring dashboard graph canary canaries limit limits replica redundancy
      redundant failover backup backups checklist drill drills exercise game simulation tabletop rehearse rehearses rehearsal staging
      timeout timeouts retry retries budget test tests probe check checks show shows label labels colour runbook template staffing
      rota second spare cache queue log logs metric metrics display displays warn warns
    `),
    why: 'helps in the moment, if somebody looks',
  },
  {
    strength: 'weaker',
    list: words(`
      train trains training remind reminder reminders remember careful awareness double-check doublecheck policy procedure wiki
      document documents documentation write memo email mail announce communicate tell inform educate discuss investigate look
      consider review manually attention vigilant make ensure sure always never ask encourage workshop course study analyse analyze
      talk share avoid read page-note banner
    `),
    why: 'relies on somebody remembering it',
  },
]
/** What people are asked for, wherever it stands near the beginning: "We will train …", "Always check …". */
const CARE = words(`
  write wiki policy train trains training remind remember careful double-check doublecheck manually awareness educate attention
  ensure sure always never vigilant encourage
`)
/** What is asked of people when it opens the change; further in, the same word may name a tool. */
const ASKED = words(`
  investigate look consider discuss review document tell inform ask communicate analyse analyze study talk share avoid read
  email mail announce memo
`)
const MACHINE = words('automatic automatically automated automate ci pipeline bot script hook linter job gate model')
const OPENING = words('we will should must to please start begin the a team everyone people engineers reviewers')

/**
 * Proposes how strong a change is from its wording, and says which word it went by. The author decides; null when
 * nothing speaks either way. What asks people for care is weaker even where it names a strong tool.
 */
export function strengthOf(text: string): { strength: Strength; why: string } | null {
  const found = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? []
  const machine = found.some((word) => MACHINE.has(word))
  const opening = found.find((word) => !OPENING.has(word)) ?? ''
  const asksPeople = !machine && (ASKED.has(opening) || found.slice(0, 4).some((word) => CARE.has(word)))
  for (const { strength, list, why } of asksPeople ? LISTS.toReversed() : LISTS) {
    const word = asksPeople && list.has(opening) ? opening : found.find((each) => list.has(each))
    if (word) return { strength, why: `"${word}" ${why}.` }
  }
  return null
}
