import type { EditorView } from '@tiptap/pm/view'
import type { Match } from './find-matches.ts'

const found = 'candor-found'
const foundHere = 'candor-found-here'
/** More than fit on a window. */
const MOST = 500

/**
 * Marks what was found, as far as it is near the window, without touching the text: by the browser's own highlights, which
 * `writing-tools.css` colours. A browser without them still counts, steps and selects.
 */
export function markMatches(view: EditorView, matches: readonly Match[], current: Match | undefined): void {
  if (!('highlights' in CSS)) return
  const near = matches.filter(isNear(view)).slice(0, MOST)
  CSS.highlights.set(
    found,
    new Highlight(...near.filter((match) => match !== current).map((match) => rangeOf(view, match))),
  )
  CSS.highlights.set(foundHere, new Highlight(...(current ? [rangeOf(view, current)] : [])))
}

export function unmarkMatches(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(found)
  CSS.highlights.delete(foundHere)
}

/** Brings a match into the middle of the window where it is not seen yet. */
export function showMatch(view: EditorView, { from }: Match): void {
  const { node } = view.domAtPos(from)
  const drawn = node instanceof HTMLElement ? node : node.parentElement
  if (!drawn) return
  const { top, bottom } = drawn.getBoundingClientRect()
  if (top < 120 || bottom > innerHeight - 40) drawn.scrollIntoView({ block: 'center' })
}

/** Between what stands at the head and what stands at the foot of the window, with a window more on either side. */
function isNear(view: EditorView): (match: Match) => boolean {
  const box = view.dom.getBoundingClientRect()
  const at = (top: number) => view.posAtCoords({ left: box.left + box.width / 2, top })?.pos
  const first = box.top >= 0 ? 0 : (at(1) ?? 0)
  const last = box.bottom <= innerHeight ? view.state.doc.content.size : (at(innerHeight - 1) ?? first + 20_000)
  const more = Math.max(2000, last - first)
  return ({ from }) => from >= first - more && from <= last + more
}

function rangeOf(view: EditorView, { from, to }: Match): Range {
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}
