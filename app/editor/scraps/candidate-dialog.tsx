import type { Editor } from '@tiptap/core'
import { useMemo, useState } from 'react'
import { entryTypes } from '#app/document/items.ts'
import { roomForScraps } from '#app/document/scraps.ts'
import { type Naming, roleReplacer, speakersOf } from '#app/scraps/name-roles.ts'
import type { ReadContext, Reading, ScrapFormat } from '#app/scraps/reading.ts'
import { sourceWords } from '#app/scraps/source-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/field.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { EditorHost } from '../editor-host.ts'
import { CandidateEditForm } from './candidate-edit.tsx'
import { CandidateList, type CandidateRow } from './candidate-list.tsx'
import { type CandidateEdit, chosenEntries, chosenMoment, chosenText } from './chosen-entry.ts'
import { insertEntries, mostEntries } from './insert-entries.ts'
import { asFileWords, keepSource, sourceOf } from './keep-source.ts'
import { NamingFields } from './naming-fields.tsx'
import { PassedOverLines } from './passed-over.tsx'
import type { ScrapOffer } from './scrap-offer.ts'
import { SourceFields } from './source-fields.tsx'

interface Given {
  host: EditorHost
  editor: Editor
  offer: ScrapOffer
  format: ScrapFormat
  context: ReadContext
  /** Null while it is read. */
  reading: Reading | null
  onFormat: (format: ScrapFormat) => void
  onContext: (context: ReadContext) => void
  /** Closed without putting anything in. */
  onLeave: () => void
  onDone: () => void
}

/** Formats in which everything is an event: there all of them are ticked to begin with. In a chat and in a log most is not. */
const allEvents = new Set<ScrapFormat>(['alertmanager', 'pagerduty', 'table'])

/** What was read from a chat, an alert, a table or a log, to be ticked, changed and put into the timeline. */
export function CandidateDialog(given: Given) {
  const { format, reading, onLeave } = given
  const { pieces, source } = sourceWords[format]
  const title = reading
    ? `${number(reading.candidates.length)} ${pieces} from ${nameOf(source)}`
    : `Reading ${nameOf(source)} …`
  return (
    <Dialog open title={title} width="wide" onOpenChange={(open) => open || onLeave()}>
      {reading ? <Candidates key={format} {...given} reading={reading} /> : <p className="meta">A moment.</p>}
    </Dialog>
  )
}

