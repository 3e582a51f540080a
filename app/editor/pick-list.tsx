import Check from 'lucide-react/icons/check'
import Plus from 'lucide-react/icons/plus'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { scrollInList } from './scroll-in-list.ts'

export interface Pick {
  id: string
  label: string
  detail?: string
  icon?: ReactNode
}

/** From here on a list can be typed into. */
const MANY = 7
/** More than this many at once are not drawn: typing finds the others. */
const SHOWN = 60
/** The id of the line that makes what was typed. */
const CREATE = ''

const plus = <Plus aria-hidden="true" size={16} className="shrink-0" />

/**
 * Choosing from a list by keyboard or pointer: arrows, Enter or Space, and typing where the list is long. `several` keeps it
 * open and ticks what is chosen; otherwise choosing what is chosen takes it back.
 */
export function PickList({
  label,
  picks,
  chosen,
  several = false,
  onChange,
  empty,
  create,
}: {
  label: string
  picks: readonly Pick[]
  chosen: readonly string[]
  several?: boolean
  /** `pick` is the id of what was chosen just now, or taken back. */
  onChange: (chosen: string[], pick: string) => void
  /** Said when there is nothing to choose. */
  empty?: string
  /** Makes what was typed where nothing has that name: what its line says, or null where it cannot be. */
  create?: { label: (typed: string) => string | null; run: (typed: string) => void }
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const focus = useRef<HTMLInputElement & HTMLDivElement>(null)
  const searchable = picks.length > MANY || create !== undefined
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = picks.filter((pick) => {
    const text = `${pick.label} ${pick.detail ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const name = typed.trim().replaceAll(/\s+/g, ' ')
  const isNew = name !== '' && !picks.some(({ label: known }) => known.toLowerCase() === name.toLowerCase())
  const creates = isNew ? create?.label(name) : null
  const shown: Pick[] = [...found.slice(0, SHOWN), ...(creates ? [{ id: CREATE, label: creates, icon: plus }] : [])]
  useEffect(() => {
    focus.current?.focus()
  }, [])
  useEffect(() => {
    const option = document.getElementById(`${id}-${active}`)
    if (option) scrollInList(option)
  }, [id, active])

  function choose(pick: Pick | undefined) {
    if (!pick) return
    if (pick.id === CREATE) {
      create?.run(name)
      setTyped('')
      setActive(0)
      return
    }
    const has = chosen.includes(pick.id)
    if (several) onChange(has ? chosen.filter((each) => each !== pick.id) : [...chosen, pick.id], pick.id)
    else onChange(has ? [] : [pick.id], pick.id)
  }
  function onKeyDown(event: KeyboardEvent) {
    const last = shown.length - 1
    const moves: Record<string, number> = {
      ArrowDown: Math.min(active + 1, last),
      ArrowUp: Math.max(active - 1, 0),
      ...(searchable ? {} : { Home: 0, End: last }),
    }
    if (event.key in moves) setActive(moves[event.key]!)
    else if (event.key === 'Enter' || (event.key === ' ' && !searchable)) choose(shown[active])
    else return
    event.preventDefault()
  }
  const control = {
    ref: focus,
    onKeyDown,
    'aria-activedescendant': shown[active] ? `${id}-${active}` : undefined,
    'aria-label': label,
  }

  if (picks.length === 0 && !create) return <p className="meta max-w-64 px-2 py-1">{empty}</p>
  return (
    <div className="min-w-56">
      {searchable && (
        <input
          {...control}
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          value={typed}
          placeholder="Type to find"
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          className="mb-1.5 min-h-9 w-full rounded-md border border-field bg-surface px-2.5 text-ink"
        />
      )}
      <div
        {...(searchable ? {} : { ...control, tabIndex: 0 })}
        role="listbox"
        id={id}
        aria-label={label}
        aria-multiselectable={several}
        className="relative max-h-72 overflow-y-auto rounded-md"
      >
        {shown.map((pick, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list around it
          <div
            key={pick.id}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.includes(pick.id)}
            data-active={place === active}
            onPointerMove={() => setActive(place)}
            onClick={() => choose(pick)}
            className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 select-none data-[active=true]:bg-sunken pointer-coarse:min-h-11"
          >
            {pick.icon}
            <span className="min-w-0 flex-1">
              {pick.label}
              {pick.detail && <span className="block text-xs text-ink-3">{pick.detail}</span>}
            </span>
            {chosen.includes(pick.id) && <Check aria-hidden="true" size={16} className="shrink-0 text-accent" />}
          </div>
        ))}
        {shown.length === 0 && (
          <p className="meta px-2 py-1.5">{picks.length === 0 && !typed ? empty : 'Nothing of that name.'}</p>
        )}
        {found.length > SHOWN && <p className="meta px-2 py-1.5">{found.length - SHOWN} more: type to find them.</p>}
      </div>
    </div>
  )
}
