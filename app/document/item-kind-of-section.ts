import type { ItemKind } from './items.ts'
import type { SectionKind } from './section-kind.ts'

/** Which item a section of a kind is made of; prose has none. Any section may hold plain blocks beside its items. */
export const itemKindOfSection: Record<SectionKind, ItemKind | null> = {
  prose: null,
  timeline: 'timelineEntry',
  accounts: 'account',
  causes: 'cause',
  changes: 'change',
  questions: 'question',
  thanks: 'thanks',
  lessons: 'lesson',
}
