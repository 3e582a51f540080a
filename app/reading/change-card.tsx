import { strengthWords } from '#app/document/taxonomy.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { StrengthMeter } from '#app/ui/strength-meter.tsx'
import type { ShownChange } from './reading-view.ts'
import { RichText } from './rich-text.tsx'

const states = { open: 'open', in_progress: 'in progress', done: 'done' }

/** A change with what it needs of people, who owns it and where it stands today. */
export function ChangeCard({ change, anchor }: { change: ShownChange; anchor: boolean }) {
  const { attributes, team, row } = change
  const { decision, because, decideBy, mayMakeHarder, strength } = attributes
  const standing = [
    team && `${team} team`,
    decision === 'doing' ? states[row?.state ?? 'open'] : null,
    row?.dueOn && row.state !== 'done' && `due ${day(row.dueOn)}`,
  ].filter(Boolean)
  return (
    <div
      id={anchor ? change.id : undefined}
      data-unbroken
      className="min-w-0 flex-1 scroll-mt-4 rounded-lg border border-line bg-surface px-3.5 py-3 text-[15px] target:border-accent"
    >
      {standing.length > 0 && <p className="meta mb-1">{standing.join(' · ')}</p>}
      <RichText blocks={change.body} size="item" />
      {decision !== 'doing' && (
        <p className="mt-1.5 text-ink-2">
          <b className="font-semibold">
            {decision === 'deciding' ? `Deciding${decideBy ? ` by ${day(decideBy)}` : ''}` : 'Not doing this'}
          </b>
          {because && `${decision === 'deciding' ? ': ' : ', because '}${because}`}
        </p>
      )}
      {mayMakeHarder && <p className="meta mt-1.5">May make harder: {mayMakeHarder}</p>}
      {row?.didItHelp && <p className="meta mt-1.5">Did it help? {row.didItHelp}</p>}
      {(strength || row?.trackerUrl) && (
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          {strength && <StrengthMeter strength={strength} word={strengthWords[strength].word} />}
          {row?.trackerUrl && (
            <a href={row.trackerUrl} rel="noreferrer" className="meta underline underline-offset-4">
              tracker
            </a>
          )}
        </p>
      )}
    </div>
  )
}

function day(date: string): string {
  return formatMoment({ at: `${date}T12:00:00Z`, zone: 'UTC', precision: 'exact' }, 'date')
}
