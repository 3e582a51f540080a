import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { MomentContext } from '#app/document/parse-moment.ts'
import { dayAt } from '#app/document/zoned-time.ts'

/** What a time typed at `pos` is read against: its own entry's moment so far, the timed entry above, or the next one below. */
export function momentContext(doc: DocumentNode, pos: number, zone: string): MomentContext {
  let above: string | null = null
  let below: string | null = null
  doc.descendants((node, at) => {
    if (node.type.name !== 'timelineEntry') return node.type.name === 'section' || node.type.name === 'doc'
    const { at: instant, precision } = node.attrs
    if (!instant || precision === 'month' || precision === 'season') return false
    if (at <= pos) above = instant as string
    else below ??= instant as string
    return false
  })
  return { zone, previous: above ?? below, today: dayAt(Date.now(), zone) }
}
