import type { ExtractedItem, ExtractedSection } from '../extract.ts'
import type { ItemKind, TimelineEntry } from '../items.ts'
import type { Moment } from '../moment.ts'
import type { ComparisonNames } from './difference.ts'

export const itemWords: Record<ItemKind, { one: string; many: string }> = {
  timelineEntry: { one: 'entry', many: 'entries' },
  account: { one: 'account', many: 'accounts' },
  cause: { one: 'cause', many: 'causes' },
  change: { one: 'change', many: 'changes' },
  question: { one: 'question', many: 'questions' },
  thanks: { one: 'thanks', many: 'thanks' },
  lesson: { one: 'lesson', many: 'lessons' },
}

/** Words of a text that are enough to know it again. */
const enough = 7

/** What an item is called in a sentence: `entry 14:03`, `cause “The check looked at our own …”`. */
export function itemName(item: ExtractedItem, zone: string, names: ComparisonNames): string {
  const { one } = itemWords[item.kind]
  if (item.kind === 'timelineEntry') {
    const entry = item.attributes as unknown as TimelineEntry
    if (entry.at !== null || entry.typed) return `${one} ${names.time(inZone(entry, zone), 'time')}`
  }
  const words = item.text.split(/\s+/).filter(Boolean)
  if (words.length === 0) return `${one} without words`
  return `${one} “${words.slice(0, enough).join(' ')}${words.length > enough ? ' …' : ''}”`
}

export function inZone(moment: Moment, zone: string): Moment {
  return { ...moment, zone: moment.zone ?? zone }
}

/** A document's items by id, with what each is called. */
export function namedItems(sections: readonly ExtractedSection[], zone: string, names: ComparisonNames) {
  const items = new Map<string, { item: ExtractedItem; name: string }>()
  for (const item of sections.flatMap((section) => section.items)) {
    items.set(item.id, { item, name: itemName(item, zone, names) })
  }
  return items
}
