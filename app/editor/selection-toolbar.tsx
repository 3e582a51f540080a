import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import Link2 from 'lucide-react/icons/link'
import { useEffect, useReducer, useRef } from 'react'
import { createPortal } from 'react-dom'
import { commandsFor } from './commands/all-commands.ts'
import { placeOf } from './commands/place.ts'
import { TurnIntoMenu } from './commands/turn-into-menu.tsx'
import type { WritingCommand } from './commands/writing-command.ts'
import type { EditorHost } from './editor-host.ts'
import { LinkField } from './link-field.tsx'
import { usePlacement } from './use-placement.ts'
import { usePart } from './use-store.ts'
import { useWide } from './use-wide.ts'
import { useWindowFoot } from './use-window-foot.ts'

const look =
  'flex min-h-8 min-w-8 shrink-0 items-center justify-center gap-1.5 rounded-md px-1.5 text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11'

/** What can be done with the words that are selected: over them, on a phone at the foot of the window. */
export default function SelectionToolbar({ host, editor }: { host: EditorHost; editor: Editor }) {
  useEachSelection(editor)
  const panel = useRef<HTMLDivElement>(null)
  const wide = useWide(40)
  const linking = usePart(host.reach, (reach) => reach === 'link')
  const asked = usePart(host.reach, (reach) => reach === 'toolbar')
  const { from, to } = editor.state.selection
  const placement = usePlacement(panel, () => (wide ? boxOf(editor) : null), `${from} ${to} ${linking}`, 'over')
  const foot = useWindowFoot(!wide)
  const place = placeOf(editor.state)
  const commands = commandsFor('selection', place)

  useEffect(() => {
    if (!asked) return
    panel.current?.querySelector<HTMLElement>('button')?.focus()
    host.reach.set(null)
  }, [asked, host])
  // The bar goes with the selection; a field of it that was open goes with it.
  useEffect(() => () => host.reach.set(null), [host])

  const back = () => {
    host.reach.set(null)
    editor.view.focus()
  }
  const marks = commands.filter(({ group }) => group === 'Words')
  const acts = commands.filter(({ id }) => id === 'ask-selected' || id === 'evidence')
  const turns = commands.filter((command) => !marks.includes(command) && !acts.includes(command))

  return createPortal(
    <div
      ref={panel}
      data-over-text
      style={wide ? (placement ?? { visibility: 'hidden' }) : { bottom: foot }}
      className="fixed z-30 max-sm:inset-x-0 sm:w-max sm:max-w-[calc(100vw-16px)]"
    >
      <div className="overflow-x-auto border border-line-strong bg-surface p-1 text-sm text-ink shadow-card sm:rounded-xl max-sm:border-x-0 max-sm:border-b-0">
        {linking ? (
          <LinkField editor={editor} done={back} />
        ) : (
          <Toolbar.Root
            aria-label="What is selected"
            className="flex items-center gap-0.5"
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) back()
            }}
          >
            {turns.length > 0 && (
              <TurnIntoMenu commands={turns} editor={editor} host={host} look={look} container={panel} />
            )}
            {marks.map((command) => (
              <ToolButton key={command.id} command={command} editor={editor} host={host} />
            ))}
            {!place.inCode && (
              <Toolbar.Button
                className={look}
                aria-label="Link"
                aria-pressed={editor.isActive('link')}
                title="Link (Ctrl K)"
                onMouseDown={keepSelection}
                onClick={() => host.reach.set('link')}
              >
                <Link2 aria-hidden="true" size={16} />
              </Toolbar.Button>
            )}
            {acts.length > 0 && <Toolbar.Separator className="mx-1 h-5 w-px shrink-0 bg-line" />}
            {acts.map((command) => (
              <ToolButton key={command.id} command={command} editor={editor} host={host} named />
            ))}
          </Toolbar.Root>
        )}
      </div>
    </div>,
    document.getElementById('main') ?? document.body,
  )
}

function ToolButton({
  command,
  editor,
  host,
  named = false,
}: {
  command: WritingCommand
  editor: Editor
  host: EditorHost
  named?: boolean
}) {
  const { label, keys, icon: Icon, isOn, run } = command
  return (
    <Toolbar.Button
      className={look}
      aria-label={label}
      aria-pressed={isOn?.(editor)}
      title={keys ? `${label} (${keys.join(' ')})` : label}
      onMouseDown={keepSelection}
      onClick={() => run(editor, host)}
    >
      <Icon aria-hidden="true" size={16} />
      {named && <span className="whitespace-nowrap">{command.id === 'evidence' ? label : 'Ask this'}</span>}
    </Toolbar.Button>
  )
}

/** A press with the pointer leaves the focus in the text, where the words stay selected. */
function keepSelection(event: React.MouseEvent) {
  event.preventDefault()
}

function boxOf({ view, state }: Editor) {
  const { from, to } = state.selection
  const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to)]
  return { left: Math.min(start.left, end.left), top: start.top, bottom: end.bottom }
}

function useEachSelection(editor: Editor) {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    editor.on('transaction', again)
    return () => void editor.off('transaction', again)
  }, [editor])
}
