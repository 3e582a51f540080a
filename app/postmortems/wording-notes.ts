import type { DocumentJson } from '#app/document/document-json.ts'
import { textBlocks } from '#app/document/text-blocks.ts'
import { type Context, type Finding, lint } from '#app/linter/index.ts'

export type WordingNote = Finding & { sectionId: string; itemId: string | null }

/** Phrases that still carry a note: what is only a hint for the side column is none, kept sentences are none. */
export function wordingNotes(document: DocumentJson, keptKeys: ReadonlySet<string>, context?: Context): WordingNote[] {
  const blocks = textBlocks(document)
  const places = new Map(blocks.map((block) => [block.id, block]))
  return lint(blocks, context)
    .filter((finding) => finding.level !== 'info' && !keptKeys.has(finding.keepKey))
    .map((finding) => {
      const { sectionId = '', itemId = null } = places.get(finding.blockId) ?? {}
      return { ...finding, sectionId, itemId }
    })
}
