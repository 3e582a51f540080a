import { z } from 'zod'
import { currentTemplates } from '#app/catalogue/current-templates.server.ts'
import { documentFromImport } from '#app/interchange/document-from-import.ts'
import { importInWorker } from '#app/interchange/import-in-worker.server.ts'
import { importProblem } from '#app/interchange/import-problem.ts'
import { viewerByEmail } from '#app/people/viewer-by-email.server.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import type { DatabaseCommand } from './command.ts'

const Input = z.object({
  email: z.string(),
  template: z.string(),
  files: z.array(z.object({ file: z.string(), source: z.string() })),
})

/** Makes a draft of each file. One that cannot be understood is named; the others are made all the same. */
export const importFiles: DatabaseCommand = async ({ db }, given) => {
  const { email, template: key, files } = Input.parse(given)
  const owner = await viewerByEmail(db, email)
  if (!owner)
    return { exitCode: 1, output: '', problem: `Nobody here has the e-mail address ${email}, or they are suspended.` }
  const template = (await currentTemplates(db)).find((candidate) => candidate.key === key)
  if (!template) return { exitCode: 2, output: '', problem: `There is no template "${key}".` }
  const made: string[] = []
  const problems: string[] = []
  for (const { file, source } of files) {
    const outcome = await importInWorker(source, { fileName: file })
    if (!outcome.ok) problems.push(`${file}: ${importProblem(outcome)}`)
    else {
      const { reference } = await createPostmortem(db, owner, {
        document: documentFromImport(outcome.imported, template.sections),
        facts: { title: outcome.imported.title.slice(0, 300), templateVersionId: template.versionId },
      })
      made.push(`${reference}  ${outcome.imported.title || 'Untitled'}  (${file})`)
    }
  }
  const output = made.map((line) => `${line}\n`).join('')
  return problems.length > 0 ? { exitCode: 2, output, problem: problems.join('\n') } : { exitCode: 0, output }
}
