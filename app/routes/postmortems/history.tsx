import { data, Form, Link, redirect } from 'react-router'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { may } from '#app/people/permissions.ts'
import { toMinute } from '#app/postmortems/to-minute.ts'
import { listContributors } from '#app/postmortems/versions/contributors.server.ts'
import { findVersion } from '#app/postmortems/versions/find-version.server.ts'
import { changedSince, listVersions, versionChoices } from '#app/postmortems/versions/list-versions.server.ts'
import { nameThisVersion } from '#app/postmortems/versions/name-version.server.ts'
import { daysInFull, mostAutomatic } from '#app/postmortems/versions/thin-versions.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CompareForm } from '#app/ui/compare-form.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/history.ts'
import { foundOr404 } from './found-or-404.server.ts'
import { PostmortemHead } from './postmortem-head.tsx'
import { explainName, readName } from './version-name.ts'
import { type ListedRow, VersionRow } from './version-row.tsx'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const { id, reference, title, zone, standing } = await foundOr404(context, params.postmortem, 'read-draft')
  const search = new URL(request.url).searchParams
  const before = search.get('before') ?? undefined
  const { versions, hasOlder } = await listVersions(db, id, { before })
  const newest = before ? null : versions[0]
  const now = await context
    .get(liveEditingContext)
    .read(id, (shared) => ({ document: readDocument(shared), facts: readFacts(shared) }))
  const restored = search.get('restored')
  return {
    reference,
    title,
    zone,
    mayEdit: may(viewer, 'edit', standing),
    contributors: await listContributors(db, id),
    versions: versions.map((version) => ({ ...version, madeAt: toMinute(version.madeAt) })),
    older: hasOlder ? (versions.at(-1)?.id ?? null) : null,
    isFirstPage: before === undefined,
    changedSinceNewest: newest ? changedSince(await findVersion(db, id, newest.id), now) : changedSince(null, now),
    choices: (await versionChoices(db, id)).map((version) => ({ ...version, madeAt: toMinute(version.madeAt) })),
    /** The version that holds the draft as it stood before it was brought back. */
    putBack: restored ? ((await findVersion(db, id, restored))?.id ?? null) : null,
    named: search.has('named'),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { id, reference } = await foundOr404(context, params.postmortem, 'read-draft')
  const form = await request.formData()
  if (form.get('intent') !== 'name') throw data(null, { status: 400 })
  const name = readName(form)
  if (!name.ok) return data({ typed: name.typed, problems: name.problems }, { status: 400 })
  const db = context.get(databaseContext)
  const outcome = await nameThisVersion(db, context.get(viewerContext)!, id, name.value)
  // The editor's panel stays where it is.
  if (outcome.ok && form.has('stay')) return data({ typed: '', problems: [] })
  if (outcome.ok) return redirect(`/postmortems/${reference}/history?named`)
  return data({ typed: name.value, problems: [explainName[outcome.reason]] }, { status: 409 })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `History of ${(loaderData as { reference?: string } | undefined)?.reference ?? ''} · Candor` },
]

export default function History({ loaderData, actionData }: Route.ComponentProps) {
  const { reference, title, zone, versions, contributors, mayEdit, choices, older } = loaderData
  const at = `/postmortems/${reference}/history`
  useFocusOnProblem(actionData)
  return (
    <div className="mx-auto max-w-3xl">
      <PostmortemHead reference={reference} title={title} page="History" />
      <div role="status">
        {loaderData.named && <Done>It has a name now, and is kept.</Done>}
        {loaderData.putBack && (
          <Done>
            <span className="min-w-0 flex-1">It is as it was. The rest of the history stays.</span>
            <Form method="post" action={`${at}/${loaderData.putBack}`}>
              <input type="hidden" name="part" value="all" />
              <Button type="submit" name="intent" value="restore">
                Put back as it was before
              </Button>
            </Form>
          </Done>
        )}
      </div>
      {contributors.length > 0 && (
        <p className="mb-6 text-ink-2">
          Written together by {new Intl.ListFormat('en-GB').format(contributors)}. Nobody’s part is told apart, here or
          anywhere else.
        </p>
      )}
      {loaderData.isFirstPage && (
        <section aria-labelledby="now" className="card mb-8">
          <h2 id="now" className="font-serif text-xl font-semibold">
            As it stands now
          </h2>
          <p className="mt-1 text-ink-2 text-pretty">
            {versions.length > 0 && 'Since the newest version: '}
            {loaderData.changedSinceNewest}
          </p>
          {mayEdit && (
            <Form method="post" noValidate className="mt-4 flex flex-wrap items-start gap-x-3">
              <TextField
                name="name"
                label="Name this version"
                placeholder="Before the review"
                maxLength={80}
                defaultValue={actionData?.typed ?? ''}
                problems={actionData?.problems}
                className="mb-2 min-w-0 flex-1 basis-64"
              />
              <Button type="submit" name="intent" value="name" className="sm:mt-7">
                Name it
              </Button>
            </Form>
          )}
        </section>
      )}
      {choices.length === 0 ? (
        <EmptyState
          title="No versions yet"
          action={<ButtonLink to={`/postmortems/${reference}/write`}>Write</ButtonLink>}
        >
          The first one is kept when writing goes on after a pause of ten minutes, or when you name one.
        </EmptyState>
      ) : (
        <>
          <SectionHeading id="compare">Compare any two</SectionHeading>
          <section aria-labelledby="compare" className="mb-8">
            <CompareForm at={at} choices={choices} zone={zone} />
          </section>
          {byDay(versions, zone).map(({ day, rows }) => (
            <section key={day} aria-labelledby={rows[0]!.version.id} className="mb-6">
              <SectionHeading id={rows[0]!.version.id}>{day}</SectionHeading>
              <ol className="divide-y divide-line rounded-xl border border-line bg-surface">
                {rows.map(({ version, before }) => (
                  <VersionRow key={version.id} version={version} before={before} at={at} zone={zone} />
                ))}
              </ol>
            </section>
          ))}
          {older && (
            <p className="mb-6">
              <Link
                to={`?before=${older}`}
                className="inline-flex min-h-8 items-center underline underline-offset-4 pointer-coarse:min-h-11"
              >
                Older versions
              </Link>
            </p>
          )}
        </>
      )}
      <p className="meta mt-6 text-pretty">
        A version is kept by itself when writing goes on after a pause of ten minutes, and every hour of steady writing.
        All of the last {daysInFull} days stay, then the last of each day, {mostAutomatic} at most. Published ones and
        those with a name stay for ever. Those who may read the draft see this page; readers of what is published do
        not.
      </p>
    </div>
  )
}

function Done({ children }: { children: React.ReactNode }) {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3 rounded-xl bg-accent-soft px-5 py-3 text-accent-ink">
      {children}
    </div>
  )
}

/** The versions of a page by the day they were made on, each with the one before it, where that is on the page too. */
function byDay(versions: ListedRow[], zone: string) {
  const days: { day: string; rows: { version: ListedRow; before: string | null }[] }[] = []
  for (const [place, version] of versions.entries()) {
    const day = formatMoment({ at: version.madeAt, zone }, 'date')
    const last = days.at(-1)
    const row = { version, before: versions[place + 1]?.id ?? null }
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}
