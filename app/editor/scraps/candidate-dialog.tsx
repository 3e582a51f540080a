import type { Editor } from '@tiptap/core'
import { useMemo, useState } from 'react'
import { entryTypes } from '#app/document/items.ts'
import { roomForScraps } from '#app/document/scraps.ts'
import { serverNow } from '#app/editor/server-clock.ts'
import { speakersOf } from '#app/scraps/name-roles.ts'
import type { ReadContext, Reading, ScrapFormat } from '#app/scraps/reading.ts'
import { sourceWords } from '#app/scraps/source-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/field.tsx'
import type { EditorHost } from '../editor-host.ts'
import { CandidateEditForm } from './candidate-edit.tsx'
import { CandidateList } from './candidate-list.tsx'
import { insertedWords, insertWords, nameOf, number, previewOf } from './candidate-words.ts'
import { chosenEntries } from './chosen-entry.ts'
import { type InsertOptions, insertEntries, mostEntries } from './insert-entries.ts'
import { asFileWords, keepSource, sourceOf } from './keep-source.ts'
import { NamingFields } from './naming-fields.tsx'
import { PassedOverLines } from './passed-over.tsx'
import type { ScrapOffer } from './scrap-offer.ts'
import { SourceFields } from './source-fields.tsx'
import { type Only, useChoice } from './use-choice.ts'

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
  const choice = useChoice(reading)
  const { ticked, edits, shown, place, current, shift, naming, tick, write, rowOf } = choice
  const [editing, setEditing] = useState(false)
  const [where, setWhere] = useState<InsertOptions['where']>('in-time')
  const [asEvidence, setAsEvidence] = useState(true)
  const [inserted, setInserted] = useState<number | null>(null)
  const speakers = useMemo(() => speakersOf(candidates), [candidates])
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
        now: new Date(serverNow()).toISOString(),
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
        onShift={choice.setShift}
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
          value={choice.words}
          onChange={(event) => choice.find(event.target.value)}
          className="min-w-40 flex-1"
        />
        <SelectField
          name="only"
          label="Show"
          value={choice.only}
          onChange={(event) => choice.showOnly(event.target.value as Only)}
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
        onActive={choice.setActive}
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
        <NamingFields speakers={speakers} naming={naming} onChange={choice.setNaming} />
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
