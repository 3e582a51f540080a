import type { EditorView } from '@tiptap/pm/view'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { lintedAs, textBlock, writtenBlocks } from '#app/document/text-blocks.ts'
import { lintBlock, loadRewriting, type Rewrite, type TextBlock } from '#app/linter/index.ts'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { findById } from './item-acts.ts'
import { putWording } from './put-wording.ts'

export interface OfferedRewrite extends Rewrite {
  /** Puts it into the text; false when the sentence has become another one meanwhile. */
  put: () => boolean
}

/** Another wording for the sentence of a note, read again with the house's words. What finds it is fetched with the first card. */
export async function findRewrite(
  view: EditorView,
  host: EditorHost,
  note: PlacedNote,
): Promise<OfferedRewrite | null> {
  const { proposeRewrite } = await loadRewriting()
  const block = blockOf(view.state.doc, note)
  if (!block || block.text.slice(note.from, note.to) !== note.excerpt) return null
  const rewrite = proposeRewrite(note, block, (again) => lintBlock(again, host.options.language))
  return rewrite && { ...rewrite, put: () => putWording(view, note, rewrite) }
}

/** The text that a note was found in, as the linter reads it. */
function blockOf(doc: EditorView['state']['doc'], note: PlacedNote): TextBlock | undefined {
  const $at = doc.resolve(Math.min(note.start, doc.content.size))
  if ($at.depth === 0) return undefined
  const section = lintedAs($at.node(1).attrs as SectionAttributes)
  if (note.attribute === null) return textBlock($at.parent.toJSON(), section, note.blockId)
  const item = note.itemId ? findById(doc, note.itemId)?.node : undefined
  const written = item ? writtenBlocks({ type: item.type.name, attrs: item.attrs }, section) : []
  return written.find(({ attribute }) => attribute === note.attribute)
}
