import type { ReactNode } from 'react'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { PostmortemText } from './postmortem-text.tsx'
import type { ReadingFacts } from './read-version.server.ts'
import type { ReadingView } from './reading-view.ts'

/** A post-mortem as it is read: title, facts and text, with what stands on the page in the side column. */
export function VersionPage({
  meta,
  facts,
  view,
  foot,
  aside,
}: {
  meta: ReactNode
  facts: ReadingFacts
  view: ReadingView
  foot?: ReactNode
  aside?: ReactNode
}) {
  const start = view.times['first-effect']
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,720px)_240px]">
      <article className="min-w-0">
        <div className="meta">{meta}</div>
        <h1 className="mt-2.5 mb-4 font-serif text-4xl leading-[1.14] font-semibold tracking-[-0.02em] text-balance">
          {facts.title}
        </h1>
        <p className="mb-5 flex flex-wrap gap-2">
          {facts.severity && <Chip tone={facts.severity === 'SEV-1' ? 'danger' : 'neutral'}>{facts.severity}</Chip>}
          {facts.kind && <Chip>{facts.kind}</Chip>}
          {facts.services.map((service) => (
            <Chip key={service}>{service}</Chip>
          ))}
          {start && (
            <Chip mono>
              <DateTime {...start} zone={start.zone ?? facts.zone} />
            </Chip>
          )}
        </p>
        <PostmortemText view={view} zone={facts.zone} />
        {foot}
      </article>
      <aside data-no-print className="max-lg:border-t max-lg:border-line max-lg:pt-6">
        {aside}
        <nav aria-label="On this page" className="lg:sticky lg:top-6">
          <h2 className="mb-2 text-xs font-semibold tracking-[0.06em] text-ink-3 uppercase">On this page</h2>
          <ul>
            {view.sections.map((section) => (
              <li key={section.id}>
                <a
                  href={`#${section.id}`}
                  className="flex min-h-8 items-center text-ink-2 hover:text-ink hover:underline pointer-coarse:min-h-11"
                >
                  {section.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
    </div>
  )
}
