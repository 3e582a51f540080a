export type SectionProgress = 'empty' | 'part' | 'done'

const looks: Record<SectionProgress, string> = {
  empty: 'bg-line',
  part: 'bg-linear-to-r from-accent from-50% to-line to-50%',
  done: 'bg-accent',
}

/** How far a draft is, one piece per section in the document's order; `label` says it in words and is always shown. */
export function ProgressBar({ sections, label }: { sections: readonly SectionProgress[]; label: string }) {
  return (
    <div className="w-33">
      <div aria-hidden="true" className="flex h-1.5 gap-0.5 overflow-hidden rounded-[3px]">
        {sections.map((progress, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are the sections in their order
          <span key={place} className={`flex-1 ${looks[progress]}`} />
        ))}
      </div>
      <p className="meta mt-2">{label}</p>
    </div>
  )
}
