import { Popover } from '@base-ui/react/popover'
import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { curled } from '#app/ui/curled.ts'
import { Drawer } from '#app/ui/drawer.tsx'
import { askTitle } from './ask-title.ts'
import type { Ask, EditorHost } from './editor-host.ts'
import { focusItem, itemAround } from './item-acts.ts'
import { laterPart } from './later-part.ts'
import { anchorOf } from './note-keys.ts'
import { WordingCard } from './wording-card.tsx'

const AskForm = laterPart(() => import('./ask-form.tsx').then((form) => ({ default: form.AskForm })))

/** A menu, small form or note card that is open: beside what asked, or as a sheet on a phone. */
export default function AskSurface({ host, editor, ask }: { host: EditorHost; editor: Editor; ask: Ask }) {
  const narrow = useNarrow()
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => anchorNow(ask).getBoundingClientRect(), contextElement: editor.view.dom }),
    [ask, editor],
  )
  const isNote = ask.about === 'note'
  // By key, or by a command that was typed: then Escape leads back to the text, and not to the button that does the same.
  const [isFromText] = useState(() => editor.view.hasFocus())
  const close = () => {
    host.ask.set(null)
    if (isNote) editor.view.focus()
    else if (!ask.anchor.isConnected) backToItem(editor.view, ask.id)
  }
  const goesOn = useRef(false)
  const goOn = (act: () => void) => {
    goesOn.current = true
    flushSync(() => host.ask.set(null))
    act()
  }
  const said = isNote && curled(`${ask.note.message} ${ask.note.why}`)
  const title = isNote ? 'A phrase to look at' : askTitle[ask.about]
  const content: ReactNode = isNote ? (
    <WordingCard
      key={`${ask.note.keepKey} ${ask.note.start}`}
      host={host}
      editor={editor}
      note={ask.note}
      focus={ask.focus}
      done={close}
    />
  ) : (
    <Suspense fallback={null}>
      <TakingFocus key={`${ask.about} ${ask.id}`}>
        <AskForm host={host} view={editor.view} about={ask.about} id={ask.id} done={close} goOn={goOn} />
      </TakingFocus>
    </Suspense>
  )
  // Whoever went on in the text by what was chosen, such as beginning a change, stays there.
  const finalFocus = () =>
    !goesOn.current &&
    !editor.view.hasFocus() &&
    (isFromText || isNote || !ask.anchor.isConnected ? editor.view.dom : ask.anchor)
  if (narrow) {
    return (
      <Drawer
        open
        side="bottom"
        title={title}
        description={said}
        finalFocus={finalFocus}
        onOpenChange={(open) => open || close()}
      >
        {content}
      </Drawer>
    )
  }
  return (
    <Popover.Root open modal="trap-focus" onOpenChange={(open) => open || close()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={isNote ? () => anchorOf(editor.view, ask.note) : anchor}
          // Until it is placed it stands at the corner of the window, not of the page: the focus it takes then moves nothing.
          positionMethod="fixed"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          className="z-30 outline-none"
        >
          <Popover.Popup
            initialFocus={isNote ? false : undefined}
            finalFocus={finalFocus}
            className={`max-h-[min(var(--available-height),34rem)] overflow-y-auto rounded-xl border border-line-strong bg-surface text-ink shadow-card outline-none ${isNote ? 'w-92 px-4 py-3.5' : 'max-w-92 p-2.5'}`}
          >
            <Popover.Title className={isNote ? 'text-[0.9rem] font-semibold' : 'sr-only'}>{title}</Popover.Title>
            {said && <Popover.Description className="mt-1.5 text-sm text-ink-2">{said}</Popover.Description>}
            {content}
            <Popover.Close className="not-focus:sr-only rounded-md px-2 py-1 text-sm text-ink-2">Close</Popover.Close>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** What was fetched while the surface stood open takes the focus at its first control, unless it has put it elsewhere in itself. */
function TakingFocus({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current?.contains(document.activeElement)) return
    place.current?.querySelector<HTMLElement>('a, button, input, select, textarea, [tabindex="0"]')?.focus()
  }, [])
  return <div ref={place}>{children}</div>
}

/** What was chosen while a form is open may have redrawn the button that asked: then the one that took its place. */
function anchorNow({ about, id, anchor }: Ask): HTMLElement {
  if (anchor.isConnected) return anchor
  const item = document.querySelector(`[data-id="${CSS.escape(id)}"]`)
  return item?.querySelector<HTMLElement>(`[data-act="${about}"]`) ?? anchor
}

/** What was chosen may have redrawn the button that asked: then the text beside it has the caret, wherever it was before. */
function backToItem(view: EditorView, id: string) {
  if (itemAround(view.state.doc, view.state.selection.from)?.node.attrs.id === id) view.focus()
  else focusItem(view, id, false)
}

function useNarrow() {
  const [narrow, setNarrow] = useState(() => matchMedia('(width < 40rem)').matches)
  useEffect(() => {
    const query = matchMedia('(width < 40rem)')
    const look = () => setNarrow(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return narrow
}
