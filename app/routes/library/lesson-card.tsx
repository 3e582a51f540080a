import { Link } from 'react-router'
import { strengthWords } from '#app/document/taxonomy.ts'
import type { FoundPostmortemFacts, LessonContext } from '#app/library/found-context.server.ts'
import type { FoundRow } from '#app/library/search-library.server.ts'
import { Chip } from '#app/ui/chip.tsx'
import { FoundFacts } from './found-facts.tsx'
import { Marked } from './marked.tsx'

const states = { open: 'open', in_progress: 'in progress', done: 'done' }

/** A lesson with the condition and the change behind it; the lesson itself is the link to its place. */
export function LessonCard({
  row,
  facts,
  behind,
}: {
  row: FoundRow
  facts?: FoundPostmortemFacts
  behind?: LessonContext
}) {
  const changed = behind?.changed
  return (
    <article className="relative rounded-xl border border-line bg-surface px-4 py-4 hover:border-line-strong sm:px-5 sm:py-[18px]">
      <h2 className="font-serif text-[19px] leading-snug font-semibold tracking-[-0.005em] text-pretty">
        <Link
          to={`/postmortems/PM-${row.number}#${row.itemId}`}
          prefetch="intent"
          className="after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
        >
          <Marked pieces={row.pieces} />
        </Link>
      </h2>
      {(behind?.allowedBy || changed) && (
        <dl className="mt-2.5 grid gap-x-3 gap-y-1 text-[14.5px] text-ink-2 text-pretty sm:grid-cols-[92px_1fr]">
          {behind?.allowedBy && (
            <>
              <Term>Allowed by</Term>
              <dd>{behind.allowedBy}</dd>
            </>
          )}
          {changed && (
            <>
              <Term>Changed</Term>
              <dd>
                {changed.text}{' '}
                <Chip tone={changed.strength === 'stronger' ? 'accent' : 'neutral'}>
                  {[changed.strength && strengthWords[changed.strength].word, states[changed.state]]
                    .filter(Boolean)
                    .join(' · ')}
                </Chip>
              </dd>
            </>
          )}
        </dl>
      )}
      <div className="mt-3">
        <FoundFacts facts={facts} withTitle />
      </div>
    </article>
  )
}

function Term({ children }: { children: string }) {
  return <dt className="text-[11px] leading-[1.9] font-semibold tracking-[0.05em] text-ink-3 uppercase">{children}</dt>
}
