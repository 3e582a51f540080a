import type { OpenRuntime } from '#app/server/open-runtime.ts'

/** What the command line sends to a running server: the command's name and its parsed input, plain JSON. */
export interface CommandRequest {
  command: string
  input: unknown
}
/** `output` goes to standard output, `problem` to standard error; 0 done, 1 could not be done, 2 asked for wrongly. */
export interface CommandOutcome {
  exitCode: number
  output: string
  problem?: string
}
/** A command that needs the database; it runs in the server where one is running, else here. */
export type DatabaseCommand = (runtime: OpenRuntime, input: unknown) => Promise<CommandOutcome>

export interface Command {
  name: string
  summary: string
  /** The whole `--help`. */
  help: string
  run(args: string[]): Promise<number | undefined>
}
