import { DateTime } from '#app/ui/date-time.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { ShownAccess } from './access.tsx'
import { roleWords } from './access-rows.tsx'

/** What was done to who can see it, for everyone who is invited. */
export function AccessHistory({ events, zone }: { events: ShownAccess['history']; zone: string }) {
  if (events.length === 0) return null
  return (
    <section aria-labelledby="history" className="mt-8">
      <SectionHeading id="history">What was changed here</SectionHeading>
      <ul className="space-y-1.5 text-sm text-ink-2">
        {events.map((event) => (
          <li
            key={event.id}
            className={event.kind === 'taken-over' ? 'rounded-md bg-info-soft px-3 py-2 text-ink' : ''}
          >
            <DateTime at={event.at} zone={zone} className="num mr-2 text-ink-3" /> {sentence(event)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const visibilityWords: Record<string, string> = {
  invited: 'those invited',
  teams: 'the teams it concerns',
  members: 'all members',
}

function sentence({ kind, by, whom, role, because, visibility, restricted }: ShownAccess['history'][number]): string {
  const who = by ?? 'Someone who is no longer here'
  switch (kind) {
    case 'access-given':
      return `${who} invited ${whom || 'someone'}${role ? `, who ${roleWords[role as keyof typeof roleWords]} now` : ''}.`
    case 'access-revoked':
      return `${who} took ${whom ? `the access of ${whom}` : 'a link'} back.`
    case 'visibility-changed':
      return `${who} let ${visibilityWords[visibility ?? ''] ?? 'others'} read it once it is published${restricted ? ', restricted to those invited' : ''}.`
    case 'handed-over':
      return `${who} handed it over to ${whom || 'someone'}.`
    case 'taken-over':
      return `${who}, an admin, took it over without having been invited: “${because}”`
  }
}
