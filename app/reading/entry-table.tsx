import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { EvidenceList, isShownInPlace } from './evidence-list.tsx'
import type { ShownEntry } from './reading-view.ts'
import { RichText } from './rich-text.tsx'

/** The timeline in order of time; a new day has a line of its own, conditions from before stand above. */
export function EntryTable({ entries, zone }: { entries: ShownEntry[]; zone: string }) {
  let day: string | null = null
  return (
    <ol className="border-t border-line">
      {entries.map((entry) => {
        const begins = dayOf(entry, zone)
        const isNew = begins !== null && begins !== day
        if (begins !== null) day = begins
        return (
          <li key={entry.id} id={entry.id} data-unbroken className="scroll-mt-4 target:bg-accent-soft">
            {isNew && <p className="meta pt-4 font-semibold first:pt-3">{begins}</p>}
            <EntryRow entry={entry} zone={zone} />
          </li>
        )
      })}
    </ol>
  )
}

function dayOf({ attributes, isBefore }: ShownEntry, zone: string): string | null {
  if (isBefore) return 'Before'
  return attributes.at ? formatMoment({ ...attributes, zone, until: null, precision: 'exact' }, 'date') : null
}

/** Its time is the link to it; beside it the type by shape and word, and where it is written. */
function EntryRow({ entry: { id, attributes, marks, body }, zone }: { entry: ShownEntry; zone: string }) {
  const { type, milestones, evidence } = attributes
  const links = evidence.filter((one) => !isShownInPlace(one))
  const inPlace = evidence.filter(isShownInPlace)
  return (
    <div className="grid gap-x-4 border-b border-line py-2.5 sm:grid-cols-[112px_minmax(0,1fr)_128px] sm:items-baseline print:grid-cols-[112px_minmax(0,1fr)]">
      <p className="mb-0.5 flex flex-wrap items-baseline gap-x-2.5 sm:mb-0 sm:block">
        <a
          href={`#${id}`}
          className="font-mono text-[13px] leading-relaxed text-ink-2 underline-offset-4 hover:text-ink hover:underline"
        >
          <DateTime {...attributes} zone={zone} show="time" />
        </a>
        {type && (
          <span className="flex items-center gap-1.5 text-xs text-ink-3">
            <span aria-hidden="true" data-type={type} className="entry-mark" />
            {type}
          </span>
        )}
      </p>
      <div className="min-w-0">
        <RichText blocks={body} size="item" />
        {milestones.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-1.5">
            {milestones.map((milestone, place) => (
              <Chip key={milestone} tone={milestone === 'no-effect' ? 'neutral' : 'info'}>
                {marks[place]}
              </Chip>
            ))}
          </p>
        )}
        <EvidenceList evidence={inPlace} zone={zone} className="mt-1" />
      </div>
      {evidence.length === 0 && (
        <p className="text-xs text-ink-3 sm:text-right print:col-start-2 print:text-left">no evidence</p>
      )}
      <EvidenceList
        evidence={links}
        zone={zone}
        className="mt-1 sm:mt-0 sm:justify-end print:col-start-2 print:mt-1 print:justify-start"
      />
    </div>
  )
}
