import { data, Form, redirect } from 'react-router'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { may } from '#app/people/permissions.ts'
import { changeState, type StateRefusal, type StateStep } from '#app/postmortems/change-state.server.ts'
import { duplicatePostmortem } from '#app/postmortems/duplicate-postmortem.server.ts'
import { canStep } from '#app/postmortems/state-steps.ts'
import { trashDays } from '#app/postmortems/trash-days.ts'
import { restorePostmortem, trashPostmortem } from '#app/postmortems/trash-postmortem.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import type { Route } from './+types/manage.ts'
import { foundOr404 } from './found-or-404.server.ts'
import { ManageRow } from './manage-row.tsx'
import { PostmortemHead } from './postmortem-head.tsx'
import { StateChip } from './state-chip.tsx'

const steps: StateStep[] = ['unpublish', 'archive', 'unarchive', 'mark-not-required', 'mark-required']

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext)!
  const found = await foundOr404(context, params.postmortem, 'read-draft')
  const { standing, reference, title, state, trashedAt } = found
  const mayManage = may(viewer, 'manage', standing)
  return {
    reference,
    title,
    state,
    trashed: trashedAt !== null,
    deletedOn: trashedAt && new Date(trashedAt.getTime() + trashDays * 86_400_000).toISOString(),
    notRequiredBecause: found.notRequiredBecause,
    unpublishedBecause: found.unpublishedBecause,
    hasPublishedVersion: standing.hasPublishedVersion,
    mayManage,
    mayPublish: may(viewer, 'publish', standing) && canStep('publish', standing),
    steps: mayManage ? steps.filter((step) => canStep(step, standing)) : [],
    done: doneWords[new URL(request.url).searchParams.get('done') ?? ''] ?? null,
  }
}

/** What was done, and the step that undoes it. */
const doneWords: Record<string, { text: string; undo?: string }> = {
  trash: { text: 'It is in the trash.', undo: 'restore' },
  restore: { text: 'It is back, as it was.' },
  archive: { text: 'It is archived. It leaves the list and stays readable.', undo: 'unarchive' },
  unarchive: { text: 'It is back from the archive.', undo: 'archive' },
  unpublish: { text: 'It is a draft again. Its versions stay, for those invited.' },
  'mark-not-required': { text: 'It is marked as not required, with the reason.', undo: 'mark-required' },
  'mark-required': { text: 'It is a draft again.' },
}

