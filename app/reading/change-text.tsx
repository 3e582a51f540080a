import { strengthWords } from '#app/document/taxonomy.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { StrengthMeter } from '#app/ui/strength-meter.tsx'
import { Permalink } from './permalink.tsx'
import type { ShownChange } from './reading-view.ts'
import { ReferencedText } from './referenced-text.tsx'
import { RichText } from './rich-text.tsx'

const states = { open: 'open', in_progress: 'in progress', done: 'done' }

/** A change with what it needs of people, who owns it and where it stands today; `again` where it was told above. */
export function ChangeText({ change, again = false }: { change: ShownChange; again?: boolean }) {
  const { attributes, team, row } = change
  const { decision, because, decideBy, mayMakeHarder, strength } = attributes
  const standing = [
    team && `${team} team`,
    decision === 'doing' ? states[row?.state ?? 'open'] : decision === 'deciding' ? 'deciding' : 'not doing',
    row?.dueOn && row.state !== 'done' && `due ${day(row.dueOn)}`,
  ].filter(Boolean)
  if (again) {
    return (
      <>
        <RichText blocks={change.body} size="item" />
        <p className="meta mt-1">
          <a href={`#${change.id}`} className="underline decoration-line-strong underline-offset-4 hover:text-ink">
            The same change as above
          </a>
        </p>
      </>
    )
  }
  return (
    <>
      <p className="meta mb-1 flex flex-wrap items-baseline gap-x-3">
        <span>{standing.join(' · ')}</span>
        {strength && <StrengthMeter strength={strength} word={strengthWords[strength].word} />}
        {row?.trackerUrl && (
          <a
            href={row.trackerUrl}
            rel="noreferrer"
            className="underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            tracker
          </a>
        )}
        <Permalink id={change.id} what="this change" className="ml-auto" />
      </p>
      <RichText blocks={change.body} size="item" />
      {decision !== 'doing' && (because || decideBy) && (
        <p className="mt-1.5 text-ink-2">
          <b className="font-semibold">
            {decision === 'deciding' ? `Deciding${decideBy ? ` by ${day(decideBy)}` : ''}` : 'Not doing this'}
            {because && ':'}
          </b>{' '}
          <ReferencedText>{because ?? ''}</ReferencedText>
        </p>
      )}
      {mayMakeHarder && <Afterthought term="May make harder:" text={mayMakeHarder} />}
      {row?.didItHelp && <Afterthought term="Did it help?" text={row.didItHelp} />}
    </>
  )
}

function Afterthought({ term, text }: { term: string; text: string }) {
  return (
    <p className="mt-1.5 text-sm text-ink-2">
      <b className="font-semibold">{term}</b> <ReferencedText>{text}</ReferencedText>
    </p>
  )
}

function day(date: string): string {
  return formatMoment({ at: `${date}T12:00:00Z`, zone: 'UTC', precision: 'exact' }, 'date')
}
