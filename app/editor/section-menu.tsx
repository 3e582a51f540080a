import { type ReactNode, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { AddSectionForm } from './add-section-form.tsx'
import type { AskFormProps } from './ask-form.tsx'
import { copyPart } from './copy/copy-part.ts'
import { findById, setAttributes } from './item-acts.ts'
import { isEmptyNode } from './read-outline.ts'
import { focusWayBack, moveSectionBy, removeEmptySection, renameSection } from './section-acts.ts'

type Given = AskFormProps & { attributes: Record<string, unknown> }

const WITHOUT_A_REASON = 'there is nothing to say here'

/** What may be done with a section as a whole; each line that has a key names it. */
export function SectionMenu(given: Given) {
  const { host, view, id, done, goOn, attributes } = given
  const [open, setOpen] = useState<'menu' | 'leave-out' | 'add'>('menu')
  if (open === 'leave-out') return <LeaveOut {...given} />
  if (open === 'add') return <AddSectionForm {...given} />
  const isLeftOut = attributes.hiddenBecause !== null
  const node = findById(view.state.doc, id)?.node
  const act = (run: () => void) => () => {
    done()
    run()
  }
  return (
    <div className="w-64 max-w-full">
      <Line autoFocus onClick={act(() => moveSectionBy(host, view, id, -1))}>
        Move up <kbd>Alt ⇧ ↑</kbd>
      </Line>
      <Line onClick={act(() => moveSectionBy(host, view, id, 1))}>
        Move down <kbd>Alt ⇧ ↓</kbd>
      </Line>
      <Line onClick={() => goOn(() => renameSection(id))}>Rename</Line>
      <Line onClick={act(() => void copyPart(host, view, id))}>Copy as Markdown</Line>
      <Line onClick={() => setOpen('add')}>Add a section below …</Line>
      {isLeftOut ? (
        <Line onClick={act(() => setAttributes(view, id, { hiddenBecause: null }))}>Bring it back</Line>
      ) : (
        <Line onClick={() => setOpen('leave-out')}>Leave it out, because …</Line>
      )}
      {node && isEmptyNode(node) && (
        <Line onClick={act(() => removeEmptySection(host, view, id))}>Remove: nothing stands in it</Line>
      )}
      <p className="meta px-3 pt-1 pb-1">Undo takes each of these back.</p>
    </div>
  )
}

function Line(props: { autoFocus?: boolean; onClick: () => void; children: ReactNode }) {
  return <Button variant="quiet" className="w-full justify-between! font-normal!" {...props} />
}

/** Leaves a section out of the document, with the reason; its text is kept. */
function LeaveOut({ view, id, done, goOn }: Given) {
  return (
    <form
      className="w-80 max-w-full p-1"
      onSubmit={(event) => {
        event.preventDefault()
        const because = String(new FormData(event.currentTarget).get('because')).trim()
        setAttributes(view, id, { hiddenBecause: because || WITHOUT_A_REASON })
        // Its text is folded away, so the way back has the focus.
        goOn(() => focusWayBack(id))
      }}
    >
      <TextField
        name="because"
        label="Leave this section out, because"
        hint="What is written in it is kept and can come back."
        placeholder={WITHOUT_A_REASON}
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
