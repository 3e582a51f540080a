import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { AskFormProps } from './ask-form.tsx'
import { removeItem, setAttributes } from './item-acts.ts'
import { moveBy } from './sort-timeline.ts'

type Given = AskFormProps & { attributes: Record<string, unknown> }

const row = 'w-full justify-between! font-normal!'

/** What may be done with an item as a whole; each line names its key. */
export function ItemMenu({ host, view, id, done }: Given) {
  const act = (run: () => void) => () => {
    done()
    run()
  }
  return (
    <div className="w-64 max-w-full">
      <Button variant="quiet" className={row} onClick={act(() => moveBy(host, view, id, -1))}>
        Move up <kbd>Alt ↑</kbd>
      </Button>
      <Button variant="quiet" className={row} onClick={act(() => moveBy(host, view, id, 1))}>
        Move down <kbd>Alt ↓</kbd>
      </Button>
      <Button variant="quiet" className={`${row} text-danger!`} onClick={act(() => removeItem(view, id, host))}>
        Delete <kbd>Ctrl ⇧ ⌫</kbd>
      </Button>
      <p className="meta px-3 pt-1 pb-1">Undo brings it back.</p>
    </div>
  )
}

/** Leaves a section out of the document, with the reason; its text is kept. */
export function SectionMenu({ view, id, done, attributes }: Given) {
  const leftOut = attributes.hiddenBecause !== null
  if (leftOut) {
    return (
      <Button
        variant="quiet"
        className={row}
        onClick={() => {
          setAttributes(view, id, { hiddenBecause: null })
          done()
        }}
      >
        Put the section back
      </Button>
    )
  }
  return (
    <form
      className="w-80 max-w-full p-1"
      onSubmit={(event) => {
        event.preventDefault()
        const because = String(new FormData(event.currentTarget).get('because')).trim()
        setAttributes(view, id, { hiddenBecause: because || 'there is nothing to say here' })
        done()
      }}
    >
      <TextField
        name="because"
        label="Leave this section out, because"
        hint="What is written in it is kept and can come back."
        maxLength={300}
        autoFocus
        className="mb-3"
      />
      <div className="flex gap-2">
        <Button type="submit">Leave it out</Button>
        <Button variant="quiet" onClick={done}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
