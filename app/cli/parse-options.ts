import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageProblem } from './usage-problem.ts'

/** `parseArgs` of Node, with a wrong option as a UsageProblem. */
export function parseOptions<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageProblem((error as Error).message.split('\n')[0])
  }
}
