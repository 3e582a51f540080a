import { data, redirect } from 'react-router'
import { type CurrentTemplate, currentTemplates } from '#app/catalogue/current-templates.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { documentFromImport } from '#app/interchange/document-from-import.ts'
import { importInWorker } from '#app/interchange/import-in-worker.server.ts'
import { importProblem } from '#app/interchange/import-problem.ts'
import { type ImportReport, importReport } from '#app/interchange/import-report.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { firstVisibility } from '#app/postmortems/first-visibility.ts'
import { matchFacts } from '#app/postmortems/match-facts.server.ts'
import { Problem } from '#app/ui/problem.tsx'
import type { Route } from './+types/import.ts'
import { ImportForm } from './import-form.tsx'
import { ImportPreview } from './import-preview.tsx'
import { readImportForm } from './read-import-form.server.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const templates = await currentTemplates(context.get(databaseContext))
  return { templates: templates.map(({ key, name }) => ({ key, name })) }
}

/** What the page shows after a form: what was understood, or why it could not be read, and always what was given. */
export interface ImportAnswer {
  problem: string | null
  text: string
  fileName: string
  template: string
  report: ImportReport | null
}

export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const read = await readImportForm(request)
  if (!read.ok) return data<ImportAnswer>({ ...nothing, problem: read.problem }, { status: 400 })
  const { intent, text, fileName, bytes } = read
  const templates = await currentTemplates(db)
  const template: CurrentTemplate = templates.find((candidate) => candidate.key === read.template) ?? templates[0]!

  const outcome = await importInWorker(bytes ?? text, { fileName: fileName || undefined })
  const given = { text, fileName, template: template.key }
  if (!outcome.ok)
    return data<ImportAnswer>({ ...given, report: null, problem: importProblem(outcome) }, { status: 400 })
  const { imported } = outcome
  if (intent !== 'create')
    return data<ImportAnswer>({ ...given, report: importReport(imported, template.sections), problem: null })

  const created = await createPostmortem(db, viewer, {
    document: documentFromImport(imported, template.sections),
    facts: {
      ...(await matchFacts(db, imported.facts)),
      title: imported.title.slice(0, 300),
      templateVersionId: template.versionId,
    },
    visibility: firstVisibility(template.key),
  })
  return redirect(`/postmortems/${created.reference}/write`)
}

const nothing: ImportAnswer = { problem: null, text: '', fileName: '', template: 'standard', report: null }

export const meta: Route.MetaFunction = () => [{ title: 'Import · Candor' }]

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const answer = actionData ?? nothing
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-[-0.01em]">
        {answer.report ? 'What was understood' : 'Import a post-mortem'}
      </h1>
      <Problem messages={answer.problem} />
      {answer.report ? (
        <ImportPreview answer={answer} report={answer.report} templates={loaderData.templates} />
      ) : (
        <ImportForm answer={answer} templates={loaderData.templates} />
      )}
    </>
  )
}
