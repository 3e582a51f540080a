import { words } from './words.ts'

/** How much a change leaves to memory: the action hierarchy of the NCPS and of RCA2, in software terms. */
export type Strength = 'stronger' | 'intermediate' | 'weaker'

const LISTS: { strength: Strength; list: ReadonlySet<string>; why: string }[] = [
  {
    strength: 'stronger',
    list: words(`
      refuse refuses refused reject rejects block blocks prevent prevents enforce enforces enforced require requires required
      remove removes removed delete drop drops replace replaces default defaults automatic automatically automate automates automated
      stop stops gate gates lock locks interlock impossible cannot cap caps cease ceases simplify simplifies merge merges standardise
      standardize expire expires revoke revokes rollback self-service guard guarded fail-safe read-only disable disables
      deny denies validate validates reverts immutable isolate isolates separates
    `),
    why: 'carries the step itself, whoever is there',
  },
  {
    strength: 'intermediate',
    list: words(`
      alert alerts alarm monitor monitors monitoring dashboard graph canary canaries limit limits replica redundancy
      redundant failover backup backups checklist drill drills exercise game simulation tabletop rehearse rehearses rehearsal staging
      timeout timeouts retry retries budget test tests probe check checks show shows label labels colour runbook template staffing
      rota spare cache queue log logs metric metrics display displays warn warns
    `),
    why: 'helps in the moment, if somebody looks',
  },
  {
    strength: 'weaker',
    list: words(`
      training reminder reminders careful awareness double-check doublecheck policy wiki memo attention vigilant manually
      workshop course always never ensure sure
    `),
    why: 'relies on somebody remembering it',
  },
]
/** Verbs that ask people for something when they open a change; further in, the same word may be a tool or a noun. */
const ASKING = words(`
  train retrain remind remember write document investigate look consider discuss review tell inform ask communicate analyse
  analyze study talk share avoid read email mail announce encourage educate make keep
`)
const CARE = LISTS[2]!.list
const MACHINE = words('automatic automatically automated automate ci pipeline bot script hook linter job gate model')
const PAGE = words('page pages')
const OPENING = words('we will should must to please start begin the a team everyone people engineers reviewers')

/**
 * Proposes how strong a change is from its wording, and says which word it went by. The author decides; null when
 * nothing speaks either way. What asks people for care is weaker even where it names a strong tool.
 */
export function strengthOf(text: string): { strength: Strength; why: string } | null {
  const found = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? []
  const at = found.findIndex((word) => !OPENING.has(word))
  const opening = found[at] ?? ''
  const isMachine = found.slice(0, at + 4).some((word) => MACHINE.has(word))
  if (!isMachine && ASKING.has(opening)) return proposed(LISTS[2]!, opening)
  if (PAGE.has(opening)) return proposed(LISTS[1]!, opening)
  const asksForCare = !isMachine && found.slice(0, at + 4).some((word) => CARE.has(word))
  for (const each of asksForCare ? LISTS.toReversed() : LISTS) {
    const word = found.find((one) => each.list.has(one))
    if (word) return proposed(each, word)
  }
  return null
}

function proposed({ strength, why }: (typeof LISTS)[number], word: string) {
  return { strength, why: `"${word}" ${why}.` }
}
