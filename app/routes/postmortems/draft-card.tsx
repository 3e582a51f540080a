import { Link } from 'react-router'
import type { OwnDraft } from '#app/postmortems/find-drafts.server.ts'
import { Chip } from '#app/ui/chip.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { SeverityChip } from './severity-chip.tsx'

/** A draft of one's own, with how far it is. */
export function DraftCard({ draft }: { draft: Omit<OwnDraft, 'editedAt'> & { edited: string } }) {
  const written = draft.progress.filter((progress) => progress !== 'empty').length
  return (
    <li className="card relative flex flex-wrap items-start gap-x-6 gap-y-3 hover:border-line-strong">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-serif text-lg leading-snug font-[550]">
          <Link to={`/postmortems/${draft.reference}/write`} className="after:absolute after:inset-0 after:rounded-xl">
            {draft.title || 'Untitled'}
          </Link>
        </h3>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-ink-2">
          <span className="num text-ink-3">{draft.reference}</span>
          <SeverityChip name={draft.severity} />
          {draft.services.length > 0 && <span>{draft.services.join(', ')}</span>}
          <span>edited {draft.edited}</span>
          {draft.noteCount > 0 && (
            <Chip tone="note">{draft.noteCount === 1 ? '1 note' : `${draft.noteCount} notes`}</Chip>
          )}
        </p>
      </div>
      {draft.progress.length > 0 && (
        <div className="pt-2">
          <ProgressBar sections={draft.progress} label={`${written} of ${draft.progress.length} sections`} />
        </div>
      )}
    </li>
  )
}
