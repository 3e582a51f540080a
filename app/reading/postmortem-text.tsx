import type { TimelineEntry } from '#app/document/items.ts'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { PhaseBar } from '#app/ui/phase-bar.tsx'
import { CauseChains } from './cause-chains.tsx'
import { ChangeCard } from './change-card.tsx'
import { EntryTable } from './entry-table.tsx'
import type { ReadingSection, ReadingView } from './reading-view.ts'
import { RichText } from './rich-text.tsx'

/** The whole text of a post-mortem as readers get it; the page around it brings title and facts. */
export function PostmortemText({ view, zone }: { view: ReadingView; zone: string }) {
  const entries = new Map(
    view.sections.flatMap((section) => section.entries.map((entry) => [entry.id, entry.attributes] as const)),
  )
  const { times } = view
  return (
    <>
      {view.lede.length > 0 && <RichText blocks={view.lede} size="lede" />}
      <PhaseBar
        firstEffect={times['first-effect'] ?? null}
        firstNoticed={times['first-noticed'] ?? null}
        firstRelief={times['first-relief'] ?? null}
        normalAgain={times['normal-again'] ?? null}
      />
      {view.sections.map((section) => (
        <section key={section.id} id={section.id} className="scroll-mt-4">
          <h2 className="mt-11 mb-3 font-serif text-[25px] leading-tight font-semibold">{section.title}</h2>
          <SectionBody section={section} entries={entries} zone={zone} />
        </section>
      ))}
    </>
  )
}

function SectionBody({
  section,
  entries,
  zone,
}: {
  section: ReadingSection
  entries: Map<string, TimelineEntry>
  zone: string
}) {
  return (
    <div className="space-y-4">
      {section.body.length > 0 && <RichText blocks={section.body} />}
      {section.entries.length > 0 && <EntryTable entries={section.entries} zone={zone} />}
      {section.accounts.length > 0 && <Accounts accounts={section.accounts} zone={zone} />}
      {section.causes.length > 0 && <CauseChains causes={section.causes} entries={entries} zone={zone} />}
      {section.changes.map((change) => (
        <ChangeCard key={change.id} change={change} anchor />
      ))}
      {section.questions.length > 0 && <Questions questions={section.questions} />}
      {section.thanks.length > 0 && <ThanksList thanks={section.thanks} />}
      {section.lessons.map((lesson) => (
        <div
          key={lesson.id}
          id={lesson.id}
          data-unbroken
          className="scroll-mt-4 border-l-3 border-accent py-1 pl-4.5 font-serif text-xl leading-normal italic target:bg-accent-soft"
        >
          <RichText blocks={lesson.body} size="item" />
        </div>
      ))}
    </div>
  )
}

function Accounts({ accounts, zone }: { accounts: ReadingSection['accounts']; zone: string }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {accounts.map((account) => (
        <li
          key={account.id}
          id={account.id}
          data-unbroken
          className="scroll-mt-4 rounded-lg border border-line bg-surface px-4 py-3"
        >
          <p className="meta mb-1.5">
            {[account.attributes.from].filter(Boolean).join('')}
            {account.entry && (
              <>
                {account.attributes.from && ', '}
                <DateTime {...account.entry} zone={account.entry.zone ?? zone} show="time" className="font-mono" />
              </>
            )}
          </p>
          <RichText blocks={account.body} size="item" />
        </li>
      ))}
    </ul>
  )
}

function Questions({ questions }: { questions: ReadingSection['questions'] }) {
  return (
    <ul className="space-y-3">
      {questions.map(({ id, body, attributes }) => (
        <li key={id} id={id} data-unbroken className="scroll-mt-4">
          <RichText blocks={body} />
          {attributes.answered ? (
            <p className="mt-1 text-ink-2">
              <Chip tone="accent">answered</Chip> {attributes.answer}
            </p>
          ) : (
            <Chip tone="info">open</Chip>
          )}
        </li>
      ))}
    </ul>
  )
}

function ThanksList({ thanks }: { thanks: ReadingSection['thanks'] }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {thanks.map(({ id, to, body }) => (
        <li
          key={id}
          id={id}
          data-unbroken
          className="scroll-mt-4 rounded-lg bg-accent-soft px-3.5 py-3 text-[15px] text-accent-ink"
        >
          {to && <p className="font-semibold">{to}</p>}
          <RichText blocks={body} size="item" />
        </li>
      ))}
    </ul>
  )
}
