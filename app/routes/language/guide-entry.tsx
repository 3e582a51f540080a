import type { ReactNode } from 'react'
import { curled } from '#app/ui/curled.ts'
import type { GuideEntry as Entry } from './guide.server.ts'
import { MarkedSentence } from './marked-sentence.tsx'

/** One category of the guide: what it looks for, why, a question, a sentence before and after, what is never noted, the source. */
export function GuideEntry({ entry }: { entry: Entry }) {
  const { rewrite, pairs, noted } = entry
  const first = rewrite ?? { before: pairs[0]!.noted, after: pairs[0]!.leftAlone }
  const [noteWord, calmWord] = rewrite ? ['Before', 'After'] : ['Noted', 'Left alone']
  return (
    <section id={entry.id} aria-labelledby={`${entry.id}-title`} className="scroll-mt-4 border-t border-line py-6">
      <h3 id={`${entry.id}-title`} className="font-serif text-2xl">
        {entry.title}
      </h3>
      <p className="mb-3 font-mono text-xs text-ink-3">
        <a
          href={`#${entry.id}`}
          aria-label={`Address of ${entry.title}`}
          className="underline decoration-transparent underline-offset-4 hover:text-ink hover:decoration-line-strong"
        >
          {entry.id}
        </a>{' '}
        · {entry.levels}
      </p>
      <p className="mb-3 text-ink-2">
        {entry.phrases.length > 0 && <>Looks at phrases like {listed(entry.phrases)}. </>}
        {curled(entry.message)} {entry.why}
      </p>
      <p className="mb-4 border-l-[3px] border-accent pl-3 font-serif text-lg italic">{entry.question}</p>
      <dl className="grid gap-3 sm:grid-cols-2">
        <SentenceCard word={noteWord!}>
          <MarkedSentence sentence={first.before} />
        </SentenceCard>
        <SentenceCard word={calmWord!}>{first.after}</SentenceCard>
      </dl>
      <details className="group mt-1">
        <summary className="inline-flex min-h-8 items-center gap-1.5 text-sm font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11">
          <span aria-hidden="true" className="transition-transform group-open:rotate-90">
            ›
          </span>
          More examples<span className="sr-only"> of {entry.title}</span>
        </summary>
        <p className="meta mt-1">Close to each other, and only the first is noted:</p>
        <ul className="mt-1 space-y-1.5">
          {pairs.map(({ noted: phrase, leftAlone }) => (
            <li key={phrase.before + leftAlone} className="grid gap-x-4 sm:grid-cols-2">
              <span>
                <MarkedSentence sentence={phrase} />
              </span>
              <span className="text-ink-2">{leftAlone}</span>
            </li>
          ))}
        </ul>
        <p className="meta mt-3">Noted as well:</p>
        <ul className="mt-1 space-y-1">
          {noted.map((phrase) => (
            <li key={phrase.before + phrase.phrase + phrase.after}>
              <MarkedSentence sentence={phrase} />
            </li>
          ))}
        </ul>
      </details>
      <p className="mt-2 text-sm leading-loose text-ink-2">
        Never noted:{' '}
        {entry.neverNoted.map((sentence) => (
          <span key={sentence}>
            <span className="inline-block max-w-full rounded bg-sunken px-1.5 py-0.5 font-mono text-xs leading-normal">
              {sentence}
            </span>{' '}
          </span>
        ))}
      </p>
      <p className="meta mt-2">Source: {entry.source}</p>
    </section>
  )
}

function SentenceCard({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-surface px-3.5 py-3">
      <dt className="mb-0.5 text-xs font-semibold tracking-[0.05em] text-ink-3 uppercase">{word}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function listed(phrases: string[]): string {
  const quoted = phrases.map((phrase) => `“${curled(phrase)}”`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}