function Candidates({
  host,
  editor,
  offer,
  format,
  context,
  reading,
  onFormat,
  onContext,
  onLeave,
  onDone,
}: Given & { reading: Reading }) {
  const { candidates } = reading
  const { zone } = host.facts.get()
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => firstTicked(reading))
  const [edits, setEdits] = useState<ReadonlyMap<number, CandidateEdit>>(new Map())
  const [words, setWords] = useState('')
  const [only, setOnly] = useState<'all' | 'ticked' | 'unticked'>('all')
  const [active, setActive] = useState(0)
  const [editing, setEditing] = useState(false)
  const [shift, setShift] = useState(0)
  const [naming, setNaming] = useState<Naming>({ as: 'nobody' })
  const [where, setWhere] = useState<'in-time' | 'at-caret'>('in-time')
  const [asEvidence, setAsEvidence] = useState(true)
  const [inserted, setInserted] = useState<number | null>(null)

  const speakers = useMemo(() => speakersOf(candidates), [candidates])
  const replace = useMemo(() => roleReplacer(naming), [naming])
  // What is ticked while only the ticked are shown stays in view until the filter is chosen again.
  const [filterTicks, setFilterTicks] = useState(ticked)
  const shown = useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
    return candidates.flatMap(({ text, speaker }, at) => {
      if (only !== 'all' && filterTicks.has(at) !== (only === 'ticked')) return []
      const found = wanted.length === 0 ? '' : `${speaker} ${text}`.toLowerCase()
      return wanted.every((word) => found.includes(word)) ? [at] : []
    })
  }, [candidates, words, only, filterTicks])
  const place = Math.min(active, Math.max(0, shown.length - 1))
  const current = shown[place]

  const rowOf = (at: number): CandidateRow => {
    const candidate = candidates[at]!
    const edit = edits.get(at)
    return {
      moment: chosenMoment(candidate, edit, shift),
      type: edit?.type === undefined ? candidate.type : edit.type,
      speaker: naming.as === 'nobody' && edit?.text === undefined ? candidate.speaker : '',
      text: chosenText(candidate, edit, naming, replace),
      remarks: remarksOf(candidate, edit),
    }
  }
  const tick = (list: number[], to: boolean) => {
    const next = new Set(ticked)
    for (const at of list) {
      if (to) next.add(at)
      else next.delete(at)
    }
    setTicked(next)
  }
  const write = (edit: CandidateEdit) => {
    if (current === undefined) return
    setEdits(new Map(edits).set(current, { ...edits.get(current), ...edit }))
    tick([current], true)
  }
  const tooMany = ticked.size > mostEntries
  const hasRoom = offer.scrapIds.length > 0 || offer.text.length <= roomForScraps

  async function insert() {
    if (inserted !== null || ticked.size === 0 || tooMany) return
    setInserted(0)
    const chosen = [...ticked].toSorted((one, other) => one - other)
    const entries = chosenEntries(
      chosen.map((at) => ({ candidate: candidates[at]!, edit: edits.get(at) })),
      {
        format,
        source: sourceOf(offer, format),
        naming,
        shift,
        asEvidence,
        original: offer.text,
        now: new Date().toISOString(),
      },
    )
    const unkept = await keepSource(host, offer, format)
    const count = await insertEntries(editor.view, entries, {
      where,
      mayWrite: () => host.editable,
      onProgress: setInserted,
    })
    onDone()
    host.say.set(insertedWords(count, entries.length, unkept))
  }

  return (
    <>
      <SourceFields
        format={format}
        context={context}
        shift={shift}
        preview={previewOf(reading, shift, zone)}
        onFormat={onFormat}
        onContext={onContext}
        onShift={setShift}
      />
      {reading.notes.map((note) => (
        <p key={note} className="meta mb-2">
          {note}
        </p>
      ))}
      <div className="mb-2 flex flex-wrap items-end gap-2">
        <TextField
          name="filter"
          label="Find among them"
          type="search"
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setActive(0)
          }}
          className="min-w-40 flex-1"
        />
        <SelectField
          name="only"
          label="Show"
          value={only}
          onChange={(event) => {
            setOnly(event.target.value as typeof only)
            setFilterTicks(ticked)
            setActive(0)
          }}
          className="w-36"
        >
          <option value="all">all</option>
          <option value="ticked">the ticked</option>
          <option value="unticked">the others</option>
        </SelectField>
        <Button onClick={() => tick(shown, true)}>Tick all shown</Button>
        <Button onClick={() => tick(shown, false)}>Untick</Button>
      </div>
      {shown.length === 0 && <p className="meta mb-2">Nothing here with these words.</p>}
      <CandidateList
        shown={shown}
        rowOf={rowOf}
        ticked={ticked}
        zone={zone}
        active={place}
        onActive={setActive}
        onTick={tick}
        onEdit={() => setEditing(true)}
        onKey={(event) => {
          if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) tick(shown, true)
          else if (/^[1-6]$/.test(event.key) && !event.ctrlKey) write({ type: entryTypes[Number(event.key) - 1]! })
          else return false
          return true
        }}
      />
      <p className="meta mt-1.5 max-sm:hidden">
        <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Space</kbd> ticks, with <kbd>Shift</kbd> a range, <kbd>Ctrl A</kbd> all
        shown, <kbd>Enter</kbd> changes one, <kbd>1</kbd> to <kbd>6</kbd> its type
      </p>
      {current !== undefined && !editing && (
        <Button variant="quiet" className="mt-1 sm:hidden" onClick={() => setEditing(true)}>
          Change this one
        </Button>
      )}
      {editing && current !== undefined && (
        <CandidateEditForm
          key={current}
          row={rowOf(current)}
          zone={zone}
          day={context.day}
          onChange={write}
          onDone={() => {
            setEditing(false)
            document.querySelector<HTMLElement>('[role=dialog] [role=listbox]')?.focus()
          }}
        />
      )}
      <div className="mt-4 grid gap-x-6 sm:grid-cols-2">
        <NamingFields speakers={speakers} naming={naming} onChange={setNaming} />
        <div>
          <SelectField
            name="where"
            label="Where they go"
            value={where}
            onChange={(event) => setWhere(event.target.value as typeof where)}
            className="mb-2 max-w-xs"
          >
            <option value="in-time">to their places in time</option>
            <option value="at-caret">together, where the caret is</option>
          </SelectField>
          <CheckboxField
            name="evidence"
            label="Keep what each one says as its source"
            checked={asEvidence}
            onChange={(event) => setAsEvidence(event.target.checked)}
          />
        </div>
      </div>
      <PassedOverLines reading={reading} />
      <p className="meta mt-2">
        {hasRoom ? 'The whole original stays in the scraps of this draft, which are never published.' : asFileWords}
      </p>
      <div className="sticky -bottom-5 mt-3 -mb-5 flex flex-wrap items-center gap-2 border-t border-line bg-surface py-3">
        <Button
          variant="primary"
          pending={inserted !== null}
          aria-disabled={ticked.size === 0 || tooMany}
          onClick={insert}
        >
          {inserted !== null ? `${number(inserted)} of ${number(ticked.size)} are in` : insertWords(ticked.size)}
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          Cancel
        </Button>
        <span aria-live="polite" className="meta">
          {tooMany &&
            `At most ${number(mostEntries)} at once: a timeline is read by people. ${number(ticked.size)} are ticked.`}
        </span>
      </div>
    </>
  )
}

