import { data, Link, redirect } from 'react-router'
import { databaseContext, viewerContext } from '#app/context.ts'
import { may } from '#app/people/permissions.ts'
import { findPostmortem } from '#app/postmortems/find-postmortem.server.ts'
import { toMinute } from '#app/postmortems/to-minute.ts'
import { mentionedIn } from '#app/reading/mentioned-in.server.ts'
import { MentionedIn } from '#app/reading/mentioned-in.tsx'
import { readPromise, readVersion } from '#app/reading/read-version.server.ts'
import { VersionPage } from '#app/reading/version-page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import type { Route } from './+types/read.ts'

const readers = {
  invited: 'read by those invited',
  teams: 'read by the teams concerned',
  members: 'read by anyone in the organisation',
}

/** The published version; whoever may see the draft alone is sent there. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)
  const postmortem = await findPostmortem(db, viewer, params.postmortem)
  if (!postmortem) throw data(null, { status: 404 })
  const { standing, reference } = postmortem
  const asked = Number(new URL(request.url).searchParams.get('version')) || undefined
  const version =
    may(viewer, 'read-published', standing) && standing.hasPublishedVersion
      ? await readVersion(db, viewer, postmortem.id, { number: asked, withdrawn: may(viewer, 'read-draft', standing) })
      : null
  if (!version) {
    if (asked === undefined && may(viewer, 'read-draft', standing)) throw redirect(`/postmortems/${reference}/write`)
    throw data(null, { status: 404 })
  }
  return {
    reference,
    audience: postmortem.restricted ? readers.invited : readers[postmortem.visibility],
    archived: postmortem.state === 'archived',
    mayEdit: may(viewer, 'edit', standing),
    maySeeAccess: may(viewer, 'see-access', standing),
    undoUntil:
      may(viewer, 'publish', standing) && postmortem.visibleFrom && postmortem.visibleFrom > new Date()
        ? toMinute(postmortem.visibleFrom)
        : null,
    mentionedIn: viewer ? await mentionedIn(db, viewer, postmortem.id) : [],
    promise: await readPromise(db),
    version,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${(loaderData as { version?: { facts: { title: string } } } | undefined)?.version?.facts.title ?? 'Post-mortem'} · Candor`,
  },
]

export default function Read({ loaderData }: Route.ComponentProps) {
  const { reference, version, audience, archived, mayEdit, maySeeAccess, undoUntil, promise } = loaderData
  const newest = version.numbers[0]
  return (
    <>
      {(mayEdit || maySeeAccess) && (
        <div data-no-print className="mb-6 flex flex-wrap items-center justify-end gap-2">
          {undoUntil && (
            <p className="meta mr-auto">
              Only those invited find it until <DateTime at={undoUntil} here show="time" />.{' '}
              <Link to={`/postmortems/${reference}/publish`} className="underline underline-offset-4">
                Undo publishing
              </Link>
            </p>
          )}
          {maySeeAccess && <ButtonLink to={`/postmortems/${reference}/access`}>Who can see this</ButtonLink>}
          {maySeeAccess && (
            <ButtonLink to={`/postmortems/${reference}/history`} variant="quiet">
              History
            </ButtonLink>
          )}
          {mayEdit && (
            <ButtonLink to={`/postmortems/${reference}/manage`} variant="quiet">
              Manage
            </ButtonLink>
          )}
          {mayEdit && <ButtonLink to={`/postmortems/${reference}/write`}>Amend</ButtonLink>}
        </div>
      )}
      <VersionPage
        reading={version}
        meta={
          <>
            {reference} · version {version.number}
            {version.number > 1 ? ', amended ' : ', '}
            <DateTime at={version.publishedAt} show="date" /> · {audience} · written to learn, not to judge performance
            {archived && ' · archived'}
            {version.number !== newest && (
              <>
                {' · '}
                <Link to={`/postmortems/${reference}`} className="underline underline-offset-4">
                  there is a newer version
                </Link>
              </>
            )}
          </>
        }
        foot={
          <>
            <MentionedIn sources={loaderData.mentionedIn} />
            <footer className="mt-14 border-t border-line pt-4 text-[13.5px] text-ink-2 text-pretty">
              {promise.promise && promise.signedBy && promise.signedAt ? (
                <p>
                  {promise.name} promises: {promise.promise} Signed by the {promise.signedBy},{' '}
                  <DateTime at={promise.signedAt} show="date" />.
                </p>
              ) : (
                <p>{promise.name} has not signed a promise about what post-mortems are used for.</p>
              )}
              {version.numbers.length > 1 && (
                <nav aria-label="Versions" className="mt-1 flex flex-wrap items-center gap-x-1">
                  <span className="mr-1">Versions</span>
                  {version.numbers.map((number) => (
                    <Link
                      key={number}
                      to={number === newest ? `/postmortems/${reference}` : `?version=${number}`}
                      aria-current={number === version.number ? 'page' : undefined}
                      className="grid min-h-8 min-w-8 place-items-center rounded-md underline underline-offset-4 hover:bg-sunken aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:no-underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
                    >
                      {number}
                    </Link>
                  ))}
                </nav>
              )}
            </footer>
          </>
        }
      />
    </>
  )
}
