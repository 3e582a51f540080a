import { type FormEvent, type ReactNode, useState } from 'react'
import type { Change, Question, TimelineEntry } from '#app/document/items.ts'
import { dayAt, instantOf, wallTimeAt } from '#app/document/zoned-time.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import type { AskFormProps } from './ask-form.tsx'
import { findById, setAttributes, setAttributesOfEach } from './item-acts.ts'
import { serverNow } from './server-clock.ts'

type Given = AskFormProps & { attributes: Record<string, unknown> }

/** A small form whose fields become attributes of the item when it is sent. */
function SmallForm({
  onSend,
  done,
  children,
  send = 'Done',
}: {
  onSend: (fields: FormData) => void
  done: () => void
  children: ReactNode
  send?: string
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSend(new FormData(event.currentTarget))
    done()
  }
  return (
    <form onSubmit={submit} className="w-80 max-w-full p-1">
      {children}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {send}
        </Button>
        <Button variant="quiet" onClick={done}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** One attribute in a sentence or two; emptied, it is gone. */
export function ReasonForm({
  view,
  id,
  done,
  attributes,
  of,
  label,
  hint,
  autoFocus = true,
}: Given & { of: string; label: string; hint: string; autoFocus?: boolean }) {
  const none = of === 'noChangeBecause' ? null : ''
  return (
    <SmallForm
      done={done}
      onSend={(fields) => setAttributes(view, id, { [of]: String(fields.get('reason')).trim() || none })}
    >
      <TextArea
        name="reason"
        label={label}
        hint={hint}
        maxLength={1000}
        rows={3}
        autoFocus={autoFocus}
        defaultValue={String(attributes[of] ?? '')}
      />
    </SmallForm>
  )
}

/** Whether a change is being done, still being decided, or not done, each a complete answer. */
export function DecisionForm({ view, id, done, attributes }: Given) {
  const { decision, because, decideBy } = attributes as unknown as Change
  const [chosen, setChosen] = useState(decision)
  return (
    <SmallForm
      done={done}
      onSend={(fields) =>
        setAttributes(view, id, {
          decision: chosen,
          // What a field that is not shown held is kept: a mind may change twice.
          because: fields.has('because') ? String(fields.get('because')).trim() : because,
          decideBy: fields.has('decideBy') ? String(fields.get('decideBy')) || null : decideBy,
        })
      }
    >
      <SelectField
        name="decision"
        label="What was decided"
        value={chosen}
        onChange={(event) => setChosen(event.target.value as Change['decision'])}
        autoFocus
      >
        <option value="doing">We are doing this</option>
        <option value="deciding">Deciding by …</option>
        <option value="not-doing">Not doing, because …</option>
      </SelectField>
      {chosen === 'deciding' && (
        <TextField
          name="decideBy"
          label="Deciding by"
          type="date"
          hint="A day makes it complete, and so does what it waits for."
          defaultValue={decideBy ?? ''}
        />
      )}
      {chosen !== 'doing' && (
        <TextArea
          name="because"
          label={chosen === 'deciding' ? 'What it waits for' : 'Because'}
          hint={chosen === 'deciding' ? undefined : 'With a reason this is as complete as a change.'}
          optional={chosen === 'deciding'}
          rows={2}
          maxLength={1000}
          defaultValue={because}
        />
      )}
    </SmallForm>
  )
}

/** Open, or answered and how. */
export function AnswerForm({ view, id, done, attributes }: Given) {
  const { answered, answer } = attributes as unknown as Question
  return (
    <SmallForm
      done={done}
      onSend={(fields) =>
        setAttributes(view, id, {
          answered: fields.get('answered') === 'on',
          answer: String(fields.get('answer')).trim(),
        })
      }
    >
      <CheckboxField name="answered" label="This is answered" defaultChecked={answered} autoFocus />
      <TextArea name="answer" label="The answer" optional rows={3} maxLength={4000} defaultValue={answer} />
    </SmallForm>
  )
}

/** The day of an entry, alone or with every entry that stands on the same day. */
export function DayForm({ host, view, id, done, attributes }: Given) {
  const entry = attributes as unknown as TimelineEntry
  const { zone } = host.facts.get()
  const today = dayAt(entry.at ? Date.parse(entry.at) : serverNow(), zone)

  function move(fields: FormData) {
    const day = String(fields.get('day'))
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return
    const whole = fields.get('whole') === 'on'
    const moved = [...host.outline.get().entries.values()].filter((other) => {
      if (other.id === id) return true
      return whole && other.entry.at !== null && dayAt(Date.parse(other.entry.at), zone) === today
    })
    setAttributesOfEach(
      view,
      moved.flatMap(({ id: each }) => {
        const node = findById(view.state.doc, each)?.node
        return node?.attrs.at ? [[each, onDay(node.attrs as TimelineEntry, today, day, zone)]] : []
      }),
    )
  }
  return (
    <SmallForm done={done} onSend={move} send="Set the day">
      <TextField name="day" label="Day" type="date" required autoFocus defaultValue={today} />
      <CheckboxField name="whole" label="Every entry of this day" defaultChecked />
    </SmallForm>
  )
}

function onDay({ at, until }: TimelineEntry, from: string, to: string, zone: string) {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  const shift = (instant: string | null) => {
    if (!instant) return null
    const wall = wallTimeAt(Date.parse(instant), zone)
    return new Date(instantOf({ ...wall, day: wall.day + days }, zone)).toISOString()
  }
  return { at: shift(at), until: shift(until) }
}
