export type TypeaheadKind = 'command' | 'mention' | 'postmortem'

/**
 * Whether a letter typed after `before` opens a list: `/` and `@` at the start of a line or after a space (`and/or` and
 * addresses are left alone), the second `[`, and the dash of `PM-`. `sign` is all of what calls the list.
 */
export function triggerBefore(before: string, typed: string): { kind: TypeaheadKind; sign: string } | null {
  if (typed === '/') return /^$|\s$/.test(before) ? { kind: 'command', sign: '/' } : null
  if (typed === '@') return /^$|[\s(“"]$/.test(before) ? { kind: 'mention', sign: '@' } : null
  if (typed === '[') return /(?:^|[^[])\[$/.test(before) ? { kind: 'postmortem', sign: '[[' } : null
  if (typed === '-') return /(?<![\p{L}\p{N}/-])PM$/u.test(before) ? { kind: 'postmortem', sign: 'PM-' } : null
  return null
}
