import type { EditorView } from '@tiptap/pm/view'
import type { Evidence } from '#app/document/items.ts'
import { isSafeImage } from '#app/document/safe-image.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { type LightboxImage, openLightbox } from '#app/ui/lightbox.ts'

/** Shows the images of the document, in its order, beginning with one. */
export function showImages(view: EditorView, fileId: string, zone: string): void {
  const images: (LightboxImage & { fileId: string })[] = []
  view.state.doc.descendants(({ type, attrs }) => {
    for (const piece of (attrs.evidence ?? []) as Evidence[]) {
      if (piece.fileId && isSafeImage(piece.mediaType)) images.push(imageOf(piece.fileId, piece, detailOf(piece, zone)))
    }
    if (type.name === 'image' && attrs.fileId)
      images.push(imageOf(attrs.fileId, attrs as { name: string; alt: string }))
    return !type.isTextblock
  })
  const start = images.findIndex((image) => image.fileId === fileId)
  if (start !== -1) openLightbox(images, start)
}

function imageOf(fileId: string, { name, alt }: { name: string; alt: string }, detail?: string) {
  return { fileId, src: `/files/${fileId}`, alt, name, detail }
}

function detailOf({ source, capturedAt }: Evidence, zone: string): string {
  const captured = capturedAt && `captured ${formatMoment({ at: capturedAt, zone })}`
  return [source, captured].filter(Boolean).join(', ')
}
