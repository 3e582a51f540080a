// Who can be the subject of a human act. There is no list of first names: people come from the roster and mentions.
import { words } from '../words.ts'

/** Nouns that are always a human being in a post-mortem. Singular; the plural is understood. */
export const roles = words(`
  admin administrator analyst approver architect author captain ceo colleague commander contractor contributor
  coordinator dba deployer developer director employee engineer human individual intern junior lead maintainer man
  newcomer officer on-call oncall partner person programmer researcher responder reviewer senior specialist sre
  sysadmin teammate technician tester trainee volunteer woman
`)

/** Nouns that are people only as a group. */
export const groups = words(`
  crew department devops devs engineering folks leadership management members operations ops people personnel qa squad
  staff team volunteers
`)

/** Persons nobody names. */
export const indefinite = words('anybody anyone everybody everyone nobody somebody someone whoever')

/** Software as often as people: software unless something near says otherwise, or the house words do. */
export const twoFaced = words(`
  agent assistant broker builder client consumer controller dispatcher driver editor follower group guard handler
  leader manager master member observer operator owner planner primary producer publisher resolver runner scheduler
  secondary shift supervisor support watcher worker
`)

/** What makes a two-faced noun a person when it stands before it: "the duty manager", "a human operator". */
export const humanModifiers = words(`
  capacity day duty floor human incident junior night on-call on-duty oncall product project release senior shift
`)

/** What makes "group" a team when it stands before it; "consumer group" and "security group" stay software. */
export const groupModifiers = words(`
  data engineering infra infrastructure network operations ops platform product storage support
`)

/** What makes a two-faced noun a person when it stands behind it: "the operator on shift". */
export const humanTails = words('call duty rota rotation shift')

/** People the incident happened to, or who are outside of it: never owed a duty here. */
export const outsiders = words(
  'attacker bot community customer hacker provider student supplier upstream user vendor visitor',
)
