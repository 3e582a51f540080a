import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { MomentContext } from '#app/document/parse-moment.ts'
import { dayAt } from '#app/document/zoned-time.ts'
import { serverNow } from './server-clock.ts'

/**
 * What a time typed at `pos`, where an entry or a line of a section begins, is read against: the day of its own entry so far, of
 * the timed entry above, or of the next one below. A time such as `+5m` counts from the entry above, never from itself. Without
 * its own day it is read as if the entry were new.
 */
export function momentContext(
  doc: DocumentNode,
  pos: number,
  zone: string,
  own: 'with-own' | 'without-own' = 'with-own',
): MomentContext {
  let ownTime: string | null = null
  let above: string | null = null
  let below: string | null = null
  doc.forEach((section, start) => {
    section.forEach(({ type, attrs }, offset) => {
      if (type.name !== 'timelineEntry' || !attrs.at) return
      if (attrs.precision === 'month' || attrs.precision === 'season') return
      const at = start + 1 + offset
      if (at === pos) ownTime = own === 'with-own' ? (attrs.at as string) : null
      else if (at < pos) above = attrs.at as string
      else below ??= attrs.at as string
    })
  })
  return { zone, previous: ownTime ?? above ?? below, above, today: dayAt(serverNow(), zone) }
}
