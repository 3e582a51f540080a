import { Link } from 'react-router'
import type { FoundPostmortemFacts } from '#app/library/found-context.server.ts'
import type { FoundRow } from '#app/library/search-library.server.ts'
import { FoundFacts } from './found-facts.tsx'
import { Marked } from './marked.tsx'

/** A post-mortem with the place in it that matched. */
export function PostmortemCard({ row, facts }: { row: FoundRow; facts?: FoundPostmortemFacts }) {
  const inTitle = row.kind === 'postmortem'
  return (
    <article className="relative rounded-xl border border-line bg-surface px-4 py-4 hover:border-line-strong sm:px-5 sm:py-[18px]">
      <p className="meta">PM-{row.number}</p>
      <h2 className="mt-0.5 mb-2 font-serif text-[19px] leading-snug font-semibold tracking-[-0.005em] text-pretty">
        <Link
          to={`/postmortems/PM-${row.number}${inTitle ? '' : `#${row.itemId}`}`}
          prefetch="intent"
          className="after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
        >
          {inTitle ? <Marked pieces={row.pieces} /> : facts?.title}
        </Link>
      </h2>
      {!inTitle && (
        <p className="mb-3 text-[14.5px] text-ink-2 text-pretty">
          <Marked pieces={row.pieces} />
        </p>
      )}
      <FoundFacts facts={facts} />
    </article>
  )
}
