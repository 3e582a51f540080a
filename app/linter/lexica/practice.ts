// The vocabulary of the practice, and technical senses of words that judge people elsewhere.
import { allOf, verbs, words } from '../words.ts'

/** Work that both judges whoever does it badly and, as a subject, stands for those who do it. */
const work = words(`
  analysis attention care communication coordination coverage diligence evaluation handover investigation planning
  preparation review+ test+ testing training understanding validation verification
`)

/** Things people do or have in their work: too little of it judges somebody; too little memory does not. */
export const humanWork = allOf(
  work,
  words(`
  awareness collaboration discipline experience expertise familiarity handoff involvement judgement judgment knowledge
  leadership oversight ownership rehearsal remediation scrutiny skills thought
`),
)

/** What people do to find out: as a subject it stands for those who do it. */
export const practices = allOf(
  work,
  words(`
  assessment audit+ check+ checklist discussion escalation inspection look monitoring pair practice+ procedure+
  process qa rehearsal+ response reviewing runbook+
`),
)
export const humanPlans = words('assumption+ choice+ decision+ design practice+ process strategy+ trust')

/** What holds a danger off; behind them an accident or an error is a purpose, not a cause. */
export const warding = words(`
  avoid* blameless ca can cannot chance+ could easier easy eliminate* ensure* guard* harder if impossible likelihood
  may might minimise* mitigate* possibility possible potential potentially prevent* prone protect* reduce* risk+
  safeguard will would
`)

/** Doubt and belief: an explanation as somebody saw it then. */
export const believing = words(`
  idea assume* believe* consider* guess* initially maybe perhaps speculate* suggested suspect* think* unclear whether
`)

export const characterAdjectives = words(`
  amateurish careless clueless foolish inattentive incompetent irresponsible lazy negligent reckless sloppy stupid
  thoughtless unprofessional
`)
export const characterAdverbs = words('carelessly foolishly irresponsibly negligently recklessly sloppily stupidly')
export const characterNouns = words(`
  carelessness idiot+ incompetence laziness negligence recklessness sloppiness stupidity
`)

/** How people are asked to be: a state of mind, which no system holds. */
export const attentive = words(`
  alert attentive aware careful cautious conscious diligent disciplined familiar mindful patient proactive thorough
  vigilant
`)

/** Of work: too little, or done badly. */
export const scant = words(`
  bad improper inadequate incomplete inconsistent insufficient lacking lax naive limited little minimal patchy poor
  poorly rushed substandard superficial terrible weak
`)

/** Of work: as it is wished for. */
export const asPlanned = words(`
  adequately appropriately carefully closely correctly effectively fully properly sufficiently thoroughly well
`)

/** How somebody fell short, as a noun that is said of people only. */
export const slips = words(`
  blunder+ misjudgement+ misjudgment+ miscalculation+ miscommunication+ misstep+ mistake+ oversight+
`)

/** How work is meant to be done, as it is written down. */
export const written = words(`
  checklist guideline+ instructions playbook policy+ procedure+ process+ protocol+ rule+ runbook+
`)

/** Work that is done well or badly: a passive of it judges somebody, named or not. */
export const worked = verbs(`
  check choose communicate consider coordinate define design do document estimate execute handle implement maintain
  manage organise perform plan prepare prioritise review scope test think time train understand validate verify vet
  write
`).participle
