import { useState } from 'react'
import { changeTemplate } from '#app/document/change-template.ts'
import { type PlannedSection, previewTemplateChange } from '#app/document/preview-template-change.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { authorsAct, type EditorHost } from './editor-host.ts'
import type { TemplateOption } from './writing-options.ts'

const says: Record<PlannedSection['what'], string> = {
  stays: 'stays',
  new: 'new',
  kept: 'kept below: it has text',
  goes: 'goes: it is empty',
}

/** What a change of template would do to this document, before it is done. */
export default function TemplateChange({
  host,
  to,
  from,
  done,
}: {
  host: EditorHost
  to: TemplateOption
  from: TemplateOption | null
  done: () => void
}) {
  const [planned] = useState(() => previewTemplateChange(host.shared, to.sections, from?.sections))
  const named = from?.key === to.key ? `version ${to.number}` : `“${to.name}”`
  const change = () => {
    changeTemplate(host.shared, { to: { versionId: to.id, sections: to.sections }, from: from?.sections }, authorsAct)
    host.say.set(`The sections are those of ${named} now. Everything written is kept; undo takes it back.`)
    done()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || done()}
      title={`Change to ${named}`}
      description="Nothing that is written is lost. These would be the sections, in this order:"
    >
      <ol className="mb-5 divide-y divide-line border-y border-line">
        {planned.map(({ what, title, before }) => (
          <li key={`${what} ${title}`} className="flex flex-wrap items-center justify-between gap-x-3 py-1.5">
            <span className={what === 'goes' ? 'text-ink-3 line-through' : ''}>
              {title}
              {before && <span className="text-ink-3"> · was “{before}”</span>}
            </span>
            <Chip tone={what === 'new' ? 'accent' : 'neutral'}>{says[what]}</Chip>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={change}>
          Change the template
        </Button>
        <Button onClick={done}>Leave it as it is</Button>
      </div>
    </Dialog>
  )
}
