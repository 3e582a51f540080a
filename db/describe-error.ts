export interface DescribedError {
  type: string
  message: string
  code?: string
  stack: string
  cause?: DescribedError
}

/**
 * An error for a log, without the values it carries: a query that fails brings its parameters along, which are texts of
 * drafts, addresses and hashes, and PostgreSQL's details repeat them.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is no error was thrown', stack: '' }
  const { name, message, stack = '', cause } = error
  const words = message.split('\nparams: ')[0]!
  // The frames follow the message, whatever stands in it: a pasted text may hold lines that look like frames.
  const from = stack.indexOf(message)
  const frames = from === -1 ? '' : stack.slice(from + message.length)
  const { code } = error as Error & { code?: unknown }
  return {
    type: error.constructor.name || name,
    message: words,
    ...(code === undefined ? {} : { code: String(code) }),
    stack: `${words}${frames}`,
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  }
}
