import { numberIn } from '#app/postmortems/reference.ts'
import type { Command } from './command.ts'
import { inServerOrHere } from './in-server-or-here.ts'
import { parseOptions } from './parse-options.ts'
import { UsageProblem } from './usage-problem.ts'

export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: 'derive the rows of library and lists from the documents again',
  help: `Usage: npm run -s candor -- rebuild [PM-17 …]

Everything that is searched and listed is derived from documents and published versions. This derives it
again, for all post-mortems or for those named, and prints how many rows each has. Texts, versions, readers
and dates stay untouched. It can be repeated at any time, also while the server runs.

Exit codes: 0 done, 1 some could not be rebuilt, 2 wrong use.
`,
  async run(args) {
    const { positionals } = parseOptions(args, {})
    const numbers = positionals.map((reference) => {
      const number = numberIn(reference)
      if (number === null) throw new UsageProblem(`"${reference}" is not the number of a post-mortem, such as PM-17.`)
      return number
    })
    return inServerOrHere('rebuild', { numbers: numbers.length > 0 ? [...new Set(numbers)] : undefined })
  },
}
