import type { TimelineEntry } from '#app/document/items.ts'
import { causeRoleWords } from '#app/document/taxonomy.ts'
import { Chip } from '#app/ui/chip.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { ChangeCard } from './change-card.tsx'
import { EvidenceList } from './evidence-list.tsx'
import type { ShownCause } from './reading-view.ts'
import { RichText } from './rich-text.tsx'

/** Each cause with the changes that address it beside it; a change that addresses several is anchored at the first. */
export function CauseChains({
  causes,
  entries,
  zone,
}: {
  causes: ShownCause[]
  entries: Map<string, TimelineEntry>
  zone: string
}) {
  const anchored = new Set<string>()
  return (
    <ul className="space-y-3.5">
      {causes.map((cause) => (
        <li key={cause.id} className="grid items-center gap-x-2 md:grid-cols-[1fr_24px_1fr]">
          <CauseCard cause={cause} entries={entries} zone={zone} />
          <span aria-hidden="true" className="text-center text-ink-3 max-md:rotate-90">
            →
          </span>
          <div className="flex min-w-0 flex-col gap-2">
            {cause.changes.map((change) => {
              const anchor = !anchored.has(change.id)
              anchored.add(change.id)
              return <ChangeCard key={change.id} change={change} anchor={anchor} />
            })}
            {cause.changes.length === 0 && (
              <p className="rounded-lg border border-dashed border-line-strong px-3.5 py-3 text-[15px] text-ink-2">
                {cause.attributes.noChangeBecause
                  ? `No change, because ${cause.attributes.noChangeBecause}`
                  : 'No change is linked to this.'}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function CauseCard({ cause, entries, zone }: { cause: ShownCause; entries: Map<string, TimelineEntry>; zone: string }) {
  const { role, evidence } = cause.attributes
  const rests = cause.attributes.entries.flatMap((id) => {
    const entry = entries.get(id)
    return entry ? [{ id, time: formatMoment({ ...entry, zone: entry.zone ?? zone }, 'time') }] : []
  })
  return (
    <div
      id={cause.id}
      data-unbroken
      className="min-w-0 scroll-mt-4 rounded-lg border border-line bg-surface px-3.5 py-3 text-[15px] target:border-accent"
    >
      {role && <p className="meta mb-1">What {causeRoleWords[role]}</p>}
      <RichText blocks={cause.body} size="item" />
      {(cause.factors.length > 0 || rests.length > 0) && (
        <p className="mt-2 flex flex-wrap items-center gap-1.5">
          {cause.factors.map((factor) => (
            <Chip key={factor}>{factor}</Chip>
          ))}
          {rests.length > 0 && (
            <span className="meta">
              <span className="sr-only">rests on </span>
              <span aria-hidden="true">↔ </span>
              {rests.map(({ id, time }, place) => (
                <span key={id}>
                  {place > 0 && ', '}
                  <a href={`#${id}`} className="font-mono underline decoration-line-strong underline-offset-4">
                    {time}
                  </a>
                </span>
              ))}
            </span>
          )}
        </p>
      )}
      <EvidenceList evidence={evidence} />
    </div>
  )
}
