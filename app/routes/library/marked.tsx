import type { Piece } from '#app/library/highlight.ts'

/** A text with the words that were found marked. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, found }, place) =>
    found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move.
      <mark key={place} className="rounded-[3px] bg-accent-soft px-0.5 font-bold text-inherit">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
