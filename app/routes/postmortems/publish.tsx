import { data, Form, Link, redirect } from 'react-router'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { readDocument, readFacts, waiversOf } from '#app/document/shared-document.ts'
import { checkDraft } from '#app/postmortems/check-draft.server.ts'
import { countReaders } from '#app/postmortems/count-readers.server.ts'
import { maskPassage } from '#app/postmortems/mask-passage.ts'
import { nextNumber, type PublishRefusal, publishPostmortem } from '#app/postmortems/publish-postmortem.server.ts'
import { publishedHash } from '#app/postmortems/published-hash.server.ts'
import { readShared } from '#app/postmortems/read-shared.server.ts'
import { setVisibility } from '#app/postmortems/set-visibility.server.ts'
import { canStep } from '#app/postmortems/state-steps.ts'
import { toMinute } from '#app/postmortems/to-minute.ts'
import { undoPublish } from '#app/postmortems/undo-publish.server.ts'
import { maskVersions } from '#app/postmortems/versions/mask-versions.server.ts'
import { readingOf, readPromise } from '#app/reading/read-version.server.ts'
import { VersionPage } from '#app/reading/version-page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { Route } from './+types/publish.ts'
import { foundOr404 } from './found-or-404.server.ts'
import { LeakDecisions } from './leak-decisions.tsx'
import { OpenPoints } from './open-points.tsx'
import { PostmortemHead } from './postmortem-head.tsx'
import { readVisibility, VisibilityFields } from './visibility-fields.tsx'

export const handle = { wide: true }

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const found = await foundOr404(context, params.postmortem, 'publish')
  const { id, visibility, restricted, standing } = found
  const { shared } = await readShared(db, id)
  const check = await checkDraft(db, id, shared)
  const facts = readFacts(shared)
  const wantsPreview = new URL(request.url).searchParams.has('preview')
  const [invited, teams, members] = await Promise.all(
    (['invited', 'teams', 'members'] as const).map((to) => countReaders(db, id, { visibility: to, restricted: false })),
  )
  return {
    reference: found.reference,
    title: facts.title.trim(),
    visibility,
    restricted,
    counts: { invited: invited!, teams: teams!, members: members! },
    organisation: (await readPromise(db)).name,
    check,
    number: await nextNumber(db, id),
    isAmendment: found.publishedVersionId !== null,
    canPublish: canStep('publish', standing),
    nothingNew: found.publishedVersionId !== null && (await publishedHash(db, found.publishedVersionId)) === check.hash,
    undoUntil: found.undoUntil && toMinute(found.undoUntil),
    preview: wantsPreview ? await readingOf(db, context.get(viewerContext), id, readDocument(shared), facts) : null,
  }
}

