import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { type ReactNode, type RefObject, useEffect, useReducer } from 'react'
import { createPortal } from 'react-dom'
import type { EditorHost } from './editor-host.ts'
import { usePlacement } from './use-placement.ts'
import { usePart } from './use-store.ts'
import { useWide } from './use-wide.ts'
import { useWindowFoot } from './use-window-foot.ts'

/**
 * A bar of tools over a place in the text, on a phone at the foot of the window. Alt F10 goes into it, the arrows from tool to
 * tool, Escape back to the text. `instead` takes the place of the tools.
 */
export function OverTextBar({
  label,
  host,
  editor,
  panel,
  boxNow,
  prefer,
  instead,
  children,
}: {
  label: string
  host: EditorHost
  editor: Editor
  panel: RefObject<HTMLDivElement | null>
  boxNow: () => { left: number; top: number; bottom: number } | null
  prefer: 'over' | 'under'
  instead?: ReactNode
  children: ReactNode
}) {
  useEachTransaction(editor)
  const wide = useWide(40)
  const asked = usePart(host.reach, (reach) => reach === 'toolbar')
  const { from, to } = editor.state.selection
  const placement = usePlacement(panel, () => (wide ? boxNow() : null), `${from} ${to} ${Boolean(instead)}`, prefer)
  const foot = useWindowFoot(!wide)

  const isPlaced = !wide || placement !== null
  useEffect(() => {
    if (!asked || !isPlaced) return
    panel.current?.querySelector<HTMLElement>('button')?.focus()
    host.reach.set(null)
  }, [asked, isPlaced, host, panel])

  return createPortal(
    <div
      ref={panel}
      data-over-text
      style={wide ? (placement ?? { visibility: 'hidden' }) : { bottom: foot }}
      className="fixed z-30 max-sm:inset-x-0 sm:w-max sm:max-w-[calc(100vw-16px)]"
    >
      <div className="overflow-x-auto border border-line-strong bg-surface p-1 text-sm text-ink shadow-card max-sm:border-x-0 max-sm:border-b-0 sm:rounded-xl">
        {instead || (
          <Toolbar.Root
            aria-label={label}
            className="flex items-center gap-0.5"
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) editor.view.focus()
            }}
          >
            {children}
          </Toolbar.Root>
        )}
      </div>
    </div>,
    document.getElementById('main') ?? document.body,
  )
}

/** Draws again after every step: what is on and where the bar stands may be another. */
function useEachTransaction(editor: Editor) {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    editor.on('transaction', again)
    return () => void editor.off('transaction', again)
  }, [editor])
}
