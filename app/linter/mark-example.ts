import type { Finding } from './block.ts'
import type { Linter } from './linter.ts'
import type { Example } from './rule.ts'

/** The text of an example, with its brackets. */
export function textOf(example: Example): string {
  return typeof example === 'string' ? example : example.text
}

/** What a linter finds in an example; brackets are taken off first. */
export function findingsIn(linter: Linter, example: Example): Finding[] {
  const { text, section = 'causes', people, systems } = typeof example === 'string' ? { text: example } : example
  const block = { id: 'example', section, kind: 'text', text: withoutBrackets(text) } as const
  return linter.lint([block], { people, systems })
}

/** The example again, with brackets where a linter finds something. */
export function markedBy(linter: Linter, example: Example): string {
  let text = withoutBrackets(textOf(example))
  for (const { from, to } of findingsIn(linter, example).toReversed()) {
    text = `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`
  }
  return text
}

function withoutBrackets(text: string): string {
  return text.replaceAll(/[[\]]/g, '')
}
