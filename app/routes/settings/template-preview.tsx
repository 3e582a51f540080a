import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import { Chip } from '#app/ui/chip.tsx'

/** The empty document of a template: titles, questions and help, where an author begins to write. */
export function TemplatePreview({ sections }: { sections: TemplateSection[] }) {
  return (
    <ol className="rounded-xl border border-line bg-paper px-5 py-2 sm:px-8">
      {sections.map(({ key, kind, title, prompt, help, required }) => (
        <li key={key} className="border-b border-line py-5 last:border-b-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-serif text-[1.375rem] leading-tight font-semibold">{title || 'Untitled'}</h3>
            {itemKindOfSection[kind] && <Chip>{kind}</Chip>}
            {required && <Chip tone="accent">required</Chip>}
          </div>
          {prompt && <p className="mt-1.5 max-w-prose font-serif text-lg leading-snug text-ink-2 italic">{prompt}</p>}
          {help && <p className="mt-1 max-w-prose whitespace-pre-line text-ink-3">{help}</p>}
          <p aria-hidden="true" className="mt-3 h-7 max-w-prose rounded-md border border-dashed border-line-strong" />
        </li>
      ))}
    </ol>
  )
}
