import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { z } from 'zod'
import { placeOf } from './caret-stays.ts'
import { findById, focusItem } from './item-acts.ts'

/**
 * Where someone was: the ends of the selection as places of Yjs, which others' edits do not move; the item around it, for when
 * its letters are gone; and what stood at the head of the window, with its distance from there in pixels.
 */
const Place = z.object({
  anchor: z.unknown(),
  head: z.unknown(),
  item: z.string().nullable(),
  seen: z.object({ id: z.string(), top: z.number() }).nullable(),
})

/** How far down the window the eye is taken to be, in pixels: below the header. */
const EYE = 140

/** Keeps the place for as long as this tab lives; it is written when the page goes, and while it is looked away from. */
export function keepPlace(editor: Editor, address: string): () => void {
  const keep = () => {
    if (editor.isDestroyed) return
    try {
      sessionStorage.setItem(keyOf(address), JSON.stringify(placeNow(editor)))
    } catch {
      // A browser that keeps nothing opens the document where it opens for everybody.
    }
  }
  const lookAway = () => {
    if (document.visibilityState === 'hidden') keep()
  }
  window.addEventListener('pagehide', keep)
  document.addEventListener('visibilitychange', lookAway)
  return () => {
    window.removeEventListener('pagehide', keep)
    document.removeEventListener('visibilitychange', lookAway)
  }
}

/** After a reload, puts caret and window where they were. False where that is not known, or the place is gone altogether. */
export function backToPlace(editor: Editor, address: string): boolean {
  const place = readPlace(address)
  if (!place) return false
  const { view } = editor
  const { binding } = ySyncPluginKey.getState(editor.state) as { binding: ProsemirrorBinding }
  const [anchor, head] = [place.anchor, place.head].map((end) =>
    placeOf(Y.createRelativePositionFromJSON(end), binding),
  )
  if (typeof anchor === 'number' && typeof head === 'number') {
    const { doc, tr } = view.state
    view.focus()
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
  } else if (place.item && findById(view.state.doc, place.item)) focusItem(view, place.item, false)
  else return false
  if (place.seen) scrollBack(editor, place.seen)
  return true
}

function placeNow({ state, view }: Editor): z.infer<typeof Place> {
  const { binding } = ySyncPluginKey.getState(state) as { binding: ProsemirrorBinding }
  const relative = (pos: number) =>
    Y.relativePositionToJSON(absolutePositionToRelativePosition(pos, binding.type, binding.mapping))
  const { anchor, head } = state.selection
  return { anchor: relative(anchor), head: relative(head), item: idAround(view, head), seen: seenNow(view) }
}

/** The item or section at the eye. */
function seenNow(view: Editor['view']): { id: string; top: number } | null {
  const { left, width } = view.dom.getBoundingClientRect()
  const at = view.posAtCoords({ left: left + width / 2, top: EYE })
  const id = at && idAround(view, at.pos)
  const drawn = id && drawnOf(view, id)
  return drawn ? { id, top: drawn.getBoundingClientRect().top } : null
}

function idAround({ state }: Editor['view'], pos: number): string | null {
  const $pos = state.doc.resolve(pos)
  for (let depth = Math.min(2, $pos.depth); depth > 0; depth--) {
    const { id } = $pos.node(depth).attrs
    if (typeof id === 'string') return id
  }
  return null
}

function drawnOf(view: Editor['view'], id: string): HTMLElement | null {
  const found = findById(view.state.doc, id)
  const drawn = found && view.nodeDOM(found.pos)
  return drawn instanceof HTMLElement ? drawn : null
}

/** Twice: what is drawn on the way there may have other heights than were guessed. */
function scrollBack({ view }: Editor, { id, top }: { id: string; top: number }): void {
  const scroll = () => {
    const drawn = view.isDestroyed ? null : drawnOf(view, id)
    if (drawn) window.scrollBy({ top: drawn.getBoundingClientRect().top - top, behavior: 'instant' })
  }
  scroll()
  requestAnimationFrame(scroll)
}

function readPlace(address: string): z.infer<typeof Place> | null {
  try {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    if (entry?.type !== 'reload' && entry?.type !== 'back_forward') return null
    const kept = sessionStorage.getItem(keyOf(address))
    const place = kept ? Place.safeParse(JSON.parse(kept)) : null
    return place?.success ? place.data : null
  } catch {
    return null
  }
}

const keyOf = (address: string) => `candor-place ${address}`
