import { StartProblem } from '#db/start-problem.ts'
import type { Command } from './command.ts'
import { demoCommand } from './demo-command.ts'
import { importCommand } from './import-command.ts'
import { lintCommand } from './lint-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { rebuildCommand } from './rebuild-command.ts'
import { serveCommand } from './serve-command.ts'
import { UsageProblem } from './usage-problem.ts'
import { userCommand } from './user-command.ts'

const commands: Command[] = [
  serveCommand,
  migrateCommand,
  importCommand,
  rebuildCommand,
  lintCommand,
  userCommand,
  demoCommand,
]

/**
 * The command line. Resolves to the exit code: 0 done, 1 could not be done, 2 asked for wrongly; undefined while a
 * server goes on running.
 */
export async function candor(args: string[]): Promise<number | undefined> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') {
    const asked = commands.find((command) => command.name === rest[0])
    process.stdout.write(asked ? asked.help : overview())
    return 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    process.stderr.write(`There is no command "${name}". ${overview()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  try {
    return await command.run(rest)
  } catch (error) {
    if (error instanceof UsageProblem) {
      process.stderr.write(`${error.message}\n\n${command.help}`)
      return 2
    }
    if (error instanceof StartProblem) {
      process.stderr.write(`${error.message}\n`)
      return 1
    }
    throw error
  }
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return `Usage: npm run -s candor -- COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\n"COMMAND --help" says more about one of them.\n`
}
