import type { TemplateSection } from '#app/document/templates.ts'
import { Chip } from '#app/ui/chip.tsx'

/** The sections of a template in reading order, each with what it asks and the help beside it. */
export function TemplateSections({ sections }: { sections: TemplateSection[] }) {
  return (
    <ol className="divide-y divide-line">
      {sections.map((section, place) => (
        <li key={section.key} className="grid grid-cols-[1.75rem_minmax(0,1fr)] py-3">
          <span aria-hidden="true" className="pt-0.5 font-mono text-sm text-ink-3 tabular-nums">
            {place + 1}
          </span>
          <div>
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <h3 className="font-[550]">{section.title}</h3>
              <Chip>{section.kind}</Chip>
              {section.required && <Chip tone="accent">required</Chip>}
            </div>
            {section.prompt && <p className="mt-1 font-serif text-lg leading-snug italic">{section.prompt}</p>}
            {section.help && <p className="mt-1 max-w-prose whitespace-pre-line text-ink-2">{section.help}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
