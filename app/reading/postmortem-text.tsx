import type { TimelineEntry } from '#app/document/items.ts'
import { Chip } from '#app/ui/chip.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { PhaseBar } from '#app/ui/phase-bar.tsx'
import { CauseChains } from './cause-chains.tsx'
import { ChangeText } from './change-text.tsx'
import { EntryTable } from './entry-table.tsx'
import { Permalink } from './permalink.tsx'
import type { ReadingPart, ReadingSection, ReadingView } from './reading-view.ts'
import { ReferencedText } from './referenced-text.tsx'
import { RichText } from './rich-text.tsx'

/** The whole text of a post-mortem as readers get it; the page around it brings title and facts. */
export function PostmortemText({ view, zone }: { view: ReadingView; zone: string }) {
  const entries = new Map(
    view.sections
      .flatMap(({ parts }) => parts)
      .flatMap((part) => part.entries.map((entry) => [entry.id, entry.attributes] as const)),
  )
  return (
    <>
      {view.lede.length > 0 && <RichText blocks={view.lede} size="lede" />}
      <PhaseBar pieces={view.phases} />
      {view.sections.map((section) => (
        <section key={section.id} id={section.id} className="scroll-mt-4">
          <h2 className="group/item mt-11 mb-3 font-serif text-[25px] leading-tight font-semibold">
            {section.title} <Permalink id={section.id} what={`“${section.title}”`} />
          </h2>
          <div className="space-y-4">
            {section.parts.map((part, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts are those of one version, in their order
              <SectionPart key={place} part={part} section={section} entries={entries} zone={zone} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

function SectionPart({
  part,
  section,
  entries,
  zone,
}: {
  part: ReadingPart
  section: ReadingSection
  entries: Map<string, TimelineEntry>
  zone: string
}) {
  return (
    <>
      {part.body.length > 0 && <RichText blocks={part.body} />}
      {part.entries.length > 0 && <EntryTable entries={part.entries} zone={zone} />}
      {part.moments.length > 0 && <Accounts moments={part.moments} zone={zone} />}
      {part.causes.length > 0 && (
        <CauseChains
          causes={part.causes}
          all={section.parts.flatMap(({ causes }) => causes)}
          place={section.chains}
          entries={entries}
          zone={zone}
        />
      )}
      {part.changes.length > 0 && (
        <ul className="space-y-3.5">
          {part.changes.map((change) => (
            <li
              key={change.id}
              id={change.id}
              data-unbroken
              className="group/item scroll-mt-4 rounded-lg border border-line bg-surface px-4 py-3 target:border-accent"
            >
              <ChangeText change={change} />
            </li>
          ))}
        </ul>
      )}
      {part.questions.length > 0 && <Questions questions={part.questions} />}
      {part.thanks.length > 0 && <ThanksList thanks={part.thanks} />}
      {part.lessons.length > 0 && (
        <Lessons lessons={part.lessons} all={section.parts.flatMap(({ lessons }) => lessons)} />
      )}
    </>
  )
}

function Lessons({ lessons, all }: { lessons: ReadingPart['lessons']; all: ReadingPart['lessons'] }) {
  return (
    <ul className="space-y-4">
      {lessons.map((lesson) => (
        <li
          key={lesson.id}
          id={lesson.id}
          data-unbroken
          className="group/item flex scroll-mt-4 items-baseline gap-3 border-l-3 border-accent py-1 pl-4.5 target:bg-accent-soft"
        >
          <div className="min-w-0 flex-1 font-serif text-xl leading-normal text-pretty italic">
            <RichText blocks={lesson.body} size="item" />
            {lesson.behind.length > 0 && (
              <p className="meta mt-1 flex flex-wrap gap-x-2.5 not-italic">
                from
                {lesson.behind.map(({ id, label }) => (
                  <a key={id} href={`#${id}`} className="underline decoration-line-strong underline-offset-4">
                    {label}
                  </a>
                ))}
              </p>
            )}
          </div>
          <Permalink id={lesson.id} what={`lesson ${all.indexOf(lesson) + 1}`} />
        </li>
      ))}
    </ul>
  )
}

/** The views of each moment; several of one stand side by side, as each was told. */
function Accounts({ moments, zone }: { moments: ReadingPart['moments']; zone: string }) {
  return (
    <ul className={moments.some(({ says }) => says) ? 'space-y-3' : pairs(moments)}>
      {moments.map(({ moment, entryId, says, accounts }) => {
        const time = moment && (
          <a
            href={entryId ? `#${entryId}` : undefined}
            className="num text-ink-3 underline-offset-4 hover:text-ink hover:underline"
          >
            <DateTime {...moment} zone={zone} show="time" />
          </a>
        )
        const cards = accounts.map(({ id, attributes: { from }, body }) => (
          <li key={id} id={id} data-unbroken className="scroll-mt-4 rounded-lg border border-line bg-surface px-4 py-3">
            <p className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
              {from && <b className="font-semibold">{from}</b>}
              {!says && time}
            </p>
            <RichText blocks={body} size="item" />
          </li>
        ))
        if (!says) return cards
        return (
          <li key={accounts[0]!.id}>
            <p className="meta mb-1.5">
              {time} {says}
            </p>
            <ul className={pairs(accounts)}>{cards}</ul>
          </li>
        )
      })}
    </ul>
  )
}

/** Two beside each other; where their number is odd the last one takes the row, so that no place stays empty. */
function pairs(list: unknown[]): string {
  return `grid gap-3 sm:grid-cols-2 ${list.length % 2 === 1 ? 'sm:*:last:col-span-2' : ''}`
}

function Questions({ questions }: { questions: ReadingPart['questions'] }) {
  return (
    <ul className="space-y-4">
      {questions.map(({ id, body, attributes }) => (
        <li key={id} id={id} data-unbroken className="scroll-mt-4">
          <RichText blocks={body} />
          <p className="mt-1.5 text-ink-2 text-pretty">
            <Chip tone={attributes.answered ? 'accent' : 'info'}>{attributes.answered ? 'answered' : 'open'}</Chip>{' '}
            {attributes.answered && <ReferencedText>{attributes.answer}</ReferencedText>}
          </p>
        </li>
      ))}
    </ul>
  )
}

function ThanksList({ thanks }: { thanks: ReadingPart['thanks'] }) {
  return (
    <ul className={pairs(thanks)}>
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
