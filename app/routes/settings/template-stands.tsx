import { SectionHeading } from '#app/ui/section-heading.tsx'
import { TemplateDifferenceList } from './template-difference-list.tsx'
import type { TemplateAnswer } from './template-form.server.ts'
import { TemplateSections } from './template-sections.tsx'

/** What someone else has saved, beside the form in which something else is typed. */
export function TemplateStands({ stands }: { stands: NonNullable<TemplateAnswer['stands']> }) {
  const { template, difference } = stands
  return (
    <section aria-label="What stands now" className="mt-8 rounded-xl border border-line bg-surface px-5 pt-4 pb-5">
      <SectionHeading>What your text would change</SectionHeading>
      <TemplateDifferenceList difference={difference} />
      <SectionHeading>What stands now: {template.name}</SectionHeading>
      {template.description && <p className="text-ink-2">{template.description}</p>}
      <TemplateSections sections={template.sections} />
    </section>
  )
}
