import { addScrap, roomForScraps } from '#app/document/scraps.ts'
import type { ScrapFormat } from '#app/scraps/reading.ts'
import { sourceWords } from '#app/scraps/source-words.ts'
import type { EditorHost } from '../editor-host.ts'
import type { ScrapOffer } from './scrap-offer.ts'

/** "Slack", or "Slack, incident.txt". */
export function sourceOf({ name }: Pick<ScrapOffer, 'name'>, format: ScrapFormat | null): string {
  const source = format ? sourceWords[format].source : ''
  return [source.charAt(0).toUpperCase() + source.slice(1), name].filter(Boolean).join(', ').slice(0, 200) || 'Pasted'
}

/** Keeps the whole original in the drawer, unless it stands there; answers whether it does now. */
export function keepSource(host: EditorHost, offer: ScrapOffer, format: ScrapFormat | null): boolean {
  if (offer.scrapIds.length > 0) return true
  return addScrap(host.shared, {
    text: offer.text,
    place: sourceOf(offer, format),
    kind: format ? 'source' : 'thought',
    ...(format && { format }),
  }).ok
}

/** Why a text does not fit, with what to do. */
export function noRoomWords(length: number): string {
  const held = (roomForScraps / 1_000_000).toFixed(0)
  return `The drawer holds ${held} million characters; this has ${(length / 1_000_000).toFixed(1)} million. Keep the file where it is.`
}
