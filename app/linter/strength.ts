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
const HUMAN_CARE = words(
  'write wiki policy train trains training remind remember careful double-check doublecheck manually awareness educate attention ensure sure',
)
const MACHINE = words('automatic automatically automated automate ci pipeline bot script hook linter job gate')

/**
 * Proposes how strong a change is from its wording, and says which word it went by. The author decides; null when
 * nothing speaks either way. What asks people for care is weaker even where it names a strong tool.
 */
export function strengthOf(text: string): { strength: Strength; why: string } | null {
  const found = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? []
  const machine = found.some((word) => MACHINE.has(word))
  const order = !machine && found.slice(0, 4).some((word) => HUMAN_CARE.has(word)) ? LISTS.toReversed() : LISTS
  for (const { strength, list, why } of order) {
    const word = found.find((each) => list.has(each))
    if (word) return { strength, why: `"${word}" ${why}.` }
  }
  return null
}
