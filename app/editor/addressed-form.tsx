import type { Cause, Change } from '#app/document/items.ts'
import { Button } from '#app/ui/button.tsx'
import { addChangeFor } from './add-change-for.ts'
import type { AskFormProps } from './ask-form.tsx'
import { ReasonForm } from './ask-forms.tsx'
import { tick } from './item-acts.ts'
import { textPicks } from './picks.tsx'
import { TickedList } from './ticked-list.tsx'

type Given = AskFormProps & { attributes: Record<string, unknown> }

/** What answers a cause: changes that are written, a new one, a decision that is still to come, or why nothing will change. */
export function AddressedForm(given: Given) {
  const { host, view, id, done, attributes } = given
  const { changes } = host.outline.get()
  const { noChangeBecause } = attributes as unknown as Cause
  const linked = [...changes].filter(([, { attributes: change }]) => change.causes.includes(id)).map(([each]) => each)
  const add = (decision: Change['decision']) => {
    done()
    addChangeFor(view, id, decision)
  }
  return (
    <div className="w-80 max-w-full">
      {changes.size > 0 && (
        <TickedList
          picks={textPicks(changes)}
          chosen={linked}
          // The link stands in the change.
          onTick={(change, isTicked) => tick(view, change, 'causes', id, isTicked)}
        />
      )}
      <div className="flex flex-wrap gap-2 px-1 py-2">
        <Button autoFocus={changes.size === 0 && !noChangeBecause} onClick={() => add('doing')}>
          A new change for it
        </Button>
        <Button onClick={() => add('deciding')}>Deciding by …</Button>
      </div>
      <div className="border-t border-line pt-2">
        <ReasonForm
          {...given}
          of="noChangeBecause"
          label="No change, because"
          hint="As complete as a change. Leave it empty when one will follow."
          autoFocus={Boolean(noChangeBecause)}
        />
      </div>
    </div>
  )
}
