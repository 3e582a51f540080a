import { askRunningServer } from '#app/server/control-socket.ts'
import { readEnvironment } from '#app/server/environment.ts'
import { openRuntime } from '#app/server/open-runtime.ts'
import type { CommandOutcome } from './command.ts'
import { commandsWithDatabase } from './commands.ts'

/** Carries a command out in the running server, or here when none runs on this data folder; prints and returns its exit code. */
export async function inServerOrHere(command: keyof typeof commandsWithDatabase, input: unknown): Promise<number> {
  const environment = readEnvironment()
  const outcome =
    (await askRunningServer(environment.DATA_DIR, { command, input })) ?? (await here(command, input, environment))
  if (outcome.output) process.stdout.write(outcome.output)
  if (outcome.problem) process.stderr.write(`${outcome.problem}\n`)
  return outcome.exitCode
}

async function here(
  command: keyof typeof commandsWithDatabase,
  input: unknown,
  environment: ReturnType<typeof readEnvironment>,
): Promise<CommandOutcome> {
  const runtime = await openRuntime({ ...environment, LOG_LEVEL: 'warn' })
  try {
    return await commandsWithDatabase[command]!(runtime, input)
  } finally {
    await runtime.close(8_000)
  }
}