const explain: Record<PublishRefusal, string> = {
  'no-such-postmortem': 'It is not shared with you any more.',
  'not-allowed': 'Publishing is for its owner and its editors.',
  'not-now': 'It is archived, not required or in the trash. Bring it back first, on its page “Manage”.',
  'changed-meanwhile':
    'The text changed while this page was open, so nothing was published. Look once more, then publish.',
  'nothing-new': 'Nothing has changed since the version that is published.',
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const live = context.get(liveEditingContext)
  const { id, reference } = await foundOr404(context, params.postmortem, 'publish')
  const form = await request.formData()
  const key = String(form.get('key') ?? '').slice(0, 200)
  const because = String(form.get('because') ?? '')
    .trim()
    .slice(0, 1000)
  const here = `/postmortems/${reference}/publish`

  switch (form.get('intent')) {
    case 'visibility':
      await setVisibility(db, viewer, id, readVisibility(form))
      return redirect(here)
    case 'mask':
      await live.edit(id, (shared) => maskPassage(shared, key))
      await maskVersions(db, id, key)
      await live.store(id)
      return redirect(`${here}#leaks`)
    case 'keep':
      await live.edit(id, (shared) => waiversOf(shared).set(key, because || 'Meant to be there'))
      return redirect(`${here}#leaks`)
    case 'leave-open': {
      const keys = form.getAll('point').map((point) => String(point).slice(0, 200))
      if (keys.length === 0)
        return data({ problem: 'Tick the points that the reason is for.', because }, { status: 400 })
      if (!because)
        return data(
          { problem: 'Write the reason, or publish without one: it is then recorded as left open.', because },
          { status: 400 },
        )
      await live.edit(id, (shared) => {
        for (const point of keys) waiversOf(shared).set(point, because)
      })
      return redirect(`${here}#points`)
    }
    case 'take-back':
      await live.edit(id, (shared) => waiversOf(shared).delete(key))
      return redirect(`${here}#points`)
    case 'undo': {
      const undone = await undoPublish(db, viewer, id)
      if (undone.ok) return redirect(here)
      return data(
        {
          problem: 'The ten minutes are over. It can be unpublished, with a reason, on its page “Manage”.',
          because: '',
        },
        { status: 409 },
      )
    }
    case 'publish': {
      const outcome = await publishPostmortem(db, viewer, id, { checkedHash: String(form.get('hash') ?? '') })
      if (outcome.ok) return redirect(here)
      return data({ problem: explain[outcome.reason], because: '' }, { status: 409 })
    }
    default:
      throw data(null, { status: 400 })
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Publish ${(loaderData as { reference?: string } | undefined)?.reference ?? ''} · Candor` },
]

export default function Publish({ loaderData, actionData }: Route.ComponentProps) {
  const { reference, title, check, counts, visibility, restricted, number, organisation } = loaderData
  const readers = restricted ? counts.invited : counts[visibility]
  const people = readers === 1 ? '1 person reads' : `${readers} people read`
  if (loaderData.preview) return <Preview reference={reference} preview={loaderData.preview} people={readers} />
  if (!loaderData.canPublish)
    return (
      <>
        <PostmortemHead reference={reference} title={title} page="Publish" />
        <EmptyState
          title="It cannot be published as it stands"
          action={<ButtonLink to={`/postmortems/${reference}/manage`}>Manage</ButtonLink>}
        >
          It is archived, not required or in the trash. Bring it back first.
        </EmptyState>
      </>
    )
  return (
    <div className="mx-auto max-w-3xl">
      <PostmortemHead reference={reference} title={title} page="Publish" />
      <Problem messages={actionData?.problem} />
      {loaderData.undoUntil && <Undo until={loaderData.undoUntil} reference={reference} />}
      {loaderData.nothingNew ? (
        !loaderData.undoUntil && (
          <EmptyState
            title="Nothing has changed since it was published"
            action={<ButtonLink to={`/postmortems/${reference}/write`}>Amend it</ButtonLink>}
          >
            What is amended becomes the next version; the one before stays readable.
          </EmptyState>
        )
      ) : (
        <>
          <h2 className="mt-6 font-serif text-2xl font-semibold">Before {people} this</h2>
          <p className="mt-1 mb-6 text-ink-2">
            Two things to decide, the rest is worth a look. Nothing here stops you.
          </p>

          <SectionHeading id="readers">Decide: who reads it</SectionHeading>
          <section aria-labelledby="readers" className="card mb-8">
            <Form method="post" preventScrollReset>
              <VisibilityFields
                visibility={visibility}
                restricted={restricted}
                counts={counts}
                organisation={organisation}
              />
              <div className="mt-3 flex flex-wrap gap-2">
                <Button type="submit" name="intent" value="visibility">
                  Change who reads it
                </Button>
                <ButtonLink to={`/postmortems/${reference}/access`} variant="quiet">
                  Who can see it now
                </ButtonLink>
              </div>
            </Form>
            <p className="mt-4 border-t border-line pt-3 text-ink-2">{namesLine(check.chosenNames, check.names)}</p>
          </section>

          <SectionHeading id="leaks">Decide: what should not leave</SectionHeading>
          <LeakDecisions leaks={check.leaks} reasons={check.reasons} reference={reference} />

          <SectionHeading id="points">Worth a look</SectionHeading>
          <OpenPoints
            points={check.points}
            reasons={check.reasons}
            reference={reference}
            because={actionData?.because ?? ''}
          />

          <SectionHeading id="publish">Publish</SectionHeading>
          <Form method="post" className="card">
            <input type="hidden" name="hash" value={check.hash} />
            <p className="mb-4 text-ink-2">
              {loaderData.isAmendment
                ? `Version ${number} takes the place of the one before it, which stays readable under its number.`
                : 'For ten minutes only those invited find it. Then it is in search and in the library.'}
            </p>
            <div className="flex flex-col gap-2 sm:flex-row">
              <Button type="submit" name="intent" value="publish" variant="primary">
                Publish version {number}. You can undo for 10 minutes.
              </Button>
              <ButtonLink to="?preview=yes" variant="plain">
                Preview as a reader
              </ButtonLink>
            </div>
          </Form>
        </>
      )}
    </div>
  )
}

function namesLine(chosen: number, inText: string[]): string {
  const chose = chosen === 0 ? '' : chosen === 1 ? ' 1 chose to be named.' : ` ${chosen} chose to be named.`
  if (inText.length === 0) return `People appear as: roles.${chose}`
  const still = inText.length === 1 ? '1 name is' : `${inText.length} names are`
  return `People appear as: roles.${chose} ${still} still in the text: ${inText.join(', ')}.`
}

function Undo({ until, reference }: { until: string; reference: string }) {
  return (
    <section
      aria-label="Published"
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-xl bg-accent-soft px-5 py-4 text-accent-ink"
    >
      <p className="min-w-0 flex-1 basis-64">
        It is published. Until <DateTime at={until} here show="time" /> you can take it back; nobody is told before.
      </p>
      <div className="flex gap-2">
        <Form method="post">
          <Button type="submit" name="intent" value="undo">
            Undo publishing
          </Button>
        </Form>
        <Link
          to={`/postmortems/${reference}`}
          className="flex min-h-8 items-center underline underline-offset-4 pointer-coarse:min-h-11"
        >
          Read it
        </Link>
      </div>
    </section>
  )
}

function Preview({
  reference,
  preview,
  people,
}: {
  reference: string
  preview: NonNullable<Route.ComponentProps['loaderData']['preview']>
  people: number
}) {
  return (
    <div className="mx-auto max-w-[73.5rem]">
      <div className="mb-8 flex flex-wrap items-center justify-between gap-3 rounded-xl bg-info-soft px-5 py-3">
        <p>This is what {people === 1 ? 'one reader gets' : `${people} readers get`}. It is not published yet.</p>
        <ButtonLink to={`/postmortems/${reference}/publish`}>Back to publishing</ButtonLink>
      </div>
      <VersionPage meta={`${reference} · not published`} reading={preview} />
    </div>
  )
}
