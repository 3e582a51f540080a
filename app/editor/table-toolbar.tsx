import type { Editor } from '@tiptap/core'
import { useRef } from 'react'
import { commandsFor } from './commands/all-commands.ts'
import { CommandMenu } from './commands/command-menu.tsx'
import { placeOf } from './commands/place.ts'
import { ToolButton } from './commands/tool-button.tsx'
import type { EditorHost } from './editor-host.ts'
import { OverTextBar } from './over-text-bar.tsx'

const first: Record<string, string> = { 'row-below': 'Row', 'column-after': 'Column' }

/** Room for the bar at the foot of the window, where the table goes on below it. */
const FOOT = 56

/** What can be done with the table that the caret is in, under it. */
export default function TableToolbar({ host, editor }: { host: EditorHost; editor: Editor }) {
  const panel = useRef<HTMLDivElement>(null)
  const commands = commandsFor('table', placeOf(editor.state))
  return (
    <OverTextBar
      label="This table"
      host={host}
      editor={editor}
      panel={panel}
      boxNow={() => boxOf(editor)}
      prefer="under"
    >
      {commands
        .filter(({ id }) => first[id])
        .map((command) => (
          <ToolButton key={command.id} command={command} editor={editor} host={host} says={first[command.id]} />
        ))}
      <CommandMenu
        title="More"
        commands={commands.filter(({ id }) => !first[id])}
        editor={editor}
        host={host}
        container={panel}
      />
    </OverTextBar>
  )
}

function boxOf({ view, state }: Editor) {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.node(depth).type.name !== 'table') continue
    const drawn = view.nodeDOM($from.before(depth))
    if (!(drawn instanceof HTMLElement)) return null
    const { left, top, bottom } = drawn.getBoundingClientRect()
    return { left, top, bottom: Math.min(bottom, innerHeight - FOOT) }
  }
  return null
}
