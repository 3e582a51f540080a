import type { Editor } from '@tiptap/core'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useCommandOffer } from './commands/use-command-offer.tsx'
import type { EditorHost } from './editor-host.ts'
import { useMentionOffer } from './mentions/use-mention-offer.tsx'
import { usePostmortemOffer } from './mentions/use-postmortem-offer.tsx'
import { closeTypeahead, type OpenTypeahead, typeaheadRange } from './typeahead.ts'
import type { TypeaheadGroup, TypeaheadOffer, TypeaheadOption } from './typeahead-option.ts'
import type { TypeaheadKind } from './typeahead-trigger.ts'
import { usePlacement } from './use-placement.ts'

interface Given {
  host: EditorHost
  editor: Editor
  open: OpenTypeahead
}

const names: Record<TypeaheadKind, string> = {
  command: 'What to put here',
  mention: 'People, teams and services',
  postmortem: 'Post-mortems',
}
const offers: Record<TypeaheadKind, (given: Given) => TypeaheadOffer> = {
  command: useCommandOffer,
  mention: useMentionOffer,
  postmortem: usePostmortemOffer,
}

/** The list that a sign opens at the caret. The text keeps the focus and the letters; arrows, Enter, Tab and Escape are ours. */
export default function TypeaheadList(given: Given) {
  const useOffer = offers[given.open.kind]
  return <OfferList key={`${given.open.kind} ${given.open.from}`} {...given} useOffer={useOffer} />
}

function OfferList({ useOffer, ...given }: Given & { useOffer: (given: Given) => TypeaheadOffer }) {
  const { host, editor, open } = given
  const { groups, says } = useOffer(given)
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const options = groups.flatMap((group) => group.options)
  const active = Math.min(chosen, options.length - 1)
  const placement = usePlacement(
    panel,
    () => {
      const range = typeaheadRange(editor.state)
      return range && editor.view.coordsAtPos(range.from)
    },
    `${open.from} ${options.length} ${says}`,
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is typed, the best one is the first
  useEffect(() => setChosen(0), [open.query])
  useEffect(() => {
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  useDescribedText(editor, panel.current !== null || options.length > 0 ? id : null, options[active])

  function take(option: TypeaheadOption) {
    const range = typeaheadRange(editor.state)
    if (!range) return
    editor.view.dispatch(editor.state.tr.delete(range.from, range.to))
    closeTypeahead(editor.view)
    option.take(editor)
  }
  useEffect(() => {
    host.typeahead.takeKey = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      const option = options[active]
      if (!option || event.ctrlKey || event.metaKey || event.altKey) return false
      if (step) setChosen((active + step + options.length) % options.length)
      else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(option)
      else return false
      return true
    }
    return () => {
      host.typeahead.takeKey = null
    }
  })

  if (options.length === 0 && !says) return null
  return createPortal(
    <div
      ref={panel}
      style={placement ? { ...placement } : { visibility: 'hidden' }}
      className="fixed z-40 flex w-80 max-w-[calc(100vw-16px)] flex-col overflow-hidden rounded-xl border border-line-strong bg-surface text-[0.9rem] text-ink shadow-card"
    >
      <div id={id} role="listbox" aria-label={names[open.kind]} className="max-h-80 min-h-0 overflow-y-auto p-1.5">
        {groups.map((group) => (
          <OptionGroup
            key={group.title}
            group={group}
            id={id}
            active={options[active]}
            onPoint={(option) => setChosen(options.indexOf(option))}
            onTake={take}
          />
        ))}
      </div>
      {says && (
        <p role="status" className="meta border-line px-3.5 py-2 not-only:border-t">
          {says}
        </p>
      )}
    </div>,
    document.getElementById('main') ?? document.body,
  )
}

function OptionGroup({
  group,
  id,
  active,
  onPoint,
  onTake,
}: {
  group: TypeaheadGroup
  id: string
  active: TypeaheadOption | undefined
  onPoint: (option: TypeaheadOption) => void
  onTake: (option: TypeaheadOption) => void
}) {
  if (group.options.length === 0) return null
  const title = `${id}-${group.title.replace(/\W/g, '')}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
    <div role="group" aria-labelledby={title}>
      <div
        id={title}
        className="px-2 pt-2 pb-1 text-[11px] leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase"
      >
        {group.title}
      </div>
      {group.options.map((option) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text, which keeps the focus
        <div
          key={option.id}
          id={`${id}-${option.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={option === active}
          onPointerMove={() => onPoint(option)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
          className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 select-none aria-selected:bg-sunken aria-selected:shadow-[inset_3px_0_var(--accent)] pointer-coarse:min-h-11"
        >
          {option.icon && <span className="shrink-0 text-ink-3">{option.icon}</span>}
          <span className="min-w-0 flex-1">
            <span className="block truncate">{option.label}</span>
            {option.detail && <span className="block truncate text-xs text-ink-3">{option.detail}</span>}
          </span>
          {option.keys && (
            <span className="flex shrink-0 gap-1 pointer-coarse:hidden">
              {option.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}

/** Tells a screen reader, which is in the text, what is chosen in the list. */
function useDescribedText({ view }: Editor, listId: string | null, active: TypeaheadOption | undefined) {
  const activeId = listId && active ? `${listId}-${active.id}` : null
  useEffect(() => {
    const text = view.dom
    if (!activeId || !listId) return
    text.setAttribute('aria-controls', listId)
    text.setAttribute('aria-activedescendant', activeId)
    text.setAttribute('aria-autocomplete', 'list')
    return () => {
      for (const name of ['aria-controls', 'aria-activedescendant', 'aria-autocomplete']) text.removeAttribute(name)
    }
  }, [view, listId, activeId])
}
