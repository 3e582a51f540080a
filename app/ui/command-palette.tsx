import { Dialog as Base } from '@base-ui/react/dialog'
import Search from 'lucide-react/icons/search'
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type FoundItem, useFind } from './use-find.ts'

export interface CommandPaletteProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What gets the focus back when nothing had it before. */
  returnFocus: RefObject<HTMLElement | null>
}

/** Finds published things, own drafts and places from anywhere. Arrow keys choose, Enter goes, Escape closes. */
export function CommandPalette({ open, onOpenChange, returnFocus }: CommandPaletteProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 sm:pt-[12vh]">
          <Base.Popup
            finalFocus={() => (document.activeElement === document.body ? returnFocus.current : true)}
            className="flex h-[min(34rem,90dvh)] w-full max-w-2xl flex-col overflow-hidden rounded-xl border border-line-strong bg-surface text-ink shadow-card outline-none"
          >
            <Base.Title className="sr-only">Search</Base.Title>
            <PaletteSearch close={() => onOpenChange(false)} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

function PaletteSearch({ close }: { close: () => void }) {
  const id = useId()
  const navigate = useNavigate()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const { state, groups } = useFind(query)
  const items = groups.flatMap((group) => group.items)
  const everything = query.trim() ? `/library?q=${encodeURIComponent(query.trim())}` : '/library'
  const active = Math.min(chosen, items.length - 1)

  const choose = (place: number) => {
    setChosen(place)
    list.current?.querySelectorAll('[role=option]')[place]?.scrollIntoView({ block: 'nearest' })
  }
  const go = (href: string) => {
    close()
    navigate(href)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      // Results of another query must not be gone to by accident while the new ones are on their way.
      go(state === 'found' && items[active] ? items[active].href : everything)
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (items.length > 0) choose((active + step + items.length) % items.length)
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4 has-[input:focus]:border-accent">
        <Search aria-hidden="true" size={18} className="shrink-0 text-ink-3" />
        <input
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={items[active] ? `${id}-${items[active].id}` : undefined}
          aria-autocomplete="list"
          aria-label="Search lessons, incidents and services"
          placeholder="Search lessons, incidents, services…"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
          onKeyDown={press}
          className="min-h-13 w-full min-w-0 bg-transparent text-lg outline-none"
        />
        <Base.Close className="shrink-0 rounded-md px-1 py-2 pointer-coarse:min-h-11 pointer-coarse:min-w-11">
          <kbd>Esc</kbd>
          <span className="sr-only"> closes</span>
        </Base.Close>
      </div>
      <div className="min-h-0 flex-1">
        {items.length > 0 && (
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label="Results"
            className="h-full overflow-y-auto overscroll-contain px-2 pb-2"
          >
            {groups.map((group, place) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
              <div key={group.title} role="group" aria-labelledby={`${id}-group-${place}`}>
                <div
                  id={`${id}-group-${place}`}
                  className="px-2.5 pt-3 pb-1.5 text-xs leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase"
                >
                  {group.title}
                </div>
                {group.items.map((item) => (
                  <PaletteOption
                    key={item.id}
                    id={`${id}-${item.id}`}
                    item={item}
                    isChosen={item === items[active]}
                    onChoose={() => setChosen(items.indexOf(item))}
                    onGo={close}
                  />
                ))}
              </div>
            ))}
          </div>
        )}
      </div>
      <div className="border-t border-line px-4 py-1 sm:flex sm:min-h-11 sm:items-center sm:justify-between sm:gap-4">
        <p role="status" className="meta min-h-[3em] content-center sm:min-h-0">
          {tell(state, items.length, query)}
        </p>
        <Link
          to={everything}
          onClick={close}
          className="flex min-h-8 shrink-0 items-center rounded-md font-medium text-accent hover:underline pointer-coarse:min-h-11"
        >
          Look in the whole library
        </Link>
      </div>
    </>
  )
}

function PaletteOption(props: {
  id: string
  item: FoundItem
  isChosen: boolean
  onChoose: () => void
  onGo: () => void
}) {
  const { id, item, isChosen, onChoose, onGo } = props
  return (
    <Link
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      to={item.href}
      onClick={onGo}
      onPointerMove={onChoose}
      className="block rounded-md px-2.5 py-1.5 aria-selected:bg-sunken aria-selected:shadow-[inset_3px_0_var(--accent)] pointer-coarse:min-h-11"
    >
      <span className="line-clamp-2">{item.title}</span>
      {item.detail && <span className="meta line-clamp-1">{item.detail}</span>}
    </Link>
  )
}

function tell(state: 'looking' | 'found' | 'failed', count: number, query: string) {
  if (state === 'failed') return 'The search gave no answer. Typing on tries again.'
  if (state === 'looking') return 'Looking…'
  if (count > 0) return `${count} ${count === 1 ? 'result' : 'results'}`
  return query.trim() ? 'Nothing has these words yet. Fewer of them may find more.' : ''
}
