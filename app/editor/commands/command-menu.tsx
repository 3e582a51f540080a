import { Menu } from '@base-ui/react/menu'
import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import type { RefObject } from 'react'
import type { EditorHost } from '../editor-host.ts'
import { toolLook } from './tool-button.tsx'
import type { WritingCommand } from './writing-command.ts'

/** Commands that would make a bar too long. `now`: the one that what is selected is already. */
export function CommandMenu({
  title,
  commands,
  now,
  editor,
  host,
  container,
}: {
  title: string
  commands: WritingCommand[]
  now?: WritingCommand
  editor: Editor
  host: EditorHost
  /** The menu opens inside of the bar: for as long as the focus is there, the bar stays. */
  container: RefObject<HTMLElement | null>
}) {
  return (
    <Menu.Root>
      <Menu.Trigger
        render={<Toolbar.Button className={toolLook} />}
        aria-label={now ? `${title}, now ${now.label.toLowerCase()}` : title}
        onMouseDown={(event) => event.preventDefault()}
      >
        <span className="whitespace-nowrap">{now?.label ?? title}</span>
        <ChevronDown aria-hidden="true" size={14} />
      </Menu.Trigger>
      <Menu.Portal container={container}>
        <Menu.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-40 outline-none">
          <Menu.Popup
            finalFocus={() => editor.view.dom}
            className="max-h-[min(var(--available-height),24rem)] min-w-52 overflow-y-auto rounded-xl border border-line-strong bg-surface p-1.5 text-[0.9rem] text-ink shadow-card outline-none"
          >
            {commands.map((command) => (
              <Menu.Item
                key={command.id}
                onClick={() => command.run(editor, host)}
                className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 outline-none select-none data-highlighted:bg-sunken pointer-coarse:min-h-11"
              >
                <command.icon aria-hidden="true" size={16} className="shrink-0 text-ink-3" />
                <span className="flex-1">{command.label}</span>
                {command === now && <span className="text-xs text-ink-3">now</span>}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
