import { type HouseWords, houseWordLists, listNames } from '#app/catalogue/house-words.ts'
import { Chip } from '#app/ui/chip.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'

/** The lists to read, for members and beside a form that came too late. */
export function HouseWordsText({ words, title = 'House words' }: { words: HouseWords; title?: string }) {
  return (
    <section aria-label={title}>
      <SectionHeading>{title}</SectionHeading>
      <dl className="divide-y divide-line border-y border-line">
        {houseWordLists.map((list) => (
          <div key={list} className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="font-[550]">{listNames[list]}</dt>
            <dd className="flex min-w-0 flex-wrap gap-1.5">
              {words[list].map((word) => (
                <Chip key={word}>{word}</Chip>
              ))}
              {words[list].length === 0 && <span className="text-ink-3">None yet</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
