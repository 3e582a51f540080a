import type { Editor } from '@tiptap/core'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { EditorHost } from '../editor-host.ts'

interface Props {
  host: EditorHost
  editor: Editor
  /** What is typed here, which the bar goes on with. */
  begun: RefObject<string | null>
}

/** Where the find bar will stand: until its code is there, what is typed is looked for and does not go into the text. */
export function FindWaiting({ host, editor, begun }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  return (
    <search aria-label="Find in the document" className={findFrame}>
      <input
        ref={input}
        type="text"
        aria-label="Find"
        placeholder="Find"
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => {
          begun.current = event.currentTarget.value
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          begun.current = null
          host.finding.set(false)
          editor.view.focus()
        }}
        className={`${findField} w-full`}
      />
    </search>
  )
}

export const findFrame =
  'fixed top-[61px] right-3 z-30 w-[min(33rem,calc(100vw-24px))] space-y-1.5 rounded-xl border border-line-strong bg-surface p-2 text-sm text-ink shadow-card'
export const findField =
  'min-h-8 min-w-0 rounded-md border border-field bg-surface px-2.5 text-ink pointer-coarse:min-h-11'
