import { Form, useNavigation } from 'react-router'
import type { SectionKind } from '#app/document/section-kind.ts'
import type { ImportReport, ImportReportSection } from '#app/interchange/import-report.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { ImportAnswer } from './import.tsx'

/** What an import understood, section by section. The text travels in the form, so this works without JavaScript. */
export function ImportPreview({
  answer,
  report,
  templates,
}: {
  answer: ImportAnswer
  report: ImportReport
  templates: { key: string; name: string }[]
}) {
  const working = useNavigation().state === 'submitting'
  return (
    <Form
      key={answer.template}
      method="post"
      encType="multipart/form-data"
      className="mt-4 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_300px]"
    >
      <div className="min-w-0">
        <p className="mb-5 text-ink-2">
          Nothing is created yet. Every word of it is kept, also where it stays plain text.
        </p>
        <div className="card mb-4">
          <p className="meta">Title</p>
          <p className="font-serif text-xl leading-snug font-semibold">{report.title || 'None found'}</p>
          {report.facts.length > 0 && (
            <dl className="mt-3 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
              {report.facts.map((fact) => (
                <div key={fact.label} className="contents">
                  <dt className="text-ink-3">{fact.label}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        <ol className="space-y-2.5">
          {report.sections.map((section, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sections are those of one answer, in their order
            <SectionCard key={place} section={section} />
          ))}
        </ol>
        {report.empty.length > 0 && (
          <p className="mt-4 text-sm text-ink-2">
            <span className="text-ink-3">Still empty: </span>
            {report.empty.join(', ')}
          </p>
        )}
        <details className="mt-6">
          <summary className="inline-flex min-h-9 items-center gap-2 rounded-md font-[550] underline decoration-line-strong underline-offset-4 pointer-coarse:min-h-11">
            Change the text and look again
          </summary>
          <TextArea className="mt-3" label="The text" name="text" rows={16} defaultValue={answer.text} />
          <Button type="submit" name="intent" value="preview" pending={working}>
            Look again
          </Button>
        </details>
      </div>

      <aside>
        <input type="hidden" name="fileName" value={answer.fileName} />
        {report.notes.length > 0 && (
          <section aria-labelledby="notes" className="mb-6">
            <SectionHeading id="notes">Good to know</SectionHeading>
            <ul className="list-disc space-y-1.5 pl-4 text-sm text-ink-2">
              {report.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        )}
        <SelectField
          label="Template"
          name="template"
          defaultValue={answer.template}
          hint="It can be changed at any time without losing anything."
        >
          {templates.map((template) => (
            <option key={template.key} value={template.key}>
              {template.name}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-col gap-2">
          <Button type="submit" name="intent" value="create" variant="primary" pending={working}>
            Create the draft
          </Button>
          <Button type="submit" name="intent" value="preview">
            Look again with this template
          </Button>
          <ButtonLink to="/postmortems/import" variant="quiet" reloadDocument>
            Take another file
          </ButtonLink>
        </div>
        <p className="meta mt-3">Only you see the draft until you invite someone.</p>
      </aside>
    </Form>
  )
}

const itemWords: Record<SectionKind, [one: string, several: string]> = {
  prose: ['item', 'items'],
  timeline: ['entry', 'entries'],
  accounts: ['account', 'accounts'],
  causes: ['condition', 'conditions'],
  changes: ['change', 'changes'],
  questions: ['question', 'questions'],
  thanks: ['thanks', 'thanks'],
  lessons: ['lesson', 'lessons'],
}

function SectionCard({ section }: { section: ImportReportSection }) {
  const { goesTo, title, headings, items, withoutTime, firstLines, proseBlocks } = section
  const said = headings.filter((heading) => heading && heading !== goesTo)
  return (
    <li className="card">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-serif text-lg font-semibold">{goesTo ?? (title || 'Without a title')}</h2>
        <p className="flex flex-wrap gap-1.5">
          {items > 0 && <Chip tone="accent">{`${items} ${itemWords[section.kind][items === 1 ? 0 : 1]}`}</Chip>}
          {withoutTime > 0 && <Chip tone="note">{withoutTime} without a time</Chip>}
          {proseBlocks > 0 && <Chip>{proseBlocks === 1 ? '1 paragraph' : `${proseBlocks} paragraphs`}</Chip>}
          {!goesTo && <Chip tone="info">a section of its own</Chip>}
        </p>
      </div>
      {goesTo && said.length > 0 && <p className="meta">from {said.map((heading) => `“${heading}”`).join(', ')}</p>}
      {firstLines.length > 0 && (
        <ul className="mt-2 space-y-1 text-sm text-ink-2">
          {firstLines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two first lines may read the same
            <li key={place} className="border-l-2 border-line pl-3">
              {line}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
