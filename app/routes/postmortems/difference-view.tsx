import { Form } from 'react-router'
import type {
  Difference,
  ItemChange,
  LineChange,
  SectionChange,
  SectionPart,
  UnchangedRun,
} from '#app/document/compare/difference.ts'
import { itemWords } from '#app/document/compare/item-names.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { WordChanges } from '#app/ui/word-changes.tsx'

/** What is different between two states, section by section. `restoreAt`: the address that brings parts of the earlier one back. */
export function DifferenceView({ difference, restoreAt }: { difference: Difference; restoreAt: string | null }) {
  const { facts, sections } = difference
  return (
    <>
      {facts.length > 0 && (
        <section aria-labelledby="facts" className="mb-8">
          <SectionHeading id="facts">Facts</SectionHeading>
          <dl className="space-y-2 rounded-xl border border-line bg-surface px-5 py-3.5">
            {facts.map(({ fact, words, pieces }) => (
              <div key={fact} className="flex flex-wrap gap-x-3">
                <dt className="w-24 text-ink-2">{fact}</dt>
                <dd className="min-w-0 flex-1 basis-60">
                  {words}
                  <WordChanges pieces={pieces} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {sections.map((section) => (
        <SectionDifference key={section.id} section={section} restoreAt={restoreAt} />
      ))}
    </>
  )
}

const stateWords = { added: 'put in', removed: 'taken out', changed: 'changed' }

function SectionDifference({ section, restoreAt }: { section: SectionChange; restoreAt: string | null }) {
  const { id, title, state, words, parts } = section
  return (
    <section aria-labelledby={`changed-${id}`} className="mb-9">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={`changed-${id}`} className="font-serif text-[21px] leading-tight font-semibold">
          {title || 'A section without a title'}
        </h2>
        {state !== 'changed' && <StateChip state={state} />}
        {words.length > 0 && <span className="text-ink-2">{words.join(', ')}</span>}
        {restoreAt && state !== 'added' && (
          <Restore
            at={restoreAt}
            part="section"
            id={id}
            className="ml-auto"
            says="Bring this section back"
            what={title}
          />
        )}
      </div>
      <ol className="space-y-2.5">
        {parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts are those of one comparison, in their order
          <li key={place}>
            <Part part={part} restoreAt={restoreAt} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Part({ part, restoreAt }: { part: SectionPart; restoreAt: string | null }) {
  if (part.part === 'unchanged') return <p className="meta px-4">{unchangedWords(part)}</p>
  if (part.part === 'line')
    return (
      <div className="px-4">
        <Line line={part} />
      </div>
    )
  return <Item item={part} restoreAt={restoreAt} />
}

function Item({ item, restoreAt }: { item: ItemChange; restoreAt: string | null }) {
  const { id, state, name, words, lines, fields } = item
  const title = `${name[0]!.toUpperCase()}${name.slice(1)}`
  return (
    <article aria-label={name} className={`rounded-lg border bg-surface px-4 py-3 ${edges[state]}`}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-64 font-[550] text-pretty">
          {title}
          {words.length > 0 && <span className="font-normal text-ink-2"> {words.join('; ')}</span>}
        </p>
        <StateChip state={state} />
        {restoreAt && state !== 'added' && (
          <Restore at={restoreAt} part="item" id={id} says="Bring it back" what={name} />
        )}
      </div>
      {lines.length > 0 && (
        <div className={`mt-1.5 space-y-1.5 ${lines.every((line) => line.state === 'same') ? 'text-ink-2' : ''}`}>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are those of one comparison, in their order
            <Line key={place} line={line} />
          ))}
        </div>
      )}
      {fields.map(({ label, pieces }) => (
        <p key={label} className="mt-1.5 text-ink-2">
          {label}: <WordChanges pieces={pieces} />
        </p>
      ))}
    </article>
  )
}

const edges = {
  added: 'border-line border-l-4 border-l-accent',
  removed: 'border-line border-l-4 border-l-danger border-dashed',
  changed: 'border-line',
}

const marks = { added: '+', removed: '−', changed: '~' }

function StateChip({ state }: { state: 'added' | 'removed' | 'changed' }) {
  return (
    <Chip tone={state === 'added' ? 'accent' : state === 'removed' ? 'danger' : 'neutral'}>
      <span aria-hidden="true">{marks[state]}</span> {stateWords[state]}
    </Chip>
  )
}

function Line({ line }: { line: LineChange }) {
  const { look, state, pieces, words } = line
  return (
    <p className={`break-words whitespace-pre-wrap ${looks[look]}`}>
      {(state === 'added' || state === 'removed') && (
        <span aria-hidden="true" className="mr-1.5 font-mono text-ink-3 select-none">
          {marks[state]}
        </span>
      )}
      <WordChanges pieces={pieces} />
      {words.length > 0 && <span className="meta"> ({words.join(', ')})</span>}
    </p>
  )
}

const looks: Record<LineChange['look'], string> = {
  text: '',
  heading: 'font-semibold',
  list: 'ml-4',
  quote: 'border-l-2 border-line-strong pl-3',
  code: 'font-mono text-sm',
  table: 'font-mono text-sm',
}

function Restore({
  at,
  part,
  id,
  says,
  what,
  className,
}: {
  at: string
  part: 'section' | 'item'
  id: string
  says: string
  what: string
  className?: string
}) {
  return (
    <Form method="post" action={at} className={className}>
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" name="intent" value="restore" variant="quiet" className="text-sm">
        {says}
        <span className="sr-only">: {what}</span>
      </Button>
    </Form>
  )
}

function unchangedWords({ items, kind, lines }: UnchangedRun): string {
  const { one, many } = kind ? itemWords[kind] : { one: 'item', many: 'items' }
  const parts = [
    items > 0 && `${items} unchanged ${items === 1 ? one : many}`,
    lines > 0 && `${lines} unchanged ${lines === 1 ? 'paragraph' : 'paragraphs'}`,
  ]
  return parts.filter(Boolean).join(', ')
}
