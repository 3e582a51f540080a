import { entryTypeWords, milestoneWords } from '#app/document/taxonomy.ts'
import { isBefore } from '#app/document/timeline-order.ts'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { EvidenceList } from './evidence-list.tsx'
import type { ReadingSection } from './reading-view.ts'
import { RichText } from './rich-text.tsx'

type Entry = ReadingSection['entries'][number]

/** The timeline in order of time; a new day has a line of its own, conditions from before stand above. */
export function EntryTable({ entries, zone }: { entries: Entry[]; zone: string }) {
  let day: string | null = null
  return (
    <ol className="border-t border-line">
      {entries.map((entry) => {
        const begins = dayOf(entry, zone)
        const isNew = begins !== null && begins !== day
        if (begins !== null) day = begins
        return (
          <li key={entry.id} id={entry.id} data-unbroken className="scroll-mt-4 target:bg-accent-soft">
            {isNew && <p className="meta pt-3 font-semibold">{begins}</p>}
            <EntryRow entry={entry} zone={zone} />
          </li>
        )
      })}
    </ol>
  )
}

function dayOf({ attributes }: Entry, zone: string): string | null {
  if (isBefore(attributes)) return 'Before'
  return attributes.at ? formatMoment({ ...attributes, zone, until: null, precision: 'exact' }, 'date') : null
}

function EntryRow({ entry: { attributes, body }, zone }: { entry: Entry; zone: string }) {
  const { type, milestones, evidence } = attributes
  return (
    <div className="grid gap-x-4 border-b border-line py-2.5 sm:grid-cols-[112px_1fr_auto] sm:items-baseline">
      <p className="flex flex-wrap items-baseline gap-2 font-mono text-[13px] leading-relaxed text-ink-2 sm:block">
        <DateTime {...attributes} zone={attributes.zone ?? zone} show="time" />
        {type && <span className="font-sans text-xs text-ink-3 sm:block">{entryTypeWords[type].word}</span>}
      </p>
      <div className="min-w-0">
        <RichText blocks={body} size="item" />
        {milestones.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-1.5">
            {milestones.map((milestone) => (
              <Chip key={milestone} tone={milestone === 'no-effect' ? 'neutral' : 'info'}>
                {milestoneWords[milestone]}
              </Chip>
            ))}
          </p>
        )}
      </div>
      <EvidenceList evidence={evidence} />
    </div>
  )
}