const explain: Record<Exclude<StateRefusal, 'no-reason'>, string> = {
  'no-such-postmortem': 'It is not shared with you any more.',
  'not-allowed': 'That is for its owner to do.',
  'not-now': 'It has changed meanwhile. This page shows how it stands now.',
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const { id, reference } = await foundOr404(context, params.postmortem, 'read-draft')
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const because = String(form.get('because') ?? '').slice(0, 1000)

  if (intent === 'duplicate') {
    const copy = await duplicatePostmortem(db, viewer, id)
    if (copy.ok) return redirect(`/postmortems/${copy.reference}/write`)
    return data({ intent, because: '', problem: explain[copy.reason], problems: undefined }, { status: 409 })
  }
  const step = steps.find((candidate) => candidate === intent)
  if (!step && intent !== 'restore' && intent !== 'trash') throw data(null, { status: 400 })
  const outcome = step
    ? await changeState(db, viewer, id, step, because)
    : intent === 'restore'
      ? await restorePostmortem(db, viewer, id)
      : await trashPostmortem(db, viewer, id)
  if (outcome.ok) {
    // Whoever has it open is asked for their rights again: in the trash it is the owner's alone.
    context.get(liveEditingContext).close({ postmortemId: id })
    return redirect(`/postmortems/${reference}/manage?done=${step ?? (intent === 'restore' ? 'restore' : 'trash')}`)
  }
  if (outcome.reason === 'no-reason') {
    const problems = ['Write the reason: it stays with the post-mortem, for whoever asks later.']
    return data({ intent, because, problem: undefined, problems }, { status: 400 })
  }
  return data({ intent, because, problem: explain[outcome.reason], problems: undefined }, { status: 409 })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Manage ${(loaderData as { reference?: string } | undefined)?.reference ?? ''} · Candor` },
]

export default function Manage({ loaderData, actionData }: Route.ComponentProps) {
  const { reference, title, state, trashed, done, mayManage } = loaderData
  const can = (step: StateStep) => loaderData.steps.includes(step)
  const reasonFor = (intent: string) => ({
    name: 'because',
    maxLength: 1000,
    defaultValue: actionData?.intent === intent ? actionData.because : '',
    problems: actionData?.intent === intent ? actionData.problems : undefined,
  })
  return (
    <div className="max-w-3xl">
      <PostmortemHead reference={reference} title={title} page="Manage" />
      <Problem messages={actionData?.problem} />
      <div
        role="status"
        className={
          done
            ? 'mb-6 flex flex-wrap items-center gap-3 rounded-xl bg-accent-soft px-5 py-3 text-accent-ink'
            : undefined
        }
      >
        {done && (
          <>
            <p className="min-w-0 flex-1">{done.text}</p>
            {done.undo && mayManage && (
              <Form method="post">
                <Button type="submit" name="intent" value={done.undo}>
                  Undo
                </Button>
              </Form>
            )}
          </>
        )}
      </div>
      <p className="mb-4 flex flex-wrap items-center gap-2 text-ink-2">
        It stands as <StateChip state={state} />
        {trashed && 'in the trash'}
        {state === 'not_required' && `because: ${loaderData.notRequiredBecause}`}
        {loaderData.unpublishedBecause && `Unpublished because: ${loaderData.unpublishedBecause}`}
      </p>

      <div className="divide-y divide-line rounded-xl border border-line bg-surface">
        {loaderData.mayPublish && (
          <ManageRow
            title={loaderData.hasPublishedVersion ? 'Publish a next version' : 'Publish'}
            detail="First you see who will read it, and what is still open."
          >
            <ButtonLink to={`/postmortems/${reference}/publish`}>
              {loaderData.hasPublishedVersion ? 'Amend' : 'Publish'}
            </ButtonLink>
          </ManageRow>
        )}
        <ManageRow title="History" detail="Its versions: to look at, to compare by words, to bring back.">
          <ButtonLink to={`/postmortems/${reference}/history`}>History</ButtonLink>
        </ManageRow>
        {!trashed && (
          <ManageRow
            title="Files"
            detail="Images and files that the text rests on; add one, or take one away for good."
          >
            <ButtonLink to={`/postmortems/${reference}/files`}>Files</ButtonLink>
          </ManageRow>
        )}
        {!trashed && (
          <ManageRow
            title="Duplicate"
            detail="A draft of your own with the same text and its files. Nobody’s access comes along, nor kept sentences, scraps or versions."
          >
            <Act intent="duplicate">Duplicate</Act>
          </ManageRow>
        )}
        {can('archive') && (
          <ManageRow title="Archive" detail="It leaves the list. Who can read it now still can.">
            <Act intent="archive">Archive</Act>
          </ManageRow>
        )}
        {can('unarchive') && (
          <ManageRow title="Bring back from the archive">
            <Act intent="unarchive">Bring back</Act>
          </ManageRow>
        )}
        {can('mark-not-required') && (
          <ManageRow title="Not required, because …" detail="For incidents that are covered elsewhere, or need none.">
            <Form method="post" noValidate className="w-full">
              <TextField label="Because" placeholder="Covered by PM-12" {...reasonFor('mark-not-required')} />
              <Button type="submit" name="intent" value="mark-not-required">
                Mark as not required
              </Button>
            </Form>
          </ManageRow>
        )}
        {can('mark-required') && (
          <ManageRow title="Required after all" detail="It becomes a draft again.">
            <Act intent="mark-required">Write it</Act>
          </ManageRow>
        )}
        {can('unpublish') && (
          <ManageRow
            title="Unpublish"
            detail="It becomes a draft again and leaves the library at once. Whoever read it may remember it."
          >
            <Form method="post" noValidate className="w-full">
              <TextField label="Because" placeholder="A partner asked for a day" {...reasonFor('unpublish')} />
              <Button type="submit" name="intent" value="unpublish" variant="danger">
                Unpublish
              </Button>
            </Form>
          </ManageRow>
        )}
        {mayManage && !trashed && (
          <ManageRow
            title="Move to trash"
            detail={`Nobody but you sees it there. After ${trashDays} days it is deleted for good.`}
          >
            <Act intent="trash" danger>
              Move to trash
            </Act>
          </ManageRow>
        )}
        {mayManage && trashed && (
          <ManageRow
            title="Restore from the trash"
            detail={`It comes back as it was. On ${loaderData.deletedOn?.slice(0, 10)} it is deleted for good.`}
          >
            <Act intent="restore">Restore</Act>
          </ManageRow>
        )}
      </div>
      {!mayManage && <p className="meta mt-4">Archiving, unpublishing and the trash are for its owner.</p>}
    </div>
  )
}

function Act({ intent, danger = false, children }: { intent: string; danger?: boolean; children: string }) {
  return (
    <Form method="post">
      <Button type="submit" name="intent" value={intent} variant={danger ? 'danger' : 'plain'}>
        {children}
      </Button>
    </Form>
  )
}
