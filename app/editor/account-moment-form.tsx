import type { Account } from '#app/document/items.ts'
import { Moment } from '#app/document/moment.ts'
import { parseMoment } from '#app/document/parse-moment.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { AskFormProps } from './ask-form.tsx'
import { findById, setAttributes } from './item-acts.ts'
import { momentContext } from './moment-context.ts'
import { PickList } from './pick-list.tsx'
import { entryPicks } from './picks.tsx'

const none = Moment.parse({})

/** Which moment an account is about: an entry of the timeline, or a time of its own where no entry stands for it. */
export function AccountMomentForm({
  host,
  view,
  id,
  done,
  attributes,
}: AskFormProps & { attributes: Record<string, unknown> }) {
  const { entryId } = attributes as unknown as Account
  const { zone } = host.facts.get()
  const timeIn = (typed: string) => {
    if (!/\d/.test(typed)) return null
    const read = parseMoment(typed, momentContext(view.state.doc, findById(view.state.doc, id)?.pos ?? 0, zone))
    return read.ok ? read.moment : null
  }
  const choose = (about: Partial<Account>) => {
    setAttributes(view, id, about)
    done()
  }
  return (
    <PickList
      label="Choose an entry, or type a time"
      picks={entryPicks(host)}
      chosen={entryId ? [entryId] : []}
      empty="The timeline has no entries yet. Type a time."
      onChange={([chosen = null]) => choose({ ...none, entryId: chosen })}
      create={{
        label(typed) {
          const moment = timeIn(typed)
          return moment && `At ${formatMoment({ ...moment, zone }, 'time')}, without an entry`
        },
        run(typed) {
          const moment = timeIn(typed)
          if (moment) choose({ ...moment, entryId: null })
        },
      }}
    />
  )
}
