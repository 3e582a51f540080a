import { data, Form } from 'react-router'
import { templateFileBytes } from '#app/document/template-file.ts'
import type { Template } from '#app/document/templates.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import type { Route } from './+types/template-import.ts'
import { readTemplateUpload } from './read-template-upload.server.ts'
import { SettingsHeading } from './settings-heading.tsx'
import { adminOr404, notesOn, otherTemplates } from './template-form.server.ts'
import { TemplateForm } from './template-form.tsx'
import type { TemplateNote } from './template-notes.server.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Import a template · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  adminOr404(context)
  return { others: await otherTemplates(context) }
}

interface ImportAnswer {
  problems: string[]
  text: string
  template: Template | null
  notes: Record<string, TemplateNote[]>
}

/** Reads the file and shows it in the form; saving it is the next step. */
export async function action({ request, context }: Route.ActionArgs) {
  adminOr404(context)
  const read = await readTemplateUpload(request)
  const { text } = read
  if (!read.ok) return data<ImportAnswer>({ problems: read.problems, text, template: null, notes: {} }, 400)
  return data<ImportAnswer>({
    problems: [],
    text,
    template: read.template,
    notes: await notesOn(context, read.template),
  })
}

export default function TemplateImport({ loaderData, actionData }: Route.ComponentProps) {
  const answer: ImportAnswer | null = actionData ?? null
  if (answer?.template) {
    return (
      <>
        <SettingsHeading title="What the file says" takesFocus>
          Nothing is saved yet. Look at it, change what you like, and save it as a new template.
        </SettingsHeading>
        <TemplateForm
          draft={{ ...answer.template, takenOut: [], wantedKey: answer.template.key }}
          revision={0}
          notes={answer.notes}
          others={loaderData.others}
          answer={null}
          action="/settings/templates/new"
          cancelTo="/settings/templates"
          send="Save the template"
        />
      </>
    )
  }
  return (
    <>
      <SettingsHeading title="Import a template">
        A file that was downloaded here or in another Candor. It is shown to you before anything is saved.
      </SettingsHeading>
      <Problem messages={answer?.problems} />
      <Form method="post" encType="multipart/form-data" className="max-w-xl">
        <FileField
          name="file"
          label="A file"
          hint={`JSON, up to ${templateFileBytes / 1024} kB.`}
          accept=".json,application/json"
        />
        <TextArea
          name="text"
          label="Or its text"
          hint="Used when no file is chosen."
          rows={6}
          spellCheck={false}
          defaultValue={answer?.text}
          className="mb-4 [&_textarea]:min-h-32 [&_textarea]:font-mono [&_textarea]:text-sm"
        />
        <Button type="submit" variant="primary">
          Show what it says
        </Button>
      </Form>
    </>
  )
}
