import { mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CommandOutcome, CommandRequest } from '#app/cli/command.ts'
import { commandsWithDatabase } from '#app/cli/commands.ts'
import type { OpenRuntime } from './open-runtime.ts'

const socketIn = (dataDir: string) => join(dataDir, 'control.sock')

/**
 * Lets commands on the same machine go through the running server, which alone may write to an embedded database and
 * to documents that are open. Whoever may write to the socket may do everything: it is its owner's alone.
 */
export async function listenForCommands(dataDir: string, runtime: OpenRuntime): Promise<Server> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  // With the folder's lock held, a socket that is still there belongs to a server that was killed.
  rmSync(socketIn(dataDir), { force: true })
  const server = createServer({ allowHalfOpen: true }, async (connection) => {
    try {
      const { command, input } = JSON.parse(await text(connection)) as CommandRequest
      const run = commandsWithDatabase[command]
      const outcome: CommandOutcome = run
        ? await run(runtime, input)
        : { exitCode: 2, output: '', problem: `The running server knows no command "${command}".` }
      connection.end(JSON.stringify(outcome))
    } catch (error) {
      runtime.log.error({ err: error }, 'a command failed')
      connection.end(
        JSON.stringify({
          exitCode: 1,
          output: '',
          problem: 'The running server could not carry it out; its log says why.',
        }),
      )
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // The folder may be an older one that others can enter: the socket itself is the owner's alone, from its first moment.
    const before = process.umask(0o077)
    server.listen(socketIn(dataDir), resolve)
    process.umask(before)
  })
  return server
}

/** Asks the running server to carry a command out, or resolves to null when none runs on this data folder. */
export function askRunningServer(dataDir: string, request: CommandRequest): Promise<CommandOutcome | null> {
  return new Promise((resolve, reject) => {
    const connection = connect(socketIn(dataDir))
    connection.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTSOCK') resolve(null)
      else reject(error)
    })
    connection.once('connect', async () => {
      connection.end(JSON.stringify(request))
      resolve(JSON.parse(await text(connection)) as CommandOutcome)
    })
  })
}
