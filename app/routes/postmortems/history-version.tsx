import { data, Form, Link, redirect } from 'react-router'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { may } from '#app/people/permissions.ts'
import { toMinute } from '#app/postmortems/to-minute.ts'
import { findVersion, versionBefore } from '#app/postmortems/versions/find-version.server.ts'
import { nameVersion } from '#app/postmortems/versions/name-version.server.ts'
import { type RestoreRefusal, restoreDraft } from '#app/postmortems/versions/restore-draft.server.ts'
import { readingOf } from '#app/reading/read-version.server.ts'
import { VersionPage } from '#app/reading/version-page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { CheckboxField, TextField } from '#app/ui/field.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import { VersionChips } from '#app/ui/version-chips.tsx'
import type { Route } from './+types/history-version.ts'
import { foundOr404 } from './found-or-404.server.ts'
import { readPart } from './restore-form.ts'
import { explainName, readName } from './version-name.ts'

export const handle = { wide: true }

export async function loader({ params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const { id, reference, zone, standing } = await foundOr404(context, params.postmortem, 'read-draft')
  const version = await findVersion(db, id, params.version)
  if (!version) throw data(null, { status: 404 })
  const { document, facts, madeAt, ...shown } = version
  return {
    reference,
    zone,
    mayEdit: may(viewer, 'edit', standing),
    version: { ...shown, madeAt: toMinute(madeAt) },
    before: await versionBefore(db, id, version),
    reading: await readingOf(db, viewer, id, document, facts),
  }
}

const explainRestore: Record<RestoreRefusal, string> = {
  'no-such-postmortem': 'It is not shared with you any more.',
  'not-allowed': 'You may read this draft, but not change it.',
  'no-such-version': 'This version has made way meanwhile. Nothing was changed.',
  'no-such-part': 'This part is not in that version. Nothing was changed.',
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const { id, reference } = await foundOr404(context, params.postmortem, 'read-draft')
  const { version } = params
  const history = `/postmortems/${reference}/history`
  const form = await request.formData()

  switch (form.get('intent')) {
    case 'name': {
      const name = readName(form)
      if (!name.ok) return data({ typed: name.typed, problems: name.problems, problem: undefined }, { status: 400 })
      const outcome = await nameVersion(db, viewer, id, version, name.value)
      if (outcome.ok) return redirect(`${history}/${version}`)
      return data({ typed: name.value, problems: [explainName[outcome.reason]], problem: undefined }, { status: 409 })
    }
    case 'remove-name': {
      const outcome = await nameVersion(db, viewer, id, version, '')
      if (outcome.ok) return redirect(`${history}/${version}`)
      return data({ typed: undefined, problems: undefined, problem: explainName[outcome.reason] }, { status: 409 })
    }
    case 'restore': {
      const choice = readPart(form)
      if (!choice) throw data(null, { status: 400 })
      const outcome = await restoreDraft(db, context.get(liveEditingContext), viewer, id, version, choice)
      if (outcome.ok) return redirect(`${history}?restored=${outcome.before}`)
      return data({ typed: undefined, problems: undefined, problem: explainRestore[outcome.reason] }, { status: 409 })
    }
    default:
      throw data(null, { status: 400 })
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const { reading, version, zone } = (loaderData ?? {}) as Partial<Route.ComponentProps['loaderData']>
  const when = version ? formatMoment({ at: version.madeAt, zone }) : ''
  return [{ title: `${reading?.facts.title ?? 'A version'}, as it was ${when} · Candor` }]
}

export default function HistoryVersion({ loaderData, actionData }: Route.ComponentProps) {
  const { reference, zone, version, before, reading, mayEdit } = loaderData
  useFocusOnProblem(actionData)
  const at = `/postmortems/${reference}/history`
  const when = <DateTime at={version.madeAt} zone={zone} />
  return (
    <>
      <Problem messages={actionData?.problem} />
      <aside aria-label="This version" data-no-print className="mb-8 max-w-[720px] rounded-xl bg-info-soft px-5 py-3.5">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          As it was {when} <VersionChips version={version} />
        </p>
        <p className="mt-2 flex flex-wrap gap-2">
          <ButtonLink to={at}>History</ButtonLink>
          <ButtonLink to={`${at}/compare?from=${version.id}&to=now`}>Compare with now</ButtonLink>
          {before && <ButtonLink to={`${at}/compare?from=${before}&to=${version.id}`}>What changed</ButtonLink>}
        </p>
        {mayEdit && (
          <>
            <Disclosure label="Bring this version back" className="mt-2">
              <Form method="post" className="py-2">
                <p className="mb-2 text-ink-2 text-pretty">
                  It becomes the text as it stands now, as an edit like any other. What is there now is kept as a
                  version first, and what somebody types meanwhile is not lost.
                </p>
                <input type="hidden" name="part" value="all" />
                <CheckboxField name="keepAdded" value="yes" label="Keep what was added since" />
                <Button type="submit" name="intent" value="restore" variant="primary">
                  Bring it back
                </Button>
              </Form>
            </Disclosure>
            <Disclosure label={version.name ? 'Rename' : 'Give it a name'} open={actionData?.problems !== undefined}>
              <Form method="post" noValidate className="py-2">
                <TextField
                  name="name"
                  label="Name"
                  hint="A version with a name is kept for ever."
                  maxLength={80}
                  defaultValue={actionData?.typed ?? version.name}
                  problems={actionData?.problems}
                />
                <p className="flex flex-wrap gap-2">
                  <Button type="submit" name="intent" value="name">
                    Save the name
                  </Button>
                  {version.name && (
                    <Button type="submit" name="intent" value="remove-name" variant="quiet">
                      Take the name away
                    </Button>
                  )}
                </p>
              </Form>
            </Disclosure>
          </>
        )}
      </aside>
      <VersionPage
        reading={reading}
        meta={
          <>
            <Link to={`/postmortems/${reference}`} className="underline underline-offset-4">
              {reference}
            </Link>{' '}
            · as it was {when}, to be read
          </>
        }
      />
    </>
  )
}
