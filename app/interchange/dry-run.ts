import type { NodeJson } from '#app/document/document-json.ts'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import { plainText } from '#app/document/plain-text.ts'
import type { Imported } from './import-markdown.ts'
import { readTime } from './read-time.ts'
import { wallClock } from './zoned-instant.ts'

export interface DryRunItem {
  /** The wall clock as it was told, `14:02` or `14:02:30`; null where no time of day was written. */
  time: string | null
  date: string | null
  typed: string
  text: string
}
export interface DryRun {
  file: string
  title: string
  facts: Imported['facts']
  sections: { kind: string; key: string | null; title: string; headings: string[]; text: string; items: DryRunItem[] }[]
  notes: string[]
}

/** What an import would make of a file, as plain values: `text` of a section holds what is not in its items. */
export function dryRunOf(file: string, { title, facts, sections, notes }: Imported): DryRun {
  return {
    file,
    title,
    facts,
    sections: sections.map(({ kind, key, title: sectionTitle, headings, content }) => {
      const isItem = (node: NodeJson) => node.type === itemKindOfSection[kind]
      return {
        kind,
        key,
        title: sectionTitle,
        headings,
        text: content
          .filter((node) => !isItem(node))
          .map((node) => plainText(node))
          .filter(Boolean)
          .join('\n'),
        items: content.filter(isItem).map(itemOf),
      }
    }),
    notes,
  }
}

function itemOf(node: NodeJson): DryRunItem {
  const text = plainText(node)
  if (node.type !== 'timelineEntry') return { time: null, date: null, typed: '', text }
  const { at, zone, typed } = node.attrs as { at: string | null; zone: string | null; typed: string }
  const clock = readTime(typed, { dotted: true, undivided: true, dayFirst: false })?.clock
  const local = at ? wallClock(at, zone ?? 'UTC') : null
  const two = (value: number) => String(value).padStart(2, '0')
  const told = clock ? `${two(clock.hour)}:${two(clock.minute)}${clock.second ? `:${two(clock.second)}` : ''}` : null
  return { time: told, date: local?.date ?? null, typed, text }
}
