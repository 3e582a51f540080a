import { viewerContext } from '#app/context.ts'
import { PageFrame } from '#app/ui/page-frame.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { Route } from './+types/language.ts'
import { Contents } from './contents.tsx'
import { Elsewhere, elsewhere } from './elsewhere.tsx'
import { guide } from './guide.server.ts'
import { GuideEntry } from './guide-entry.tsx'
import { lintPasted } from './lint-pasted.ts'
import { type Sample, TryIt } from './try-it.tsx'

export const meta: Route.MetaFunction = () => [
  { title: 'Language that lets people speak · Candor' },
  {
    name: 'description',
    content: 'What the notes on language look for, why it matters, and a question that leads further.',
  },
]

export function loader({ context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext)
  const text =
    'The on-call engineer saw the page but failed to check the replica. The health check failed to respond for 40 seconds.'
  const sample: Sample = {
    text,
    section: 'causes',
    remark: 'The second sentence is about a system, so it stays.',
    notes: lintPasted(text, 'causes'),
  }
  return { viewer: viewer && { name: viewer.name, timeZone: viewer.timeZone }, sample, themes: guide() }
}

export default function Language({ loaderData: { viewer, sample, themes } }: Route.ComponentProps) {
  const groups = [
    ...themes.map(({ title, entries }) => ({
      title,
      links: entries.map(({ id, title: name }) => ({ id, title: name })),
    })),
    { title: 'Use it elsewhere', links: elsewhere },
  ]
  return (
    <PageFrame viewer={viewer}>
      <div className="grid justify-center gap-x-13 gap-y-6 lg:grid-cols-[14.5rem_minmax(0,51.25rem)] lg:grid-rows-[auto_1fr]">
        <div className="order-2 lg:order-1 lg:row-span-2">
          <Contents groups={groups} />
        </div>
        <div className="order-1 min-w-0 lg:order-2">
          <h1 className="mb-3 font-serif text-4xl font-medium tracking-[-0.02em]">Language that lets people speak</h1>
          <p className="mb-6 font-serif text-xl leading-[1.55] text-ink-2">
            The words of a report change which fixes its readers choose. Each note below says what it looks for, why it
            matters, and a question that leads somewhere better. You may always disagree.
          </p>
          <TryIt sample={sample} />
        </div>
        <div className="order-3 min-w-0 lg:col-start-2">
          {themes.map(({ title, entries }) => (
            <div key={title} className="mb-4">
              <SectionHeading>{title}</SectionHeading>
              {entries.map((entry) => (
                <GuideEntry key={entry.id} entry={entry} />
              ))}
            </div>
          ))}
          <Elsewhere />
        </div>
      </div>
    </PageFrame>
  )
}
