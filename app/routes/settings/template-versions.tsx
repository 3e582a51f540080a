import { Form } from 'react-router'
import type { SectionDifference } from '#app/document/template-difference.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { TemplateDifferenceList } from './template-difference-list.tsx'
import { TemplateSections } from './template-sections.tsx'

interface ShownVersion {
  number: number
  madeAt: string
  sections: TemplateSection[]
  /** What differs from the version before; null for the first. */
  difference: SectionDifference[] | null
}

/** Every version of a template, newest first, each with what it changed. */
export function TemplateVersions({
  here,
  revision,
  versions,
  zone,
  canEdit,
}: {
  here: string
  revision: number
  versions: ShownVersion[]
  zone: string
  canEdit: boolean
}) {
  return (
    <section aria-labelledby="versions-heading" className="mt-9">
      <SectionHeading id="versions-heading">Versions</SectionHeading>
      <ol className="divide-y divide-line border-y border-line">
        {versions.map(({ number, madeAt, sections, difference }, age) => (
          <li key={number} className="py-3.5">
            <h3 className="font-[550]">
              Version {number}{' '}
              <span className="font-normal text-ink-3">
                <DateTime at={madeAt} zone={zone} show="date" />
                {age === 0 ? ' · the one as it stands' : ''}
              </span>
            </h3>
            <div className="mt-1.5">
              {difference ? (
                <TemplateDifferenceList difference={difference} />
              ) : (
                <p className="text-ink-2">The first one.</p>
              )}
            </div>
            {age > 0 && (
              <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-2">
                <Disclosure label={`The sections of version ${number}`} className="min-w-0 flex-1">
                  <TemplateSections sections={sections} />
                </Disclosure>
                {canEdit && (
                  <Form method="post" action={here} preventScrollReset>
                    <input type="hidden" name="version" value={number} />
                    <input type="hidden" name="revision" value={revision} />
                    <Button type="submit" name="act" value="restore" aria-label={`Restore version ${number}`}>
                      Restore
                    </Button>
                  </Form>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
