import type { PhasePiece } from './phase-pieces.ts'

/**
 * How an incident's time was spent, drawn by length, each phase with a pattern and its words. Where an end is only about, the
 * piece is dashed and its words say so; where it is unknown, the piece is empty. Shows nothing without a first effect and an end.
 */
export function PhaseBar({ pieces }: { pieces: PhasePiece[] }) {
  if (pieces.length === 0) return null
  return (
    <div className="my-5 text-xs text-ink-2">
      <div aria-hidden="true" className="mb-1.5 grid grid-cols-24 gap-x-[3px]">
        {pieces.map(({ key, span, look }) => (
          <span key={key} className={`h-3 rounded-sm border ${span} ${look}`} />
        ))}
      </div>
      <ol aria-label="How the time was spent" className="gap-x-[3px] sm:grid sm:grid-cols-24">
        {pieces.map(({ key, span, look, words }) => (
          <li key={key} className={`min-w-0 ${span}`}>
            <span
              aria-hidden="true"
              className={`mr-2 inline-block h-2.5 w-5 rounded-sm border align-[-1px] sm:hidden ${look}`}
            />
            {words}
          </li>
        ))}
      </ol>
    </div>
  )
}