function firstTicked({ format, candidates }: Reading): Set<number> {
  if (!allEvents.has(format) || candidates.length > 200) return new Set()
  return new Set(candidates.flatMap(({ aside }, at) => (aside ? [] : [at])))
}

function remarksOf(
  { aside, edited, thread, moment }: Reading['candidates'][number],
  edit: CandidateEdit | undefined,
): string[] {
  const asides = { 'came-or-went': 'came or went', deleted: 'deleted', 'no-words': '' }
  return [
    aside ? asides[aside] : '',
    edited ? 'edited there' : '',
    thread === undefined ? '' : 'a reply',
    edit ? 'changed here' : '',
    !moment.at && moment.typed && !edit?.moment ? `“${moment.typed.slice(0, 12)}”` : '',
  ].filter(Boolean)
}

function previewOf({ candidates }: Reading, shift: number, zone: string): { from: string; to: string } | null {
  const first = candidates.find(({ moment }) => moment.at !== null)
  if (!first) return null
  const words = (at: string | null) => formatMoment({ at, zone })
  return { from: words(first.moment.at), to: words(chosenMoment(first, undefined, shift).at) }
}

function insertWords(ticked: number): string {
  if (ticked === 0) return 'Tick what becomes an entry'
  return ticked === 1 ? 'Put 1 entry in' : `Put ${number(ticked)} entries in`
}

function insertedWords(count: number, of: number, unkept: string | null): string {
  const entries = count === 1 ? '1 entry is' : `${number(count)} entries are`
  const where = unkept ? `The original is not in the scraps: ${unkept}` : 'The original is in the scraps.'
  const rest = count < of ? ` ${number(of - count)} are not: writing ended meanwhile.` : ''
  return `${entries} in the timeline; one undo takes them back.${rest} ${where}`
}

function nameOf(source: string): string {
  return /^[A-Z]/.test(source) ? source : `a ${source}`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
