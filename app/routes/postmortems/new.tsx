import { data, isRouteErrorResponse, redirect } from 'react-router'
import { type CurrentTemplate, currentTemplates } from '#app/catalogue/current-templates.server.ts'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { scrapsOf } from '#app/document/shared-document.ts'
import { startDocument } from '#app/document/start-document.ts'
import { documentFromImport } from '#app/interchange/document-from-import.ts'
import { appendTyped, fillFromText, firstBoxScrap, stateOf } from '#app/interchange/fill-from-text.ts'
import { importInWorker } from '#app/interchange/import-in-worker.server.ts'
import { importProblem } from '#app/interchange/import-problem.ts'
import { placeOnDay } from '#app/interchange/place-on-day.ts'
import { scrapsToImported } from '#app/interchange/scraps-to-content.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { firstVisibility } from '#app/postmortems/first-visibility.ts'
import type { Route } from './+types/new.ts'
import { boxLimit, FirstBox } from './first-box.tsx'
import { foundOr404 } from './found-or-404.server.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const templates = await currentTemplates(context.get(databaseContext))
  const asked = new URL(request.url).searchParams.get('template')
  const chosen = templates.find((template) => template.key === asked) ?? templates[0]!
  return { chosen: chosen.key, templates: templates.map(({ key, name, description }) => ({ key, name, description })) }
}

/** What the box is told: the draft that exists now, and how much of the text stands in it. */
export interface BoxAnswer {
  reference?: string
  /** The text that is in the document by now, and the section it ends in. */
  filled?: string
  into?: string | null
  appended?: string
  /** Tells the document as it stands by now from one in which someone has written since. */
  stands?: string
  problem?: string
  text?: string
}

export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const live = context.get(liveEditingContext)
  const form = await request.formData()
  const text = String(form.get('text') ?? '').replaceAll('\r\n', '\n')
  const reference = String(form.get('reference') ?? '')
  const templates = await currentTemplates(db)
  const template: CurrentTemplate =
    templates.find((candidate) => candidate.key === form.get('template')) ?? templates[0]!
  const at = new Date().toISOString()
  const scrap = { text, place: 'Typed into the first box', at }
  if (text.length > boxLimit) return data<BoxAnswer>({ problem: tooLong, text }, { status: 400 })

  switch (form.get('intent')) {
    case 'start': {
      const created = await createPostmortem(db, viewer, {
        document: startDocument(template.sections),
        facts: { templateVersionId: template.versionId },
        visibility: firstVisibility(template.key),
        scraps: { [firstBoxScrap]: scrap },
      })
      return data<BoxAnswer>({ reference: created.reference })
    }
    case 'keep': {
      const { id } = await foundOr404(context, reference, 'edit')
      await live.edit(id, (shared) => void scrapsOf(shared).set(firstBoxScrap, scrap))
      return data<BoxAnswer>({ reference })
    }
    case 'fill': {
      const { id } = await foundOr404(context, reference, 'edit')
      const read = await understand(text, viewer)
      if (!read.ok) return data<BoxAnswer>({ problem: read.problem, text }, { status: 400 })
      const [earlier, stood] = [String(form.get('into') ?? ''), form.get('stands')]
      let into: string | null = null
      let stands = ''
      await live.edit(id, (shared) => {
        const again = Boolean(stood) && stateOf(shared) === stood
        into = fillFromText(shared, read.imported, template, { endsInNewLine: /\n\s*$/.test(text), again })
        if (into === null && earlier) {
          appendTyped(shared, earlier, `\n${text}`, at)
          into = earlier
        } else if (into === null) scrapsOf(shared).set(firstBoxScrap, scrap)
        stands = stateOf(shared)
      })
      await live.store(id)
      return data<BoxAnswer>({ reference, filled: text, into, stands })
    }
    case 'append': {
      const { id } = await foundOr404(context, reference, 'edit')
      const into = String(form.get('into') ?? '')
      let stands = ''
      await live.edit(id, (shared) => {
        appendTyped(shared, into, text, at)
        stands = stateOf(shared)
      })
      return data<BoxAnswer>({ reference, appended: text, stands })
    }
    default: {
      if (!text.trim())
        return data<BoxAnswer>({ problem: 'Write a word or a time first, or import a file.', text }, { status: 400 })
      const read = await understand(text, viewer)
      if (!read.ok) return data<BoxAnswer>({ problem: read.problem, text }, { status: 400 })
      const created = await createPostmortem(db, viewer, {
        document: documentFromImport(read.imported, template.sections),
        facts: { title: read.imported.title.slice(0, 300), templateVersionId: template.versionId },
        visibility: firstVisibility(template.key),
      })
      return redirect(`/postmortems/${created.reference}/write`)
    }
  }
}

/** Long texts are read in a worker, as files are: no other request waits for them. */
async function understand(text: string, viewer: Viewer) {
  const typedNow = { zone: viewer.timeZone, now: new Date() }
  if (text.length <= 10_000) {
    return { ok: true as const, imported: placeOnDay(scrapsToImported(text, viewer.timeZone), typedNow) }
  }
  const outcome = await importInWorker(text)
  if (!outcome.ok) return { ok: false as const, problem: importProblem(outcome) }
  return { ok: true as const, imported: placeOnDay(outcome.imported, typedNow) }
}

const tooLong = `The box holds ${boxLimit.toLocaleString('en')} characters. Import a longer text as a file.`

/** A server that does not answer must not take the page, and with it the text, away. */
export async function clientAction({ serverAction }: Route.ClientActionArgs): Promise<BoxAnswer> {
  try {
    return (await serverAction()) as BoxAnswer
  } catch (error) {
    if (error instanceof Response || isRouteErrorResponse(error)) throw error
    return { problem: 'The server does not answer. What you type stays here; it is tried again.' }
  }
}

/** Nothing on this page changes by what the box sends. */
export const shouldRevalidate = () => false

export const meta: Route.MetaFunction = () => [{ title: 'New post-mortem · Candor' }]

export default function New({ loaderData, actionData }: Route.ComponentProps) {
  return <FirstBox templates={loaderData.templates} chosen={loaderData.chosen} answer={actionData} />
}
