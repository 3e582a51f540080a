import { z } from 'zod'
import { createPerson } from '#app/people/auth.server.ts'
import { listPeople, type ManagedPerson } from '#app/people/find-people.server.ts'
import { accountExists } from '#app/people/first-admin.server.ts'
import { changeRole, type Managed, restorePerson, suspendPerson } from '#app/people/manage-person.server.ts'
import { oneTimeToken } from '#app/people/one-time-token.server.ts'
import { operator } from '#app/people/operator.ts'
import { resetTokenFor } from '#app/people/password-reset.server.ts'
import { serverAddress } from '#app/server/server-address.ts'
import type { CommandOutcome, DatabaseCommand } from './command.ts'

export const UserInput = z.discriminatedUnion('act', [
  z.object({ act: z.literal('list') }),
  z.object({ act: z.literal('create'), email: z.string(), name: z.string(), admin: z.boolean() }),
  z.object({ act: z.enum(['reset-password', 'suspend', 'restore', 'make-admin']), email: z.string() }),
])
type Runtime = Parameters<DatabaseCommand>[0]

/** What `user` does where the database is. Whoever holds the data folder may do what an admin may. */
export const manageUsers: DatabaseCommand = async (runtime, given) => {
  const input = UserInput.parse(given)
  if (input.act === 'list') return done(table(await listPeople(runtime.db, operator)))
  if (input.act === 'create') return create(runtime, input)
  const email = input.email.trim().toLowerCase()
  const person = (await listPeople(runtime.db, operator)).find((candidate) => candidate.email === email)
  if (!person) return refused(`Nobody here has the e-mail address ${email}. "user list" shows everyone.`)
  switch (input.act) {
    case 'reset-password':
      if (person.suspended) return refused(`${email} is suspended. First: user restore ${email}`)
      return done(await passwordLink(runtime, email))
    case 'suspend': {
      const outcome = await suspendPerson(runtime.db, operator, person.id)
      if (outcome.ok) runtime.live.close({ personId: person.id })
      return said(outcome, `${email} is suspended: signed out everywhere, and nothing they wrote is lost.`)
    }
    case 'restore':
      return said(await restorePerson(runtime.db, operator, person.id), `${email} can sign in again.`)
    case 'make-admin':
      return said(await changeRole(runtime.db, operator, person.id, 'admin'), `${email} is an admin now.`)
  }
}

async function create(
  runtime: Runtime,
  { email, name, admin }: { email: string; name: string; admin: boolean },
): Promise<CommandOutcome> {
  if (!(await accountExists(runtime.db)))
    return refused(
      `Nothing is set up yet. Open ${serverAddress(runtime.environment)} and make the first account there.`,
    )
  // A password that nobody knows, until the link is used.
  const password = oneTimeToken().token
  const made = await createPerson(runtime.db, { email, name, password, role: admin ? 'admin' : 'member' })
  if (!made.ok) return refused(`Someone here has the e-mail address ${email} already.`)
  return done(`${name} <${email}> is ${admin ? 'an admin' : 'a member'} now.\n${await passwordLink(runtime, email)}`)
}

async function passwordLink({ db, environment }: Runtime, email: string): Promise<string> {
  const token = await resetTokenFor(db, email)
  const link = new URL(`/reset-password/${token}`, serverAddress(environment))
  return `With this link ${email} chooses a password, once, within an hour:\n${link}`
}

function table(people: ManagedPerson[]): string {
  if (people.length === 0) return 'Nobody yet.'
  const widest = Math.max(...people.map(({ email }) => email.length))
  return people
    .map(({ email, name, role, suspended }) =>
      `${email.padEnd(widest)}  ${role.padEnd(6)}  ${name}${suspended ? '  (suspended)' : ''}`.trimEnd(),
    )
    .join('\n')
}

function said(outcome: Managed, words: string): CommandOutcome {
  if (outcome.ok) return done(words)
  if (outcome.reason === 'last-admin')
    return refused('This is the last admin. Make someone else an admin first: user make-admin E-MAIL')
  return refused('This person is not here any more.')
}

function done(words: string): CommandOutcome {
  return { exitCode: 0, output: `${words}\n` }
}

function refused(problem: string): CommandOutcome {
  return { exitCode: 1, output: '', problem }
}
