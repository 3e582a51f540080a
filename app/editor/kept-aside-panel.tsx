import type { Editor } from '@tiptap/core'
import { scrapsOf } from '#app/document/shared-document.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { useToast } from '#app/ui/toast.tsx'
import type { EditorHost, KeptAside } from './editor-host.ts'
import { useStore } from './use-store.ts'

/**
 * Text whose place was deleted or moved away while it was typed, and first boxes that could not be put in. It is seen by
 * those invited and never published; here it goes back into the text, or is thrown away.
 */
export function KeptAsidePanel({ host, editor }: { host: EditorHost; editor: Editor }) {
  const kept = useStore(host.keptAside)
  const { show } = useToast()

  const putBack = ({ id, text }: KeptAside) => {
    const lines = text.split('\n').filter((line) => line.trim())
    editor
      .chain()
      .focus()
      .insertContent(lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })))
      .run()
    scrapsOf(host.shared).delete(id)
  }
  const throwAway = ({ id, ...scrap }: KeptAside) => {
    scrapsOf(host.shared).delete(id)
    const undo = () => void scrapsOf(host.shared).set(id, scrap)
    show({ title: 'Thrown away.', action: { label: 'Undo', onSelect: undo } })
  }

  return (
    <>
      <p className="meta mb-3">
        Typed where the text was moved or deleted at the same moment, so its place is gone. It is never published.
      </p>
      <ul className="space-y-2.5">
        {kept.map((scrap) => (
          <li key={scrap.id} className="rounded-lg border border-line bg-surface px-3.5 py-2.5">
            <p className="meta mb-1">
              {scrap.place}
              {scrap.at && (
                <>
                  {' · '}
                  <DateTime at={scrap.at} zone={host.facts.get().zone} />
                </>
              )}
            </p>
            <p className="break-words whitespace-pre-wrap">{scrap.text}</p>
            {host.editable && (
              <p className="mt-2 flex flex-wrap gap-2">
                <Button onClick={() => putBack(scrap)}>Put it where the caret is</Button>
                <Button variant="quiet" onClick={() => throwAway(scrap)}>
                  Throw away
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
