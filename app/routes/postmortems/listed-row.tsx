import { Link } from 'react-router'
import type { ListedPostmortem } from '#app/postmortems/list-postmortems.server.ts'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { SeverityChip } from './severity-chip.tsx'
import { StateChip } from './state-chip.tsx'

export type ShownRow = Omit<ListedPostmortem, 'movedAt' | 'startedAt' | 'severityId' | 'kindId'> & {
  severity: string | null
  kind: string | null
  startedAt: string | null
  moved: string
}

/** One post-mortem in the list. A draft opens where it is written, a published one where it is read. */
export function ListedRow({ row }: { row: ShownRow }) {
  const { draft, state, reference, services } = row
  const written = draft?.progress.filter((progress) => progress !== 'empty').length ?? 0
  const isDraft = draft !== null && (state === 'draft' || state === 'in_review')
  const to = `/postmortems/${reference}${row.trashed ? '/manage' : isDraft ? '/write' : ''}`
  return (
    <li className="relative flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-3.5 hover:bg-sunken/50 sm:px-5">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="font-serif text-lg leading-snug font-semibold">
          <Link to={to} className="after:absolute after:inset-0">
            {row.title || 'Untitled'}
          </Link>
        </h2>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <span className="num text-ink-3">{reference}</span>
          <StateChip state={state} />
          <SeverityChip name={row.severity} />
          {row.kind && <Chip>{row.kind}</Chip>}
          {row.restricted && <Chip tone="info">restricted</Chip>}
          {services.length > 0 && <span className="text-sm text-ink-2">{services.join(', ')}</span>}
          {draft && draft.noteCount > 0 && isDraft && (
            <Chip tone="note">{draft.noteCount === 1 ? '1 note' : `${draft.noteCount} notes`}</Chip>
          )}
        </p>
      </div>
      {isDraft && draft.progress.length > 0 && (
        <ProgressBar sections={draft.progress} label={`${written} of ${draft.progress.length} sections`} />
      )}
      <p className="meta w-full text-left sm:w-36 sm:text-right">
        {row.startedAt && (
          <span className="sm:block">
            <DateTime at={row.startedAt} zone={row.zone} show="date" />
            <span className="sm:hidden"> · </span>
          </span>
        )}
        {row.moved}
      </p>
    </li>
  )
}
