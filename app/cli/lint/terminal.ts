import type { Terminal } from '#app/linter/index.ts'

/**
 * How standard output is to be written to: `NO_COLOR` and `FORCE_COLOR` as at no-color.org and force-color.org, the
 * width of the terminal or of `COLUMNS`.
 */
export function terminalOf(stream: { isTTY?: boolean; columns?: number }, environment: NodeJS.ProcessEnv): Terminal {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, TERM } = environment
  const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  const colour = !NO_COLOR && (forced || (FORCE_COLOR === undefined && Boolean(stream.isTTY) && TERM !== 'dumb'))
  const width = stream.columns || Number(COLUMNS)
  return { colour, width: Number.isInteger(width) && width > 0 ? width : 100 }
}
