// Who can be the subject of a human act. There is no list of first names: people come from the roster and mentions.
import { words } from '../words.ts'

/** Nouns that are always a human being in a post-mortem. Singular; the plural is understood. */
export const roles = words(`
  engineer developer programmer sre dba on-call oncall on-caller responder commander reviewer author approver deployer
  maintainer admin administrator sysadmin technician lead intern contractor colleague analyst staffer employee
  contributor committer designer architect director executive cto ceo tester teammate coworker co-worker
  researcher person individual human man woman newcomer junior senior trainee apprentice
  clerk nurse coordinator volunteer moderator specialist consultant freelancer instructor
`)

/** Nouns that are people only as a group. */
export const groups = words(`
  team squad crew staff department management leadership people personnel folks guys devs engineering qa
  ops devops operations sres everybody everyone members volunteers
`)

/** Persons nobody names. */
export const indefinite = words('someone somebody nobody anyone anybody everyone everybody whoever none')

/** Software as often as people: software unless something near says otherwise, or the house words do. */
export const twoFaced = words(`
  operator agent worker controller scheduler planner supervisor driver runner leader follower primary secondary
  master broker consumer producer client owner watcher guard janitor manager member resolver support dispatcher
  builder observer publisher crawler provider handler group shift champion editor assistant partner integrator
`)

/** What makes a two-faced noun a person when it stands before it: "the duty manager", "a human operator". */
export const humanModifiers = words(`
  human duty shift release incident engineering product project programme program capacity line account delivery
  floor night day on-call oncall on-duty senior junior service-desk helpdesk people general operations
`)

/** What makes "group" a team when it stands before it; "consumer group" and "security group" stay software. */
export const groupModifiers = words(
  'platform data engineering infrastructure infra network support product working ops operations storage payments',
)

/** What makes a two-faced noun a person when it stands behind it: "the operator on shift". */
export const humanTails = words('shift duty call rota rotation')

/** People the incident happened to, or who are outside of it: never owed a duty here. */
export const outsiders = words(`
  user customer client-side visitor reader student shopper passenger subscriber attacker intruder hacker adversary
  vendor supplier partner researcher-outside guest buyer seller player merchant patient
  victim spammer bot provider upstream community public
`)
