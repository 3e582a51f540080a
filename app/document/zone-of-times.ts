import type { DocumentJson } from './document-json.ts'
import { isZone } from './zoned-time.ts'

/** The zone in which most times of a document were told, so that it shows them as they were written; null where none says. */
export function zoneOfTimes(document: DocumentJson): string | null {
  const told = new Map<string, number>()
  for (const { type, attrs } of document.content.flatMap(({ content = [] }) => content)) {
    const zone: unknown = type === 'timelineEntry' && attrs?.at ? attrs.zone : null
    if (typeof zone === 'string' && isZone(zone)) told.set(zone, (told.get(zone) ?? 0) + 1)
  }
  return [...told].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null
}
