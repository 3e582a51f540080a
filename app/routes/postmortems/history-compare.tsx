import { data } from 'react-router'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { compareDocuments } from '#app/document/compare/compare-documents.ts'
import { differenceInWords } from '#app/document/compare/difference-in-words.ts'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { may } from '#app/people/permissions.ts'
import { toMinute } from '#app/postmortems/to-minute.ts'
import { findVersion } from '#app/postmortems/versions/find-version.server.ts'
import { versionChoices } from '#app/postmortems/versions/list-versions.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CompareForm } from '#app/ui/compare-form.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import type { Route } from './+types/history-compare.ts'
import { comparisonNames } from './comparison-names.server.ts'
import { DifferenceView } from './difference-view.tsx'
import { foundOr404 } from './found-or-404.server.ts'
import { PostmortemHead } from './postmortem-head.tsx'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const { id, reference, title, zone, standing } = await foundOr404(context, params.postmortem, 'read-draft')
  const viewer = context.get(viewerContext)
  const search = new URL(request.url).searchParams
  const choices = await versionChoices(db, id)
  const from = search.get('from') ?? choices[0]?.id ?? 'now'
  const to = search.get('to') ?? 'now'
  const stateOf = async (asked: string) => {
    if (asked !== 'now') return findVersion(db, id, asked)
    return context
      .get(liveEditingContext)
      .read(id, (shared) => ({ madeAt: null, document: readDocument(shared), facts: readFacts(shared) }))
  }
  const [before, after] = [await stateOf(from), await stateOf(to)]
  if (!before || !after) throw data(null, { status: 404 })
  const difference = compareDocuments(before, after, await comparisonNames(db, viewer, id, [before, after]))
  return {
    reference,
    title,
    zone,
    from,
    to,
    fromAt: before.madeAt && toMinute(before.madeAt),
    toAt: after.madeAt && toMinute(after.madeAt),
    choices: choices.map((version) => ({ ...version, madeAt: toMinute(version.madeAt) })),
    words: differenceInWords(difference),
    difference,
    /** Where a part of the earlier version can be brought back into the text. */
    mayRestore: to === 'now' && from !== 'now' && may(viewer, 'edit', standing),
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `What changed in ${(loaderData as { reference?: string } | undefined)?.reference ?? ''} · Candor` },
]

export default function HistoryCompare({ loaderData }: Route.ComponentProps) {
  const { reference, title, zone, from, to, fromAt, toAt, choices, words, difference, mayRestore } = loaderData
  const at = `/postmortems/${reference}/history`
  const said = (moment: string | null) => (moment ? <DateTime at={moment} zone={zone} /> : 'now')
  return (
    <div className="mx-auto max-w-3xl">
      <PostmortemHead reference={reference} title={title} page="What changed" />
      <p className="mb-1 font-serif text-xl leading-snug text-pretty">{words}</p>
      <p className="meta mb-6">
        From {said(fromAt)} to {said(toAt)}
      </p>
      <details className="group mb-6">
        <summary className="inline-flex min-h-8 cursor-pointer items-center font-[550] text-ink-2 pointer-coarse:min-h-11">
          Compare others
        </summary>
        <div className="pt-2">
          <CompareForm key={`${from} ${to}`} at={at} choices={choices} from={from} to={to} zone={zone} />
        </div>
      </details>
      <DifferenceView difference={difference} restoreAt={mayRestore ? `${at}/${from}` : null} />
      <p className="mt-8 flex flex-wrap gap-2">
        <ButtonLink to={at}>History</ButtonLink>
        {from !== 'now' && <ButtonLink to={`${at}/${from}`}>The earlier version</ButtonLink>}
      </p>
    </div>
  )
}
