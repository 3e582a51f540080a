import type { Edit, Rewrite } from '#app/linter/index.ts'
import { Button } from '#app/ui/button.tsx'

/** Another wording of the sentence, with what goes and what comes in its place. The author takes it or writes their own. */
export function RewriteOffer({
  rewrite,
  onUse,
  onWrite,
}: {
  rewrite: Rewrite
  onUse: () => void
  onWrite: () => void
}) {
  const pieces = piecesOf(rewrite)
  return (
    <section aria-label="Rewrite, keeping every fact" className="mt-3">
      <h3 className="text-xs font-medium text-ink-3">Rewrite, keeping every fact</h3>
      <p className="mt-1 text-sm leading-snug text-ink-3">
        <span className="sr-only">It reads: </span>
        {pieces.map(({ at, gone, stays }) => (
          <span key={at}>
            {gone && <del className="decoration-note">{gone.trimEnd()}</del>}
            {spaceAfter(gone)}
            {stays}
          </span>
        ))}
      </p>
      <p className="mt-1 font-serif text-base leading-snug text-ink">
        <span className="sr-only">It would read: </span>
        {pieces.map(({ at, comes, stays }) => (
          <span key={at}>
            {comes && (
              <ins className="rounded-[3px] bg-accent-soft text-accent-ink no-underline">{comes.trimEnd()}</ins>
            )}
            {spaceAfter(comes)}
            {stays}
          </span>
        ))}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-1 text-sm">
        <Button className="px-2.5! font-medium!" onClick={onUse}>
          Use this wording
        </Button>
        <Button variant="quiet" className="px-2! font-medium!" onClick={onWrite}>
          Rewrite it myself
        </Button>
      </div>
    </section>
  )
}

/** A space at the end is neither struck nor marked. */
function spaceAfter(text: string): string {
  return text.slice(text.trimEnd().length)
}

interface Piece {
  at: number
  gone: string
  comes: string
  stays: string
}

/** Each edit with what stays behind it; a mention, whose name is not in the text, as a sign. */
function piecesOf({ before, from, edits }: Rewrite): Piece[] {
  const shown = (start: number, end?: number) => before.slice(start, end).replaceAll('\uFFFC', '@…')
  const own = edits.map((edit): Edit => ({ ...edit, from: edit.from - from, to: edit.to - from }))
  const first = { at: -1, gone: '', comes: '', stays: shown(0, own[0]?.from) }
  return [
    first,
    ...own.map((edit, place) => ({
      at: edit.from,
      gone: shown(edit.from, edit.to),
      comes: edit.text,
      stays: shown(edit.to, own[place + 1]?.from),
    })),
  ]
}
