import { Link } from 'react-router'
import { databaseContext, viewerContext } from '#app/context.ts'
import { strengthWords } from '#app/document/taxonomy.ts'
import { dayAt } from '#app/document/zoned-time.ts'
import { agoWords } from '#app/postmortems/ago-words.ts'
import { findDrafts } from '#app/postmortems/find-drafts.server.ts'
import { findDueChanges } from '#app/postmortems/find-due-changes.server.ts'
import { findLessonToReread } from '#app/postmortems/find-lesson-to-reread.server.ts'
import { findRecent } from '#app/postmortems/find-recent.server.ts'
import { findTakeOvers } from '#app/postmortems/find-take-overs.server.ts'
import { greeting, waitingLine } from '#app/postmortems/greeting.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { Route } from './+types/home.ts'
import { DraftCard } from './postmortems/draft-card.tsx'
import { DueChanges } from './postmortems/due-changes.tsx'
import { RecentCard } from './postmortems/recent-card.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const now = new Date()
  const { drafts, total } = await findDrafts(db, viewer, 4)
  const recent = await findRecent(db, viewer, 4)
  const due = await findDueChanges(db, viewer, 5)
  const lesson = await findLessonToReread(db, viewer, now)
  return {
    greeting: greeting(now, viewer.timeZone),
    waiting: waitingLine({ drafts: total, dueChanges: due.length }),
    today: dayAt(now.getTime(), viewer.timeZone),
    takeOvers: await findTakeOvers(db, viewer, now),
    isAdmin: viewer.role === 'admin',
    moreDrafts: total - drafts.length,
    drafts: drafts.map(({ editedAt, ...draft }) => ({ ...draft, edited: agoWords(editedAt, now) })),
    recent: recent.map(({ publishedAt, ...row }) => ({ ...row, published: agoWords(publishedAt, now) })),
    due: due.map(({ strength, ...change }) => ({ ...change, strength: strength && strengthWords[strength].word })),
    lesson: lesson && { ...lesson, startedAt: lesson.startedAt?.toISOString() ?? null },
  }
}

export const meta: Route.MetaFunction = () => [{ title: 'Candor' }]

export default function Home({ loaderData }: Route.ComponentProps) {
  const { drafts, takeOvers, moreDrafts, recent, due, lesson, isAdmin } = loaderData
  const nothingYet = drafts.length === 0 && recent.length === 0
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div>
        <h1 className="font-serif text-3xl font-semibold tracking-[-0.01em]">{loaderData.greeting}</h1>
        <p className="mt-1.5 mb-7 max-w-prose text-ink-2">{loaderData.waiting}</p>

        {takeOvers.map((taken) => (
          <p key={taken.id} className="mb-4 rounded-xl bg-info-soft px-5 py-3">
            {taken.by ?? 'An admin'} took over{' '}
            <Link to={`/postmortems/${taken.reference}/access`} className="underline underline-offset-4">
              {taken.reference}
            </Link>{' '}
            without having been invited: “{taken.because}”
          </p>
        ))}
        {nothingYet && (
          <div className="mb-8">
            <EmptyState
              title="Nothing is written here yet"
              action={
                <>
                  <ButtonLink to="/postmortems/new" variant="primary">
                    Start a post-mortem
                  </ButtonLink>
                  {isAdmin && <ButtonLink to="/settings/organisation">Load the sample library</ButtonLink>}
                </>
              }
            >
              Begin with an incident you still remember, or read how the fictional Skerry Line writes theirs.
            </EmptyState>
          </div>
        )}
        {drafts.length > 0 && (
          <section aria-labelledby="continue" className="mb-8">
            <SectionHeading id="continue">Continue writing</SectionHeading>
            <ul className="space-y-2.5">
              {drafts.map((draft) => (
                <DraftCard key={draft.id} draft={draft} />
              ))}
            </ul>
            {moreDrafts > 0 && (
              <p className="mt-2">
                <Link
                  to="/postmortems?state=draft&mine=yes"
                  className="inline-flex min-h-8 items-center text-sm text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
                >
                  {moreDrafts === 1 ? 'One more draft' : `${moreDrafts} more drafts`}
                </Link>
              </p>
            )}
          </section>
        )}

        <section aria-labelledby="start" className="mb-8">
          <SectionHeading id="start">Start something</SectionHeading>
          <ul className="grid gap-2.5 sm:grid-cols-3">
            <StartCard to="/postmortems/new" title="Paste or type what happened" detail="structure comes by itself" />
            <StartCard to="/postmortems/import" title="Import a file" detail="see first what was understood" />
            <StartCard to="/postmortems/new?template=light" title="Near miss" detail="four fields, three minutes" />
          </ul>
        </section>

        {recent.length > 0 && (
          <section aria-labelledby="recent">
            <SectionHeading id="recent">Published lately</SectionHeading>
            <ul className="space-y-2.5">
              {recent.map((row) => (
                <RecentCard key={row.id} row={row} />
              ))}
            </ul>
          </section>
        )}
      </div>

      <aside className="space-y-8">
        {lesson && (
          <section aria-labelledby="reread">
            <SectionHeading id="reread">{lessonHeading(lesson.yearsAgo)}</SectionHeading>
            <div className="card relative">
              <Link
                to={`/postmortems/${lesson.reference}#${lesson.itemId}`}
                className="font-serif text-xl leading-snug italic after:absolute after:inset-0 after:rounded-xl"
              >
                {lesson.text}
              </Link>
              <p className="meta mt-2.5">from {lesson.reference}</p>
            </div>
          </section>
        )}
        <DueChanges changes={due} today={loaderData.today} />
      </aside>
    </div>
  )
}

function lessonHeading(yearsAgo: number | null): string {
  if (yearsAgo === null) return 'A lesson to read again'
  return yearsAgo === 1 ? 'One year ago this week' : `${yearsAgo} years ago this week`
}

function StartCard({ to, title, detail }: { to: string; title: string; detail: string }) {
  return (
    <li className="relative rounded-xl border border-dashed border-line-strong px-4 py-3.5 hover:border-accent hover:bg-surface">
      <Link to={to} className="font-[550] after:absolute after:inset-0 after:rounded-xl">
        {title}
      </Link>
      <p className="meta mt-1">{detail}</p>
    </li>
  )
}
