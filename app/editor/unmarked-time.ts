import type { SectionAttributes } from '#app/document/document-json.ts'
import type { Outline } from './read-outline.ts'

/** Entries with a time of day from which on a timeline is asked about: with fewer there is not much of an incident yet. */
const enough = 3

/**
 * The time of the incident that a timeline has no mark for yet, the beginning before the end; null where both are marked, in
 * a short timeline, and in every one but the first.
 */
export function unmarkedTime(
  { sections, entries, times }: Pick<Outline, 'sections' | 'entries' | 'times'>,
  { id }: Pick<SectionAttributes, 'id'>,
): 'first-effect' | 'normal-again' | null {
  const unmarked = (['first-effect', 'normal-again'] as const).find((mark) => !times[mark])
  const timeline = sections.find(({ kind, hiddenBecause }) => kind === 'timeline' && hiddenBecause === null)
  if (!unmarked || timeline?.id !== id) return null
  const timed = [...entries.values()].filter(({ entry: { at, precision } }) => {
    return at !== null && precision !== 'month' && precision !== 'season'
  })
  return timed.length < enough ? null : unmarked
}
