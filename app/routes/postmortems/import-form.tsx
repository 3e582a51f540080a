import { Form, useNavigation } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import type { ImportAnswer } from './import.tsx'

/** A file or a pasted text; nothing is created before it was shown what was understood. */
export function ImportForm({
  answer,
  templates,
}: {
  answer: ImportAnswer
  templates: { key: string; name: string }[]
}) {
  const reading = useNavigation().state === 'submitting'
  return (
    <>
      <p className="mt-2 mb-6 max-w-prose text-ink-2">
        Markdown, plain text or a pasted chat. You see what was understood, section by section, before anything is
        created. What is not understood stays as text in the nearest section.
      </p>
      <Form method="post" encType="multipart/form-data" className="max-w-3xl">
        <FileField
          name="file"
          label="A file"
          hint="Markdown or plain text, up to 2 MB."
          accept=".md,.markdown,.mdx,.txt,.text,.log,.adoc,.org,.rst,text/*"
        />
        <TextArea
          className="mb-4 [&_textarea]:min-h-56"
          label="Or the text"
          hint="Used when no file is chosen."
          name="text"
          rows={10}
          defaultValue={answer.text}
          placeholder={
            '# Cards declined after a certificate rotation\n\n## Timeline\n14:03 Rotation job replaced the certificate …'
          }
        />
        <SelectField label="Template" name="template" defaultValue={answer.template} className="mb-5 max-w-64">
          {templates.map((template) => (
            <option key={template.key} value={template.key}>
              {template.name}
            </option>
          ))}
        </SelectField>
        <Button type="submit" name="intent" value="preview" variant="primary" pending={reading}>
          Show what is understood
        </Button>
      </Form>
    </>
  )
}
