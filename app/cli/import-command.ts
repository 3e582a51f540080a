import { readFile, stat } from 'node:fs/promises'
import { importProblem } from '#app/interchange/import-problem.ts'
import { importLimits } from '#app/interchange/refuse-before-parsing.ts'
import type { Command } from './command.ts'
import { importDryRun } from './import-dry-run.ts'
import { inServerOrHere } from './in-server-or-here.ts'
import { parseOptions } from './parse-options.ts'
import { UsageProblem } from './usage-problem.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'make drafts of Markdown files, or show what would become of them',
  help: `Usage: npm run -s candor -- import --as E-MAIL [--template KEY] FILE…
       npm run -s candor -- import --dry-run [--format pretty|json] FILE…

Each file becomes a draft that the person with this e-mail address owns; nobody else sees it.

  --as        whose drafts they will be
  --template  standard (default), light or security
  --dry-run   change nothing, print what was understood
  --format    of the dry run: pretty (default), or json, an array of { file, title, facts, sections, notes }

Exit codes: 0 done, 1 could not be done, 2 wrong use or a file that could not be read.
`,
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      'dry-run': { type: 'boolean', default: false },
      format: { type: 'string', default: 'pretty' },
      as: { type: 'string' },
      template: { type: 'string', default: 'standard' },
    })
    if (values.format !== 'pretty' && values.format !== 'json') {
      throw new UsageProblem(`--format is pretty or json, not "${values.format}".`)
    }
    if (positionals.length === 0) throw new UsageProblem('Name the files to import.')
    if (values['dry-run']) return (await importDryRun(positionals, values.format)).exitCode
    if (!values.as) throw new UsageProblem('Say whose drafts they will be: --as E-MAIL.')
    const files = []
    let unreadable = false
    for (const file of positionals) {
      const size = await stat(file).then(
        (found) => found.size,
        () => null,
      )
      if (size !== null && size <= importLimits.bytes) files.push({ file, source: await readFile(file, 'utf8') })
      else {
        const problem = size === null ? 'There is no such file.' : importProblem({ reason: 'too-large' })
        process.stderr.write(`${file}: ${problem}\n`)
        unreadable = true
      }
    }
    const input = { email: values.as, template: values.template, files }
    const exitCode = files.length > 0 ? await inServerOrHere('import', input) : 0
    return unreadable ? 2 : exitCode
  },
}
