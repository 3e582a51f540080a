import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import Link2 from 'lucide-react/icons/link'
import { useEffect, useRef } from 'react'
import { commandsFor } from './commands/all-commands.ts'
import { CommandMenu } from './commands/command-menu.tsx'
import { placeOf } from './commands/place.ts'
import { keepSelection, ToolButton, toolLook } from './commands/tool-button.tsx'
import type { EditorHost } from './editor-host.ts'
import { LinkField } from './link-field.tsx'
import { OverTextBar } from './over-text-bar.tsx'
import { usePart } from './use-store.ts'

const acts: Record<string, string> = { 'ask-selected': 'Ask this', evidence: 'Source' }

/** What can be done with the words that are selected. */
export default function SelectionToolbar({ host, editor }: { host: EditorHost; editor: Editor }) {
  const panel = useRef<HTMLDivElement>(null)
  const linking = usePart(host.reach, (reach) => reach === 'link')
  // The bar goes with the selection; a field of it that was open goes with it.
  useEffect(() => () => host.reach.set(null), [host])
  const place = placeOf(editor.state)
  const commands = commandsFor('selection', place)
  const marks = commands.filter(({ group }) => group === 'Words')
  // A plain line can become an item; what stands in an item is part of one already.
  const turns = commands.filter(({ id, group }) => group === 'Text' || (group === 'Here' && !acts[id] && !place.item))
  const others = commands.filter(({ id }) => acts[id])
  const back = () => {
    host.reach.set(null)
    editor.view.focus()
  }
  return (
    <OverTextBar
      label="What is selected"
      host={host}
      editor={editor}
      panel={panel}
      boxNow={() => boxOf(editor)}
      prefer="over"
      instead={linking && <LinkField editor={editor} done={back} />}
    >
      {turns.length > 0 && (
        <CommandMenu
          title="Turn into"
          commands={turns}
          now={turns.find(({ isOn }) => isOn?.(editor))}
          editor={editor}
          host={host}
          container={panel}
        />
      )}
      {marks.map((command) => (
        <ToolButton key={command.id} command={command} editor={editor} host={host} />
      ))}
      {!place.inCode && (
        <Toolbar.Button
          className={toolLook}
          aria-label="Link"
          aria-pressed={editor.isActive('link')}
          title="Link (Ctrl K)"
          onMouseDown={keepSelection}
          onClick={() => host.reach.set('link')}
        >
          <Link2 aria-hidden="true" size={16} />
        </Toolbar.Button>
      )}
      {others.length > 0 && <Toolbar.Separator className="mx-1 h-5 w-px shrink-0 bg-line" />}
      {others.map((command) => (
        <ToolButton key={command.id} command={command} editor={editor} host={host} says={acts[command.id]} />
      ))}
    </OverTextBar>
  )
}

function boxOf({ view, state }: Editor) {
  const { from, to } = state.selection
  const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to)]
  return { left: Math.min(start.left, end.left), top: start.top, bottom: end.bottom }
}
