/** Characters that no text holds (they are stripped on the way in): where a found word begins and ends. */
export const markStart = '\u0001'
export const markEnd = '\u0002'

export interface Piece {
  text: string
  found: boolean
}

/** A snippet as the database marks it, taken apart for rendering without markup. */
export function readHighlights(marked: string): Piece[] {
  const pieces: Piece[] = []
  for (const [place, part] of marked.split(markStart).entries()) {
    const end = place === 0 ? -1 : part.indexOf(markEnd)
    if (end >= 0) pieces.push({ text: part.slice(0, end), found: true })
    const rest = part.slice(end + 1)
    if (rest) pieces.push({ text: rest, found: false })
  }
  return pieces
}
