import type { ReactNode } from 'react'
import type { TimelineEntry } from '#app/document/items.ts'
import { Chip } from '#app/ui/chip.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { ChangeText } from './change-text.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { Permalink } from './permalink.tsx'
import type { ChainPlace, ShownCause } from './reading-view.ts'
import { ReferencedText } from './referenced-text.tsx'
import { RichText } from './rich-text.tsx'

/**
 * Each cause with the changes that address it: beside it where all of them are short, else below it in the same card. A
 * change that addresses several causes is told at the first, and named at the others. `all`: the causes of the section, of
 * which these may be a part.
 */
export function CauseChains({
  causes,
  all,
  place,
  entries,
  zone,
}: {
  causes: ShownCause[]
  all: ShownCause[]
  place: ChainPlace
  entries: Map<string, TimelineEntry>
  zone: string
}) {
  const toldAt = (changeId: string) => all.find(({ changes }) => changes.some(({ id }) => id === changeId))
  const looks = place === 'beside' ? beside : below
  return (
    <ul className="space-y-3.5">
      {causes.map((cause) => (
        <li key={cause.id} className={looks.chain}>
          <div id={cause.id} data-unbroken className={`group/item min-w-0 scroll-mt-4 px-4 py-3 ${looks.cause}`}>
            <CauseText cause={cause} name={`condition ${all.indexOf(cause) + 1}`} entries={entries} zone={zone} />
          </div>
          {place === 'beside' && <Arrow />}
          <ul className={looks.changes}>
            {cause.changes.map((change) => {
              const again = toldAt(change.id) !== cause
              return (
                <Answer key={change.id} id={again ? undefined : change.id} place={place}>
                  <ChangeText change={change} again={again} />
                </Answer>
              )
            })}
            {cause.changes.length === 0 && (
              <Answer place={place}>
                <p className="text-ink-2">
                  {cause.attributes.noChangeBecause ? (
                    <>
                      <b className="font-semibold">No change:</b>{' '}
                      <ReferencedText>{cause.attributes.noChangeBecause}</ReferencedText>
                    </>
                  ) : (
                    'No change is linked to this.'
                  )}
                </p>
              </Answer>
            )}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const card = 'rounded-lg border border-line bg-surface target:border-accent'
const beside = {
  chain: 'grid items-stretch gap-x-2 md:grid-cols-[minmax(0,1fr)_24px_minmax(0,1fr)]',
  cause: card,
  changes: 'flex min-w-0 flex-col gap-2',
  change: `grow px-4 py-3 ${card}`,
}
const below = {
  chain: 'overflow-hidden rounded-lg border border-line bg-surface has-[:target]:border-accent',
  cause: 'target:bg-accent-soft',
  changes: 'border-t border-line bg-paper',
  change:
    'flex gap-2.5 px-4 py-3 not-first:border-t not-first:border-dashed not-first:border-line target:bg-accent-soft',
}

function Answer({ id, place, children }: { id?: string; place: ChainPlace; children: ReactNode }) {
  return (
    <li
      id={id}
      data-unbroken
      className={`group/item min-w-0 scroll-mt-4 ${place === 'beside' ? beside.change : below.change}`}
    >
      {place === 'below' && (
        <span aria-hidden="true" className="text-ink-3">
          →
        </span>
      )}
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  )
}

function Arrow() {
  return (
    <span aria-hidden="true" className="self-center text-center text-ink-3 max-md:rotate-90">
      →
    </span>
  )
}

function CauseText({
  cause,
  name,
  entries,
  zone,
}: {
  cause: ShownCause
  name: string
  entries: Map<string, TimelineEntry>
  zone: string
}) {
  const { evidence } = cause.attributes
  const rests = cause.attributes.entries.flatMap((id) => {
    const entry = entries.get(id)
    return entry ? [{ id, time: formatMoment({ ...entry, zone }, 'time') }] : []
  })
  return (
    <>
      <p className="meta mb-1 flex items-baseline justify-between gap-2">
        {cause.says}
        <Permalink id={cause.id} what={name} />
      </p>
      <RichText blocks={cause.body} size="item" />
      {(cause.factors.length > 0 || rests.length > 0) && (
        <p className="mt-2 flex flex-wrap items-center gap-x-1.5 gap-y-1">
          {cause.factors.map((factor) => (
            <Chip key={factor}>{factor}</Chip>
          ))}
          {rests.length > 0 && (
            <span className="meta">
              seen at{' '}
              {rests.map(({ id, time }, at) => (
                <span key={id}>
                  {at > 0 && ', '}
                  <a
                    href={`#${id}`}
                    className="font-mono underline decoration-line-strong underline-offset-4 hover:text-ink"
                  >
                    {time}
                  </a>
                </span>
              ))}
            </span>
          )}
        </p>
      )}
      <EvidenceList evidence={evidence} zone={zone} className="mt-2" />
    </>
  )
}
