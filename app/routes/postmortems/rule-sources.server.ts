import { examples } from '#app/linter/index.ts'

/** Where each rule comes from, by its id: shown on the card of a note. The editor's own copy of the rules has no sources. */
export function ruleSources(): Record<string, string> {
  return Object.fromEntries(Object.entries(examples).map(([id, { source }]) => [id, source]))
}
