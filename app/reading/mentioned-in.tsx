import { Link } from 'react-router'
import type { LinkedPostmortem } from './linked-postmortems.server.ts'

/** At the foot of a page: the other post-mortems that name this one, as far as its reader may open them. */
export function MentionedIn({ sources }: { sources: LinkedPostmortem[] }) {
  if (sources.length === 0) return null
  return (
    <nav aria-labelledby="mentioned-in" className="mt-14" data-no-print>
      <h2 id="mentioned-in" className="mb-2 text-xs font-semibold tracking-[0.06em] text-ink-3 uppercase">
        Mentioned in
      </h2>
      <ul>
        {sources.map(({ id, reference, title, isDraft }) => (
          <li key={id}>
            <Link
              to={`/postmortems/${reference}${isDraft ? '/write' : ''}`}
              className="inline-flex min-h-8 flex-wrap items-baseline gap-x-2 py-1 hover:underline pointer-coarse:min-h-11"
            >
              <span className="num text-ink-3">{reference}</span>
              <span className="text-accent-ink">{title}</span>
              {isDraft && <span className="meta">draft</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
