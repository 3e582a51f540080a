/** A piece of a text; `to` is the address of the post-mortem it names, where it may be followed. */
export interface ReferencePiece {
  /** Where it begins in the text. */
  at: number
  text: string
  to?: string
}

const pattern = /(?<![\p{L}\p{N}/-])PM-([1-9]\d{0,8})(?![\p{L}\p{N}]|-\p{L})/gu

/** The numbers of the post-mortems that a text names as `PM-12`, each once. */
export function namedNumbers(text: string): number[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => Number(match[1])))]
}

/** A text cut at the references in it that the reader may follow; the pieces together are the text. */
export function splitReferences(text: string, followable: readonly string[]): ReferencePiece[] {
  const pieces: ReferencePiece[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    const [reference] = match
    if (!followable.includes(reference)) continue
    if (match.index > done) pieces.push({ at: done, text: text.slice(done, match.index) })
    pieces.push({ at: match.index, text: reference, to: `/postmortems/${reference}` })
    done = match.index + reference.length
  }
  if (done < text.length) pieces.push({ at: done, text: text.slice(done) })
  return pieces
}
