import { Link } from 'react-router'
import type { RecentPostmortem } from '#app/postmortems/find-recent.server.ts'
import { Chip } from '#app/ui/chip.tsx'
import { SeverityChip } from './severity-chip.tsx'

/** Something published, as the first page shows it. */
export function RecentCard({ row }: { row: Omit<RecentPostmortem, 'publishedAt'> & { published: string } }) {
  return (
    <li className="card relative hover:border-line-strong">
      <h3 className="font-serif text-lg leading-snug font-[550]">
        <Link to={`/postmortems/${row.reference}`} className="after:absolute after:inset-0 after:rounded-xl">
          {row.title || 'Untitled'}
        </Link>
      </h3>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-ink-2">
        <SeverityChip name={row.severity} />
        {row.kind && <Chip>{row.kind}</Chip>}
        {row.services.length > 0 && <span>{row.services.join(', ')}</span>}
        <span>published {row.published}</span>
      </p>
    </li>
  )
}
