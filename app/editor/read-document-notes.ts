import { type Context, type DocumentNote, documentNotes, lintBlock } from '#app/linter/index.ts'
import type { Outline } from './read-outline.ts'

/** Keys of notes that were kept; the shared map of them. */
type Kept = Pick<ReadonlyMap<string, unknown>, 'has'>

/**
 * The notes on the document as a whole that nobody has left be. A section that is left out counts for nothing, nor does a
 * change that will not be made; a sentence that was kept in a cause is no reason to speak of it again here.
 */
export function readDocumentNotes({ causes, changes, leftOut }: Outline, kept: Kept, context: Context): DocumentNote[] {
  const shown = <Item>(items: Map<string, Item>) => [...items].filter(([id]) => !leftOut.has(id))
  const notes = documentNotes(
    shown(causes).map(([id, { text, changes: linked, attributes }]) => ({
      id,
      text,
      changes: linked,
      isAnswered: Boolean(attributes.noChangeBecause),
    })),
    shown(changes)
      .filter(([, { attributes }]) => attributes.decision !== 'not-doing')
      .map(([id, { text, attributes }]) => ({ id, text, strength: attributes.strength ?? undefined })),
    (text) =>
      lintBlock({ id: 'cause', section: 'causes', kind: 'text', text }, context).filter(
        ({ keepKey }) => !kept.has(keepKey),
      ),
  )
  return notes.filter(({ keepKey }) => !kept.has(keepKey))
}
