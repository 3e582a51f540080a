import { Link } from 'react-router'
import { DateTime } from '#app/ui/date-time.tsx'
import { type ShownVersion, VersionChips } from '#app/ui/version-chips.tsx'

export type ListedRow = ShownVersion & { withdrawn: boolean; changed: string }

const link =
  'inline-flex min-h-8 items-center underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11'

/** One version in the history: when, what changed in it, and the ways to look at it. */
export function VersionRow({
  version,
  before,
  at,
  zone,
}: {
  version: ListedRow
  before: string | null
  at: string
  zone: string
}) {
  const { id, madeAt, changed } = version
  const time = <DateTime at={madeAt} zone={zone} show="time" />
  return (
    <li className="grid gap-x-5 px-4 py-3 sm:grid-cols-[4.5rem_minmax(0,1fr)] sm:px-5">
      <p className="num pt-1 text-ink-2">{time}</p>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <VersionChips version={version} />
          <span className="min-w-0 text-pretty">{changed}</span>
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-4 text-sm text-ink-2">
          <Link to={`${at}/${id}`} className={link}>
            Read it<span className="sr-only"> as it was at {time}</span>
          </Link>
          <Link to={`${at}/compare?from=${id}&to=now`} className={link}>
            Compare with now<span className="sr-only">, {time}</span>
          </Link>
          {before && (
            <Link to={`${at}/compare?from=${before}&to=${id}`} className={link}>
              What changed<span className="sr-only"> up to {time}</span>
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}
