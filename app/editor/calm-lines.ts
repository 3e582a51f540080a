import type { PlacedNote } from './editor-host.ts'

/** Lines of text that a screen shows, and how many notes may be drawn in as many. */
const SCREEN = 30
const MOST = 5

/**
 * The notes that get a line under their words: at most five on a screen, warnings before hints, then what stands first. The
 * others are in the panel, and F8 goes to them.
 *
 * A screen is a stretch of the document, not of the window: lines that came and went with scrolling would ask for attention
 * each time. Each note is weighed against those within a screen of it, so that no stretch of that length has more than five,
 * wherever it begins, and what is written elsewhere changes nothing here. It is asked only when notes come or go: typing
 * moves lines, it does not choose them anew.
 */
export function calmLines(notes: readonly PlacedNote[]): PlacedNote[] {
  const taken: number[] = []
  const chosen = new Set<PlacedNote>()
  for (const level of ['warn', 'hint'] as const) {
    for (const note of notes) {
      if (note.level !== level || note.start === note.end || !fits(taken, note.line)) continue
      taken.splice(placeIn(taken, note.line), 0, note.line)
      chosen.add(note)
    }
  }
  return notes.filter((note) => chosen.has(note))
}

/** Whether no screen would have too many with this one: `taken` is in order, so only the neighbours are looked at. */
function fits(taken: readonly number[], line: number): boolean {
  const at = placeIn(taken, line)
  const near = [...taken.slice(Math.max(0, at - MOST), at), line, ...taken.slice(at, at + MOST)]
  return near.every((first, place) => (near[place + MOST] ?? Number.POSITIVE_INFINITY) - first >= SCREEN)
}

/** Where a number stands in a list in order, behind its equals. */
function placeIn(taken: readonly number[], line: number): number {
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (taken[middle]! <= line) low = middle + 1
    else high = middle
  }
  return low
}
