import type { DocumentJson } from '#app/document/document-json.ts'
import { extract } from '#app/document/extract.ts'
import type { TimelineEntry } from '#app/document/items.ts'
import { mentionKey, unknownMention } from '#app/document/mention.ts'
import { formatMoment } from '#app/ui/format-moment.ts'

export interface DraftSection {
  id: string
  title: string
  lines: { id: string; lead: string; text: string }[]
}

/** A draft as plain lines: what the writing page shows until the editor is there, and without JavaScript. */
export function draftLines(
  document: DocumentJson,
  zone: string,
  names: Record<string, { label: string }>,
): DraftSection[] {
  return extract(
    document,
    ({ attrs }) => names[mentionKey(String(attrs?.kind), attrs?.id)]?.label ?? unknownMention(attrs?.kind),
  )
    .filter(({ hiddenBecause }) => hiddenBecause === null)
    .map(({ id, title, text, items }) => ({
      id,
      title,
      lines: [
        ...(text ? [{ id: `${id}-text`, lead: '', text }] : []),
        ...items.map((item) => ({ id: item.id, lead: leadOf(item.kind, item.attributes, zone), text: item.text })),
      ],
    }))
}

function leadOf(kind: string, attributes: Record<string, unknown>, zone: string): string {
  if (kind !== 'timelineEntry') return String(attributes.to || attributes.from || '')
  const entry = attributes as unknown as TimelineEntry
  return formatMoment({ ...entry, zone }, 'time')
}
