import { Button } from '#app/ui/button.tsx'
import { addView } from './add-view.ts'
import type { AskFormProps } from './ask-form.tsx'
import { copyPart } from './copy/copy-part.ts'
import { findById, removeItem } from './item-acts.ts'
import { moveBy } from './sort-timeline.ts'

type Given = AskFormProps & { attributes: Record<string, unknown> }

const row = 'w-full justify-between! font-normal!'

/** What may be done with an item as a whole; each line names its key. */
export function ItemMenu({ host, view, id, done }: Given) {
  const act = (run: () => void) => () => {
    done()
    run()
  }
  const kind = findById(view.state.doc, id)?.node.type.name
  return (
    <div className="w-72 max-w-full">
      <Button variant="quiet" className={row} autoFocus onClick={act(() => moveBy(host, view, id, -1))}>
        Move up <kbd>Alt ↑</kbd>
      </Button>
      <Button variant="quiet" className={row} onClick={act(() => moveBy(host, view, id, 1))}>
        Move down <kbd>Alt ↓</kbd>
      </Button>
      {(kind === 'timelineEntry' || kind === 'account') && (
        <Button variant="quiet" className={row} onClick={act(() => addView(view, host, id))}>
          {kind === 'account' ? 'Another view of this moment' : 'A view of this moment'} <kbd>Alt V</kbd>
        </Button>
      )}
      <Button variant="quiet" className={row} onClick={act(() => void copyPart(host, view, id))}>
        Copy as Markdown <kbd>Alt ⇧ C</kbd>
      </Button>
      <Button variant="quiet" className={`${row} text-danger!`} onClick={act(() => removeItem(view, id, host))}>
        Delete <kbd>Ctrl ⇧ ⌫</kbd>
      </Button>
      <p className="meta px-3 pt-1 pb-1">Undo brings it back.</p>
    </div>
  )
}
