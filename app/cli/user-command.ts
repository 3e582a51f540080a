import type { z } from 'zod'
import { emailField, nameField } from '#app/people/person-fields.ts'
import type { Command } from './command.ts'
import { inServerOrHere } from './in-server-or-here.ts'
import type { UserInput } from './manage-users.ts'
import { parseOptions } from './parse-options.ts'
import { UsageProblem } from './usage-problem.ts'

const acts = ['reset-password', 'suspend', 'restore', 'make-admin'] as const

export const userCommand: Command = {
  name: 'user',
  summary: 'list people, add one, make a password link, suspend, restore, make an admin',
  help: `Usage: npm run -s candor -- user list
       npm run -s candor -- user create --email E-MAIL --name NAME [--admin]
       npm run -s candor -- user reset-password E-MAIL
       npm run -s candor -- user suspend E-MAIL
       npm run -s candor -- user restore E-MAIL
       npm run -s candor -- user make-admin E-MAIL

  create          adds a person and prints a link with which they choose a password, once
  reset-password  prints such a link for someone who is here already
  suspend         signs someone out everywhere and keeps them out; what they wrote stays
  restore         lets them in again
  make-admin      also for when no admin is left

Links work for an hour. It may be used while the server runs.
Exit codes: 0 done, 1 could not be done, 2 wrong use.
`,
  async run(args) {
    return inServerOrHere('user', readInput(args))
  },
}

function readInput(args: string[]): z.input<typeof UserInput> {
  const { values, positionals } = parseOptions(args, {
    email: { type: 'string' },
    name: { type: 'string' },
    admin: { type: 'boolean' },
  })
  const [asked, given, ...more] = positionals
  if (!asked) throw new UsageProblem('Say what to do: list, create, reset-password, suspend, restore or make-admin.')
  if (more.length > 0) throw new UsageProblem(`"${more[0]}" is one word too many. Put a name in quotes.`)
  if (asked !== 'create' && (values.name !== undefined || values.admin))
    throw new UsageProblem('--name and --admin belong to "user create".')
  if (asked === 'list') {
    if (given !== undefined || values.email) throw new UsageProblem('"user list" takes nothing else.')
    return { act: 'list' }
  }
  const act = acts.find((known) => known === asked)
  if (!act && asked !== 'create') throw new UsageProblem(`"user" cannot "${asked}".`)
  const email = checked(emailField, values.email ?? given, 'Say whose: --email E-MAIL.')
  if (!act) {
    const name = checked(nameField, values.name, 'Say what they are called: --name "Ines Okafor".')
    return { act: 'create', email, name, admin: values.admin ?? false }
  }
  return { act, email }
}

function checked(field: z.ZodType<string>, given: string | undefined, missing: string): string {
  if (given === undefined) throw new UsageProblem(missing)
  const parsed = field.safeParse(given)
  if (parsed.success) return parsed.data
  throw new UsageProblem(`"${given}": ${parsed.error.issues[0]!.message}`)
}
