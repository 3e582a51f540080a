import type { ReactNode } from 'react'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { openImages } from './open-images.ts'
import { PostmortemText } from './postmortem-text.tsx'
import type { ReadVersion } from './read-version.server.ts'
import { FollowableReferences } from './referenced-text.tsx'

/** A post-mortem as it is read: title, facts and text, with what stands on the page in the side column. */
export function VersionPage({
  meta,
  reading,
  foot,
}: {
  meta: ReactNode
  reading: Pick<ReadVersion, 'facts' | 'view' | 'references'>
  foot?: ReactNode
}) {
  const { facts, view, references } = reading
  const start = view.times['first-effect']
  return (
    <FollowableReferences value={references}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links in it take keys, and press themselves */}
      <article
        onClick={openImages}
        className="grid grid-cols-[minmax(0,1fr)] gap-x-14 lg:grid-cols-[minmax(0,720px)_240px] lg:grid-rows-[auto_1fr]"
      >
        <header>
          <div className="meta text-pretty">{meta}</div>
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
                <DateTime {...start} zone={facts.zone} />
              </Chip>
            )}
          </p>
        </header>
        {view.sections.length > 0 && <OnThisPage sections={view.sections} />}
        <div className="min-w-0">
          <PostmortemText view={view} zone={facts.zone} />
          {foot}
        </div>
      </article>
    </FollowableReferences>
  )
}

/** In the side column where there is one, else folded away above the text. */
function OnThisPage({ sections }: { sections: ReadVersion['view']['sections'] }) {
  return (
    <nav aria-label="On this page" className="max-lg:mb-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
      <Disclosure
        label="On this page"
        className="unfolded max-lg:rounded-lg max-lg:border max-lg:border-line max-lg:px-3 max-lg:py-1 lg:sticky lg:top-6"
      >
        <h2 className="mb-2 text-xs font-semibold tracking-[0.06em] text-ink-3 uppercase max-lg:hidden">
          On this page
        </h2>
        <ul className="max-lg:pb-2">
          {sections.map((section) => (
            <li key={section.id}>
              <a
                href={`#${section.id}`}
                className="flex min-h-8 items-center py-1 leading-snug text-ink-2 hover:text-ink hover:underline pointer-coarse:min-h-11"
              >
                {section.title}
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </nav>
  )
}
