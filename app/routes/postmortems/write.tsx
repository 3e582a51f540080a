import { useState } from 'react'
import { data, useMatches } from 'react-router'
import { z } from 'zod'
import { findTemplateVersion } from '#app/catalogue/find-template-version.server.ts'
import { languageContext } from '#app/catalogue/language-context.server.ts'
import { catalogueOptions } from '#app/catalogue/options.server.ts'
import { listTemplateRules } from '#app/catalogue/template-rules.server.ts'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { idsInUse } from '#app/document/ids-in-use.ts'
import { mentionKey, mentionsIn } from '#app/document/mention.ts'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { may } from '#app/people/permissions.ts'
import { ChangeProgressForm } from '#app/postmortems/change-progress-form.ts'
import { findChangeProgress } from '#app/postmortems/find-change-progress.server.ts'
import { setChangeProgress } from '#app/postmortems/set-change-progress.server.ts'
import { mentionNames } from '#app/reading/mention-names.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import type { Route } from './+types/write.ts'
import { draftLines } from './draft-lines.ts'
import { DraftText } from './draft-text.tsx'
import { PostmortemEditor } from './editor.client.ts'
import { foundOr404 } from './found-or-404.server.ts'
import { ruleSources } from './rule-sources.server.ts'

export const handle = { wide: true, Actions: WritingActions }

export async function loader({ params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const { id, reference, state, standing } = await foundOr404(context, params.postmortem, 'read-draft')
  const { facts, document } = await context
    .get(liveEditingContext)
    .read(id, (shared) => ({ facts: readFacts(shared), document: readDocument(shared) }))
  const keys = [...new Set(mentionsIn(document).map((mention) => mentionKey(mention.kind, mention.id)))]
  return {
    postmortem: { id, reference, state, title: facts.title },
    viewer: { id: viewer.id, name: viewer.name, timeZone: viewer.timeZone },
    options: {
      ...(await catalogueOptions(db, idsInUse(document, facts))),
      ownTemplate: await findTemplateVersion(db, facts.templateVersionId),
      templateRules: (await listTemplateRules(db)).filter(({ idle }) => !idle),
      mayAddFactors: viewer.role === 'admin',
      language: await languageContext(db),
      ruleSources: ruleSources(),
    },
    progress: await findChangeProgress(db, id),
    text: draftLines(document, facts.zone, await mentionNames(db, viewer, id, keys)),
    mayPublish: may(viewer, 'publish', standing),
    mayShare: may(viewer, 'see-access', standing),
  }
}

/** Due date, tracker link and state of a change; everything else is written through the shared document. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { id } = await foundOr404(context, params.postmortem, 'read-draft')
  const form = ChangeProgressForm.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success) return data({ ok: false, problems: z.flattenError(form.error).fieldErrors }, { status: 400 })
  const outcome = await setChangeProgress(context.get(databaseContext), context.get(viewerContext)!, id, form.data)
  if (outcome.ok) return outcome
  return data({ ok: false, problems: { form: ['You may read this draft, but not change it.'] } }, { status: 409 })
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const { title } = (loaderData as { postmortem?: { title: string } } | undefined)?.postmortem ?? {}
  return [{ title: `${title || 'Untitled'} · Writing · Candor` }]
}

const states: Partial<Record<string, string>> = { in_review: 'in review', not_required: 'not required' }

export default function Write({ loaderData }: Route.ComponentProps) {
  const { postmortem, viewer, options, progress, text } = loaderData
  const meta = `${postmortem.reference} · ${states[postmortem.state] ?? postmortem.state}`
  const { id, reference } = postmortem
  const opens = JSON.stringify([
    { id, reference },
    { id: viewer.id, name: viewer.name },
  ])
  const hydrated = useHydrated()
  const [opened, setOpened] = useState(false)
  return (
    <>
      {hydrated && (
        <PostmortemEditor
          key={postmortem.id}
          postmortem={{ ...postmortem, meta }}
          viewer={viewer}
          options={options}
          progress={progress}
          onOpened={setOpened}
        />
      )}
      {!opened && <DraftText text={text} title={postmortem.title} meta={meta} opens={opens} />}
    </>
  )
}

/** What the page's header holds while someone writes: the save state, which the editor puts there, and the ways on. */
function WritingActions() {
  const { postmortem, mayShare, mayPublish } = useMatches().at(-1)!.loaderData as Route.ComponentProps['loaderData']
  const address = `/postmortems/${postmortem.reference}`
  return (
    <>
      <span id="writing-status" className="hidden items-center gap-3 lg:inline-flex" />
      {mayShare && <ButtonLink to={`${address}/access`}>Share</ButtonLink>}
      {mayPublish && (
        <ButtonLink to={`${address}/publish`} variant="primary">
          Publish
        </ButtonLink>
      )}
    </>
  )
}
