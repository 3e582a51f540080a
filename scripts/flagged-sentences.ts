import { type Example, examples, lint } from '#app/linter/index.ts'

/** Sentences of our own that the linter stops at when they stand in the causes: those of the rules' examples. */
export function flaggedSentences(): string[] {
  return Object.values(examples)
    .flatMap(({ flagged }) => flagged.map(plain))
    .filter((text) =>
      lint([{ id: '', section: 'causes', kind: 'text', text }]).some((finding) => finding.level !== 'info'),
    )
}

function plain(example: Example): string {
  return (typeof example === 'string' ? example : example.text).replaceAll(/[[\]]/g, '').replace(/^- /, '')
}
