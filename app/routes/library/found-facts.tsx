import type { FoundPostmortemFacts } from '#app/library/found-context.server.ts'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'

/** Severity, services and day of the post-mortem something was found in; with its title where the card does not have it. */
export function FoundFacts({ facts, withTitle = false }: { facts?: FoundPostmortemFacts; withTitle?: boolean }) {
  if (!facts) return null
  const { severity, kind, services, title, at } = facts
  return (
    <footer className="flex flex-wrap items-center gap-2">
      {severity && <Chip tone={severity === 'SEV-1' ? 'danger' : 'neutral'}>{severity}</Chip>}
      {!withTitle && kind && <Chip>{kind}</Chip>}
      {services.map((service) => (
        <Chip key={service}>{service}</Chip>
      ))}
      <span className="meta">
        {withTitle && title}
        {withTitle && at && ' · '}
        {at && <DateTime at={at} show="date" />}
      </span>
    </footer>
  )
}
