import type { DocumentJson } from '#app/document/document-json.ts'
import { textBlocks } from '#app/document/text-blocks.ts'
import { type Context, type Finding, lint } from '#app/linter/index.ts'

export type WordingNote = Finding & { sectionId: string; itemId: string | null }

/** Every phrase with a note that stands, by the words and levels of the organisation; kept sentences have none. */
export function standingNotes(
  document: DocumentJson,
  keptKeys: ReadonlySet<string>,
  context: Context | undefined,
): WordingNote[] {
  const blocks = textBlocks(document)
  const places = new Map(blocks.map((block) => [block.id, block]))
  return lint(blocks, context)
    .filter((finding) => !keptKeys.has(finding.keepKey))
    .map((finding) => {
      const { sectionId = '', itemId = null } = places.get(finding.blockId) ?? {}
      return { ...finding, sectionId, itemId }
    })
}

/** Those that are counted: what is only a hint for the side column is not. */
export function countedNotes(notes: WordingNote[]): WordingNote[] {
  return notes.filter(({ level }) => level !== 'info')
}
