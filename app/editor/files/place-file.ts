import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { Evidence } from '#app/document/items.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { isSafeImage } from '#app/document/safe-image.ts'
import { formatBytes } from '#app/ui/format-bytes.ts'
import { findById, setAttributes } from '../item-acts.ts'
import type { ArrivedFile } from './upload.ts'

/** Adds a file to the evidence of an item; false when the item is gone meanwhile. */
export function addEvidence(view: EditorView, itemId: string, file: ArrivedFile, capturedAt: string): boolean {
  const found = findById(view.state.doc, itemId)
  if (!found) return false
  const piece = Evidence.parse({ ...file, id: newItemId(), kind: 'file', fileId: file.id, capturedAt })
  setAttributes(view, itemId, { evidence: [...((found.node.attrs.evidence as Evidence[] | undefined) ?? []), piece] })
  return true
}

/**
 * Puts a file into the text at a position: an image as one, anything else as a line that links to it. Without a position, at
 * the end of the document. Resolves to whether it is shown as an image.
 */
export async function putIntoText(view: EditorView, file: ArrivedFile, at: number | null): Promise<boolean> {
  const size = isSafeImage(file.mediaType) ? await sizeOf(file.id) : null
  if (view.isDestroyed) return false
  const { schema } = view.state
  const node = size
    ? schema.nodes.image!.create({ fileId: file.id, name: file.name, ...size })
    : schema.nodes.paragraph!.create(null, [
        schema.text(file.name, [schema.marks.link!.create({ href: `/files/${file.id}` })]),
        schema.text(` (${formatBytes(file.bytes)})`),
      ])
  insertBlock(view, at ?? view.state.doc.content.size - 1, node)
  return size !== null
}

/** Between blocks: after the one the position is in, or before it where it is empty, so that a line to go on in is left. */
function insertBlock(view: EditorView, at: number, node: DocumentNode): void {
  const { tr, doc, schema } = view.state
  const $at = doc.resolve(Math.min(at, doc.content.size))
  const { parent } = $at
  if (!parent.isTextblock) tr.insert($at.pos, node)
  else if (parent.content.size === 0) tr.insert($at.before(), node)
  else {
    const isLast = $at.indexAfter(-1) === $at.node(-1).childCount
    tr.insert($at.after(), isLast ? [node, schema.nodes.paragraph!.create()] : node)
  }
  view.dispatch(tr)
}

/** The size of an image in pixels, turned as it is shown; null when no browser can show it. */
async function sizeOf(fileId: string): Promise<{ width: number; height: number } | null> {
  const image = new Image()
  image.src = `/files/${fileId}`
  try {
    await image.decode()
    return { width: image.naturalWidth, height: image.naturalHeight }
  } catch {
    return null
  }
}
