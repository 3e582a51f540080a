import { useState } from 'react'
import { isZone } from '#app/document/zoned-time.ts'
import { type ReadContext, type ScrapFormat, scrapFormats } from '#app/scraps/reading.ts'
import { sourceWords } from '#app/scraps/source-words.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { parseShift, shiftWords } from './parse-shift.ts'

const HOUR = 3_600_000

/** What the source is and how its clock is read: format, day, zone, and how far it is set right. */
export function SourceFields({
  format,
  context,
  shift,
  preview,
  onFormat,
  onContext,
  onShift,
}: {
  format: ScrapFormat
  context: ReadContext
  /** Milliseconds. */
  shift: number
  /** The first time as it is read, and as it becomes. */
  preview: { from: string; to: string } | null
  onFormat: (format: ScrapFormat) => void
  onContext: (context: ReadContext) => void
  onShift: (shift: number) => void
}) {
  const [zone, setZone] = useState(context.zone)
  const [clock, setClock] = useState(shiftWords(shift))
  const set = (next: number) => {
    setClock(shiftWords(next))
    onShift(next)
  }
  const isWrongShift = parseShift(clock) === null
  return (
    <div className="grid grid-cols-2 gap-x-3 lg:grid-cols-[1.3fr_1fr_1.1fr_1.5fr]">
      <SelectField
        name="format"
        label="Read as"
        className="mb-4 max-lg:col-span-2"
        value={format}
        onChange={(event) => onFormat(event.target.value as ScrapFormat)}
      >
        {scrapFormats.map((each) => (
          <option key={each} value={each}>
            {sourceWords[each].choice}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        name="day"
        label="First day"
        title="For times that no day stands above"
        value={context.day}
        onChange={(event) => event.target.value && onContext({ ...context, day: event.target.value })}
      />
      <TextField
        name="zone"
        label="Zone of its clock"
        value={zone}
        problems={isZone(zone) ? [] : ['Such as UTC or Europe/Lisbon']}
        onChange={(event) => {
          setZone(event.target.value)
          if (isZone(event.target.value)) onContext({ ...context, zone: event.target.value })
        }}
      />
      <div className="flex items-start gap-1.5 max-lg:col-span-2">
        <TextField
          name="shift"
          label="Shift all times"
          placeholder="+1 h, -90 s"
          value={clock}
          problems={isWrongShift ? ['Such as +1 h or -90 s'] : []}
          onChange={(event) => {
            setClock(event.target.value)
            const read = parseShift(event.target.value)
            if (read !== null) onShift(read)
          }}
          className="mb-4 min-w-0 flex-1"
        />
        <span className="mt-[1.8rem] inline-flex gap-1">
          <Button aria-label="One hour earlier" onClick={() => set(shift - HOUR)}>
            −1 h
          </Button>
          <Button aria-label="One hour later" onClick={() => set(shift + HOUR)}>
            +1 h
          </Button>
        </span>
      </div>
      {preview && shift !== 0 && (
        <p aria-live="polite" className="meta -mt-2 mb-3 col-span-2 lg:col-span-4">
          The first one moves from <span className="font-mono">{preview.from}</span> to{' '}
          <span className="font-mono">{preview.to}</span>.
        </p>
      )}
    </div>
  )
}
