import { useEffect, useId, useRef, useState } from 'react'
import { type EntryType, entryTypes } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'
import { parseMoment } from '#app/document/parse-moment.ts'
import { dayAt } from '#app/document/zoned-time.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { CandidateRow } from './candidate-list.tsx'
import type { CandidateEdit } from './chosen-entry.ts'

/** Time, type and text of one candidate. What is written here counts at once; Escape goes back to the list. */
export function CandidateEditForm({
  row,
  zone,
  day,
  onChange,
  onDone,
}: {
  row: CandidateRow
  zone: string
  /** The day of a time that is typed without one, where the candidate has none. */
  day: string
  onChange: (edit: CandidateEdit) => void
  onDone: () => void
}) {
  const text = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(row.moment.at ? formatMoment({ ...row.moment, zone }, 'time') : row.moment.typed)
  const [wrong, setWrong] = useState(false)
  const hint = useId()
  useEffect(() => {
    text.current?.querySelector('textarea')?.focus()
    text.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  function writeTime(value: string) {
    setTyped(value)
    const read = parseMoment(value, { zone, previous: row.moment.at, today: day })
    setWrong(!read.ok)
    if (read.ok) onChange({ moment: onSameDay(read.moment, row.moment, zone) })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form wherever the caret is in it
    <div
      ref={text}
      className="mt-3 scroll-mb-20 rounded-lg border border-line bg-paper p-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <div className="flex flex-wrap gap-3">
        <TextField
          name="time"
          label="Time"
          value={typed}
          maxLength={80}
          problems={wrong ? [`“${typed}” is no time. Try 14:03 or ~14:05.`] : []}
          onChange={(event) => writeTime(event.target.value)}
          className="mb-2 w-40"
        />
        <SelectField
          name="type"
          label="Type"
          value={row.type ?? ''}
          onChange={(event) => onChange({ type: (event.target.value || null) as EntryType | null })}
          className="mb-2 w-40"
        >
          <option value="">not set</option>
          {entryTypes.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </SelectField>
      </div>
      <TextArea
        name="text"
        label="Text"
        rows={2}
        value={row.text}
        aria-describedby={hint}
        onChange={(event) => onChange({ text: event.target.value })}
        className="mb-2"
      />
      <Button variant="quiet" onClick={onDone}>
        Back to the list <kbd>Esc</kbd>
      </Button>
    </div>
  )
}

/** A time without a day is on the day of the message, also when it is earlier than it was. */
function onSameDay(moment: Moment, before: Moment, zone: string): Moment {
  if (!moment.at || !before.at || /\d{4}-|yesterday|tomorrow|\+/i.test(moment.typed)) return moment
  const away = Date.parse(dayAt(Date.parse(moment.at), zone)) - Date.parse(dayAt(Date.parse(before.at), zone))
  const back = (at: string | null) => at && new Date(Date.parse(at) - away).toISOString()
  return { ...moment, at: back(moment.at), until: back(moment.until) }
}
