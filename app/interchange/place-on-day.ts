import type { NodeJson } from '#app/document/document-json.ts'
import type { Moment } from '#app/document/moment.ts'
import { parseMoment } from '#app/document/parse-moment.ts'
import { dayAt } from '#app/document/zoned-time.ts'
import type { Imported } from './import-markdown.ts'

const day = 86_400_000

/**
 * Gives times that someone has just typed without a day the latest day they can stand for: today, or the day before where
 * they would lie ahead. A clock that goes back by more than twelve hours has passed midnight. Times whose day was written
 * stay as they are, and so do those that name a zone: the text as typed is kept beside each.
 */
export function placeOnDay(imported: Imported, { zone, now }: { zone: string; now: Date }): Imported {
  const today = dayAt(now.getTime(), zone)
  const placed = new Map<NodeJson, { from: number; moment: Moment }>()
  let previous = Number.NEGATIVE_INFINITY
  for (const entry of imported.sections.flatMap((section) => section.content)) {
    if (entry.type !== 'timelineEntry' || entry.attrs?.at) continue
    const read = parseMoment(String(entry.attrs?.typed ?? ''), { zone, today })
    if (!read.ok || !read.moment.at || ['month', 'season', 'unknown'].includes(read.moment.precision)) continue
    let from = Date.parse(read.moment.at)
    while (from < previous - day / 2) from += day
    previous = from
    placed.set(entry, { from, moment: read.moment })
  }
  const latest = Math.max(...[...placed.values()].map(({ from }) => from))
  const back = latest > now.getTime() + 5 * 60_000 ? Math.ceil((latest - now.getTime()) / day) * day : 0
  const dated = (entry: NodeJson): NodeJson => {
    const found = placed.get(entry)
    if (!found) return entry
    const shift = found.from - Date.parse(found.moment.at!) - back
    const moved = (at: string | null) => at && new Date(Date.parse(at) + shift).toISOString()
    return {
      ...entry,
      attrs: { ...entry.attrs, ...found.moment, at: moved(found.moment.at), until: moved(found.moment.until) },
    }
  }
  return {
    ...imported,
    sections: imported.sections.map((section) => ({ ...section, content: section.content.map(dated) })),
  }
}
