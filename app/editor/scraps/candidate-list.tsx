import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import type { EntryType } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { useWide } from '../use-wide.ts'

/** One row as it is shown: after edits, with the clock set right. */
export interface CandidateRow {
  moment: Moment
  type: EntryType | null
  speaker: string
  text: string
  /** What is said of it in a word or two: edited, a reply, deleted. */
  remarks: string[]
}

/** Rows above and below the visible ones that are drawn, so that scrolling shows no gap. */
const AROUND = 6

/**
 * Twenty thousand candidates, of which only those in view are drawn. Arrows move, Space ticks, with Shift a range; Enter edits.
 * `shown` are places in the whole list, in the order in which they are shown.
 */
export function CandidateList({
  shown,
  rowOf,
  ticked,
  zone,
  active,
  onActive,
  onTick,
  onEdit,
  onKey,
}: {
  shown: readonly number[]
  rowOf: (candidate: number) => CandidateRow
  ticked: ReadonlySet<number>
  zone: string
  /** The place in `shown` that the keys act on. */
  active: number
  onActive: (place: number) => void
  onTick: (candidates: number[], tick: boolean) => void
  onEdit: () => void
  /** Other keys; answers whether it took one. */
  onKey: (event: KeyboardEvent) => boolean
}) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const anchor = useRef(0)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(400)
  const rowHeight = useWide(40) ? 54 : 76
  const first = Math.max(0, Math.floor(top / rowHeight) - AROUND)
  const last = Math.min(shown.length, Math.ceil((top + height) / rowHeight) + AROUND)

  useEffect(() => {
    list.current?.focus()
    setHeight(list.current?.clientHeight ?? 400)
  }, [])
  useEffect(() => {
    const box = list.current
    if (!box) return
    const from = active * rowHeight
    if (from < box.scrollTop) box.scrollTop = from
    else if (from + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = from + rowHeight - box.clientHeight
  }, [active, rowHeight])

  function tickRange(to: number, tick: boolean) {
    const [low, high] = [Math.min(anchor.current, to), Math.max(anchor.current, to)]
    onTick(shown.slice(low, high + 1), tick)
  }
  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: shown.length - 1,
    }
    const current = shown[active]
    if (event.key in moves) {
      const to = Math.max(0, Math.min(shown.length - 1, moves[event.key]!))
      onActive(to)
      if (event.shiftKey) tickRange(to, true)
      else anchor.current = to
    } else if (event.key === ' ' && current !== undefined) {
      const tick = !ticked.has(current)
      if (event.shiftKey) tickRange(active, tick)
      else onTick([current], tick)
      anchor.current = active
    } else if (event.key === 'Enter' && current !== undefined) onEdit()
    else if (!onKey(event)) return
    event.preventDefault()
  }
  function onClick(event: MouseEvent, place: number) {
    const tick = !ticked.has(shown[place]!)
    onActive(place)
    if (event.shiftKey) tickRange(place, true)
    else onTick([shown[place]!], tick)
    anchor.current = place
  }

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-multiselectable="true"
      aria-label="What may become an entry"
      aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      className="relative h-[min(46vh,26rem)] overflow-y-auto overscroll-contain rounded-lg border border-line"
    >
      <div style={{ height: shown.length * rowHeight }}>
        {shown.slice(first, last).map((candidate, at) => {
          const place = first + at
          const row = rowOf(candidate)
          return (
            <Row
              key={candidate}
              id={`${id}-${place}`}
              row={row}
              day={dayWord(row, place > 0 ? rowOf(shown[place - 1]!) : null, zone)}
              zone={zone}
              place={place}
              of={shown.length}
              isTicked={ticked.has(candidate)}
              isActive={place === active}
              top={place * rowHeight}
              height={rowHeight}
              onClick={(event) => onClick(event, place)}
              onDoubleClick={onEdit}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The day, where it is another than that of the row above. */
function dayWord({ moment }: CandidateRow, above: CandidateRow | null, zone: string): string {
  if (!moment.at) return ''
  const day = formatMoment({ at: moment.at, zone }, 'date')
  return above?.moment.at && formatMoment({ at: above.moment.at, zone }, 'date') === day ? '' : day
}

function Row({
  id,
  row,
  day,
  zone,
  place,
  of,
  isTicked,
  isActive,
  top,
  height,
  onClick,
  onDoubleClick,
}: {
  id: string
  row: CandidateRow
  day: string
  zone: string
  place: number
  of: number
  isTicked: boolean
  isActive: boolean
  top: number
  height: number
  onClick: (event: MouseEvent) => void
  onDoubleClick: () => void
}) {
  const { moment, type, speaker, text, remarks } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list around it
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isTicked}
      aria-posinset={place + 1}
      aria-setsize={of}
      data-active={isActive}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      style={{ top, height }}
      className="absolute inset-x-0 flex cursor-default items-start gap-3 border-b border-line px-3 py-2 select-none hover:bg-sunken/60 data-[active=true]:bg-sunken data-[active=true]:shadow-[inset_3px_0_var(--accent)] max-sm:flex-wrap max-sm:gap-x-2.5 max-sm:gap-y-0.5"
    >
      <span
        aria-hidden="true"
        className={`mt-0.5 grid size-4.5 shrink-0 place-items-center rounded border text-xs leading-none ${isTicked ? 'border-accent bg-accent text-on-accent' : 'border-field bg-surface'}`}
      >
        {isTicked && '✓'}
      </span>
      <span className="w-20 shrink-0 font-mono text-sm tabular-nums max-sm:w-auto">
        {moment.at ? formatMoment({ ...moment, zone }, 'time') : <span className="text-note-ink">no time</span>}
        {day && <span className="block text-[0.7rem] leading-tight text-ink-3 max-sm:ml-2 max-sm:inline">{day}</span>}
      </span>
      <span className="line-clamp-2 min-w-0 flex-1 text-sm leading-[1.3] break-words max-sm:order-last max-sm:basis-full max-sm:pl-7">
        {speaker && <span className="text-ink-3">{speaker} · </span>}
        {text || <span className="text-ink-3">without words</span>}
      </span>
      <span className="shrink-0 text-right text-xs text-ink-3 max-sm:ml-auto">
        {type}
        {remarks.length > 0 && <span className="block max-sm:inline"> {remarks.join(', ')}</span>}
      </span>
    </div>
  )
}
