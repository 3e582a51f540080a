import { fileLimits, largestFile } from '#app/document/file-limits.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { addScrap, roomForScraps } from '#app/document/scraps.ts'
import type { ScrapFormat } from '#app/scraps/reading.ts'
import { sourceWords } from '#app/scraps/source-words.ts'
import type { EditorHost } from '../editor-host.ts'
import { sendFile } from '../files/send-file.ts'
import type { ScrapOffer } from './scrap-offer.ts'

/** "Slack", or "Slack, incident.txt". */
export function sourceOf({ name }: Pick<ScrapOffer, 'name'>, format: ScrapFormat | null): string {
  const source = format ? sourceWords[format].source : ''
  return [source.charAt(0).toUpperCase() + source.slice(1), name].filter(Boolean).join(', ').slice(0, 200) || 'Pasted'
}

/**
 * Keeps the whole original in the drawer, unless it stands there: as text, or as a file of the post-mortem where that has no room.
 * Answers why it is not kept, in words, or null.
 */
export async function keepSource(
  host: EditorHost,
  offer: ScrapOffer,
  format: ScrapFormat | null,
): Promise<string | null> {
  if (offer.scrapIds.length > 0) return null
  const place = sourceOf(offer, format)
  const kind = format ? 'source' : 'thought'
  const outcome = addScrap(host.shared, { text: offer.text, place, kind, ...(format && { format }) })
  if (outcome.ok) return null
  if (outcome.reason === 'empty') return 'It is empty.'
  const name = offer.name || `${place.toLowerCase().replace(/\W+/g, '-')}.txt`
  return keepFile(host, new File([offer.text], name, { type: 'text/plain' }), format)
}

/** Keeps a file in the drawer; answers why it is not kept, in words, or null. */
export async function keepFile(
  host: EditorHost,
  file: File,
  format: ScrapFormat | null = null,
): Promise<string | null> {
  if (file.size > fileLimits.bytes) return `“${file.name}” is larger than ${largestFile}. Keep it where it is.`
  if (file.size === 0) return `“${file.name}” is empty.`
  const id = `${newItemId()}${newItemId()}`
  const sent = await sendFile(file, id, host.reference, () => {}, new AbortController().signal)
  if (!sent.ok) {
    return sent.reason === 'refused'
      ? sent.problem
      : 'Files can be kept while the server is reached. Try again when the connection is back.'
  }
  const { name, bytes, mediaType } = sent.file
  addScrap(host.shared, {
    text: name,
    place: '',
    kind: 'file',
    file: { id: sent.file.id, name, bytes, mediaType },
    ...(format && { format }),
  })
  return null
}

/** Where the original goes that is longer than the drawer takes as text. */
export const asFileWords = `The drawer holds ${roomForScraps / 1_000_000} million characters of text; this original is kept there as a file.`
