import { StartProblem } from '#db/start-problem.ts'
import type { Command } from './command.ts'
import { UsageProblem } from './usage-problem.ts'

/** Each is loaded when it is asked for: what lints a text in a commit hook has no server to load. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve-command.ts')).serveCommand,
  migrate: async () => (await import('./migrate-command.ts')).migrateCommand,
  import: async () => (await import('./import-command.ts')).importCommand,
  rebuild: async () => (await import('./rebuild-command.ts')).rebuildCommand,
  lint: async () => (await import('./lint-command.ts')).lintCommand,
  user: async () => (await import('./user-command.ts')).userCommand,
  demo: async () => (await import('./demo-command.ts')).demoCommand,
}

/**
 * The command line. Resolves to the exit code: 0 done, 1 could not be done, 2 asked for wrongly; undefined while a
 * server goes on running.
 */
export async function candor(args: string[]): Promise<number | undefined> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') {
    const asked = await commandOf(rest[0])
    process.stdout.write(asked ? asked.help : await overview())
    return 0
  }
  const command = await commandOf(name)
  if (!command) {
    process.stderr.write(`There is no command "${name}". ${await overview()}`)
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

async function commandOf(name = ''): Promise<Command | null> {
  return Object.hasOwn(commands, name) ? commands[name]!() : null
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const width = Math.max(...all.map((command) => command.name.length))
  const lines = all.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return `Usage: npm run -s candor -- COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\n"COMMAND --help" says more about one of them.\n`
}
