import type { EditorView } from '@tiptap/pm/view'
import type { Destination } from '#app/document/move-element.ts'
import type { EditorHost } from './editor-host.ts'
import { element } from './element.ts'
import { moveTo } from './sort-timeline.ts'

interface Drag {
  host: EditorHost
  view: EditorView
  /** The item that is dragged. */
  id: string
  handle: HTMLElement
  /** The press it begins with. */
  from: PointerEvent
}

/** So far, in pixels, a press may move and still be none. */
const STILL = 4
/** So near to the edge of the window, in pixels, the page scrolls along. */
const EDGE = 72

/**
 * Follows the pointer from the press on a handle to its end: a line shows where the item would stand, among items of its kind.
 * Letting go there moves it, as one operation by its id. Escape leaves everything as it was.
 */
export function dragItem({ host, view, id, handle, from }: Drag): void {
  const item = handle.closest<HTMLElement>('.ed-entry, .ed-card')
  if (!item || !handle.hasPointerCapture(from.pointerId)) return
  const line = element('div', { class: 'ed-drop-line' })
  let place: { to: Destination; y: number } | null = null
  let pointer = from
  let frame = 0

  function follow(event: PointerEvent) {
    pointer = event
    const isStill = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < STILL
    if (!line.isConnected && isStill) return
    if (!line.isConnected) {
      view.dom.ownerDocument.body.append(line)
      item!.dataset.dragged = 'true'
      frame = requestAnimationFrame(scrollAlong)
    }
    show()
  }
  function show() {
    place = placeAt(view, item!, pointer.clientY)
    const { left, width } = item!.getBoundingClientRect()
    line.hidden = place === null
    if (place) Object.assign(line.style, { left: `${left}px`, width: `${width}px`, top: `${place.y}px` })
  }
  function scrollAlong() {
    const above = EDGE - pointer.clientY
    const below = pointer.clientY - (innerHeight - EDGE)
    const by = above > 0 ? -above : Math.max(0, below)
    if (by !== 0) {
      scrollBy(0, by / 4)
      show()
    }
    frame = requestAnimationFrame(scrollAlong)
  }
  function end(event: Event) {
    const goes = event.type === 'pointerup' && line.isConnected ? place : null
    stop.abort()
    cancelAnimationFrame(frame)
    line.remove()
    delete item!.dataset.dragged
    if (goes) moveTo(host, view, id, goes.to, 'Moved.')
  }
  const stop = new AbortController()
  const { signal } = stop
  handle.addEventListener('pointermove', follow, { signal })
  handle.addEventListener('pointerup', end, { signal })
  handle.addEventListener('pointercancel', end, { signal })
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end(event)
    },
    { signal, capture: true },
  )
}

/** Where the item would stand if it were let go at this height; null where it would stay or nothing of its kind is. */
function placeAt(view: EditorView, item: HTMLElement, y: number): { to: Destination; y: number } | null {
  const kind = item.dataset.card
  const others = kind ? `.ed-card[data-card="${kind}"]` : '.ed-entry'
  const { left, width } = view.dom.getBoundingClientRect()
  const over = view.dom.ownerDocument
    .elementsFromPoint(left + width / 2, y)
    .map((each) => each.closest<HTMLElement>(others))
    .find((each) => each !== null)
  const id = over?.dataset.id
  if (!over || !id || over === item) return null
  const box = over.getBoundingClientRect()
  const isUpper = y < box.top + box.height / 2
  return { to: isUpper ? { before: id } : { after: id }, y: isUpper ? box.top : box.bottom }
}
