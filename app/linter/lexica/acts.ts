// Verbs by what they claim about a human being. Irregular forms are known from irregular.ts.
import { verbs, words } from '../words.ts'

/** Acts that no program is expected to do, and that somebody may be said to owe. */
const owed = verbs(`
  address announce anticipate approve ask catch check communicate consider consult coordinate discuss document
  double-check escalate foresee inspect investigate involve notice plan prioritise raise rehearse report request
  review test think validate verify
`)

/** Acts somebody may be said to owe (B04). */
export const duty = verbs(
  `
  account act alert appreciate bother confirm examine follow inform look monitor notify prepare read realise respond
  tell try understand warn watch
`,
  owed,
)

/** Acts that no program is expected to do: "should have been reviewed" asks for a person even without one. */
export const humanOnly = verbs(
  'allow challenge commit declare do handle merge push question rush ship trust wave',
  owed,
)

/** What people do to a system. */
export const changing = verbs(`
  add apply archive assign ban break build cause change choose click close commission configure copy create
  decommission delete deploy destroy disable drop edit enable enter execute expose flag forget grant include install
  introduce launch leave migrate misconfigure modify move omit open override overwrite paste pick point press promote
  publish pull reboot release remove rename replace restart restore revoke roll run schedule select send set share
  shut sign start stop swap switch target terminate trigger turn type unplug unset update upgrade upload use wipe
`)

/** Acts only people do, so that a passive without an agent still points at a person. */
export const humanActs = verbs('', changing, humanOnly)

/** Acts with which somebody finds out how things are. */
export const testing = verbs('check confirm inspect look monitor review test validate verify watch')

/** Acts that leave a setting or a plan behind: "should have been set" asks for whoever had to set it. */
export const arranging = verbs(`
  add address align brief change clean configure disable enable fix implement include inform investigate involve
  isolate label limit make migrate perform pin put remove rename renew replace resolve respond rotate schedule set
  size split take train update upgrade write
`)

/** Acts with which a counterfactual closes the question: "we could have caught this". */
export const preventing = verbs(`
  anticipate avoid catch detect discover find foresee identify minimise mitigate notice prevent see spot stop uncover
`)

/** Noticing is knowledge: "we did not notice it until noon" is a fact about what could be seen. */
export const noticing = words('notice* understand')

/** What makes a belief a record of how it looked, rather than a reproach. */
export const reasons = words(`
  appeared assuming because believed believing given looked matched seemed since thinking thought
`)

/** Harm, with a person as its grammatical cause (B13). */
export const harming = words(`
  bork* botch* break* brick* caused corrupt* crash* destroy* leak* misconfigure* mistype* ruin* wipe* wreck*
`)
