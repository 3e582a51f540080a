// Verbs by what they claim about a human being.
import { verbs, words } from '../words.ts'

/** Acts somebody may be said to owe (B04). */
export const duty = verbs(`
  check verify validate test review read/read follow notice escalate notify communicate document monitor respond
  catch/caught confirm ask inspect examine consult raise report inform warn double-check consider announce
  investigate realise realize anticipate plan/planned think/thought coordinate alert raise request bother foresee/foresaw/foreseen
  account address prioritise prioritize rehearse approve appreciate involve
`)

/** Noticing is knowledge: "we did not see it until noon" is a fact about what could be seen. */
export const noticing = words('notice noticed realise realised realize realized monitor respond read alert')

/** What makes a belief a record of how it looked, rather than a reproach. */
export const reasons = words(
  'because since given as assuming believing believed thinking thought looked seemed appeared matched',
)

/** Acts only people do, so that a passive without an agent still points at a person. */
export const humanActs = verbs(`
  merge approve rush review deploy release push/pushed ship/shipped commit/committed run/ran/run/running delete remove drop/dropped
  revoke rename configure misconfigure set/set/set/setting change edit add modify enable disable apply enter type copy paste
  leave/left send/sent publish switch roll introduce commission sign choose/chose/chosen test check verify document
  communicate escalate announce notice catch/caught handle plan/planned wave do/did/done omit/omitted include assign
  upload point install uninstall upgrade share grant turn stop/stopped close open terminate destroy wipe create
  reboot override/overrode/overridden overwrite/overwrote/overwritten unplug/unplugged press click promote
  deprovision decommission forget/forgot/forgotten use target execute launch unset schedule report address declare announce request set-up set/set
`)

/** Acts that no program is expected to do: "should have been reviewed" asks for a person even without one. */
export const humanOnly = verbs(`
  merge approve rush review push/pushed ship/shipped commit/committed test check verify document communicate escalate
  notice catch/caught handle plan/planned wave report address declare announce request consult discuss prioritise
  prioritize allow trust ask consider do/did/done think/thought involve coordinate question challenge
`)

/** Acts that leave a setting or a plan behind: "should have been set" asks for whoever had to set it. */
export const arranging = verbs(`
  set/set configure update add change include upgrade fix address implement take/took/taken make/made put/put/put/putting
  write/wrote/written split/split remove disable enable schedule replace rotate renew migrate rename pin/pinned isolate limit
  align clean investigate resolve mitigate perform inform involve train brief respond label size
`)

/** Acts with which a counterfactual closes the question: "we could have caught this". */
export const preventing = verbs(`
  catch/caught notice avoid prevent detect spot/spotted stop/stopped find/found see/saw/seen foresee/foresaw/foreseen
  anticipate identify discover minimise minimize mitigate uncover
`)

/** Acts of the mind: with "mistakenly" or "wrongly" before them somebody judged. */
export const minding = words(`
  thought assumed believed assessed judged concluded decided considered interpreted understood expected diagnosed
  identified attributed estimated dismissed blamed advised told informed suspected stated
`)

/** Leaving out (B03), with "to" behind them. */
export const omitting = words('failed forgot forgotten neglected omitted refused declined')

/** Leaving out, with an object behind them. */
export const missing = words('forgot forget overlooked neglected missed misremembered')

/** Harm, with a person as its grammatical cause (B13). */
export const harming = words(
  'broke crashed wiped destroyed corrupted leaked caused wrecked ruined killed botched bricked borked misconfigured mistyped',
)

/** Harm in the causes, an ordinary act in a timeline. */
export const harmingInCauses = words('deleted dropped erased exposed')
