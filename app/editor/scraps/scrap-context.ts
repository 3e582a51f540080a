import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { TimelineEntry } from '#app/document/items.ts'
import { isBefore } from '#app/document/timeline-order.ts'
import { dayAt } from '#app/document/zoned-time.ts'
import type { ReadContext } from '#app/scraps/reading.ts'
import type { EditorHost } from '../editor-host.ts'
import { serverNow } from '../server-clock.ts'

/** What the times of a source are read against: the document's zone, and the day of the first effect or of the first entry. */
export function scrapContext(host: EditorHost, doc: DocumentNode): ReadContext {
  const { zone } = host.facts.get()
  const entries = doc.children
    .flatMap((section) => section.children)
    .filter(({ type }) => type.name === 'timelineEntry')
    .map(({ attrs }) => attrs as TimelineEntry)
    .filter((entry) => entry.at !== null && !isBefore(entry))
  const first = entries.find(({ milestones }) => milestones.includes('first-effect')) ?? entries[0]
  const today = dayAt(serverNow(), zone)
  return { zone, day: first ? dayAt(Date.parse(first.at!), zone) : today, today }
}
