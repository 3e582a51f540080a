import { Link } from 'react-router'
import type { DueChange } from '#app/postmortems/find-due-changes.server.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'

/** Open changes of the viewer's teams. A day that has passed is said in amber, for the change; nobody is named. */
export function DueChanges({
  changes,
  today,
}: {
  changes: (Omit<DueChange, 'strength'> & { strength: string | null })[]
  /** `2026-11-12`, in the viewer's zone. */
  today: string
}) {
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="due">
      <SectionHeading id="due">Changes due in your teams</SectionHeading>
      <ul className="divide-y divide-line border-t border-line">
        {changes.map((change) => (
          <li key={change.reference + change.itemId} className="relative flex gap-3 py-3">
            <div className="min-w-0 flex-1">
              <Link
                to={`/postmortems/${change.reference}#${change.itemId}`}
                className="leading-snug after:absolute after:inset-0"
              >
                {change.text}
              </Link>
              <p className="meta mt-0.5">{[change.team, change.strength].filter(Boolean).join(' · ')}</p>
            </div>
            {change.dueOn && (
              <p className={`num shrink-0 pt-0.5 ${change.dueOn < today ? 'text-note-ink' : ''}`}>
                {change.dueOn < today && 'was due '}
                {dayWords(change.dueOn)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function dayWords(day: string): string {
  return formatMoment({ at: `${day}T12:00:00.000Z`, zone: 'UTC' }, 'date').replace(/ \d{4}$/, '')
}
