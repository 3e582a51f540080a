import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import type { MouseEvent } from 'react'
import type { EditorHost } from '../editor-host.ts'
import type { WritingCommand } from './writing-command.ts'

export const toolLook =
  'flex min-h-8 min-w-8 shrink-0 items-center justify-center gap-1.5 rounded-md px-1.5 text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11'

/** A press with the pointer leaves the focus in the text, where the words stay selected. */
export function keepSelection(event: MouseEvent) {
  event.preventDefault()
}

/** A command in a bar, as its sign; with `says` also as a word or two. */
export function ToolButton({
  command,
  editor,
  host,
  says,
}: {
  command: WritingCommand
  editor: Editor
  host: EditorHost
  says?: string
}) {
  const { label, keys, icon: Icon, isOn, run } = command
  return (
    <Toolbar.Button
      className={toolLook}
      aria-label={label}
      aria-pressed={isOn?.(editor)}
      title={keys ? `${label} (${keys.join(' ')})` : label}
      onMouseDown={keepSelection}
      onClick={() => run(editor, host)}
    >
      <Icon aria-hidden="true" size={16} />
      {says && <span className="whitespace-nowrap">{says}</span>}
    </Toolbar.Button>
  )
}
