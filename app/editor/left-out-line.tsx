import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { leftOutInWords, leftOutWord } from '#app/document/rich-paste/left-out.ts'
import { Button } from '#app/ui/button.tsx'
import type { EditorHost } from './editor-host.ts'
import { useStore } from './use-store.ts'

/** The quiet line after a paste that brought something a text has no place for, with what it was. */
export default function LeftOutLine({ host, editor }: { host: EditorHost; editor: Editor }) {
  const leftOut = useStore(host.leftOut)
  const [shown, setShown] = useState(false)
  return (
    <div className="ed-left-out">
      <p role="status" className="min-w-0 flex-1">
        {leftOutInWords(leftOut)}
      </p>
      <Button variant="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? 'Fold away' : 'Show'}
      </Button>
      <Button
        variant="quiet"
        onClick={() => {
          host.leftOut.set([])
          editor.view.focus()
        }}
      >
        Close
      </Button>
      {shown && (
        <ul className="w-full list-disc space-y-1 pl-5 text-sm text-ink-2">
          {leftOut.map(({ kind, text }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
            <li key={place}>
              {leftOutWord(kind)}
              {text && `: ${text}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
