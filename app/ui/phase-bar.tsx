import { formatDuration } from './format-duration.ts'
import { incidentPhases, type Milestones, type Phase, shareColumns } from './incident-phases.ts'

// Whole columns instead of inline widths: a page that forbids inline styles still draws them.
const spans: Record<number, string> = {
  4: 'col-span-4',
  5: 'col-span-5',
  6: 'col-span-6',
  7: 'col-span-7',
  8: 'col-span-8',
  9: 'col-span-9',
  10: 'col-span-10',
  11: 'col-span-11',
  12: 'col-span-12',
  13: 'col-span-13',
  14: 'col-span-14',
  15: 'col-span-15',
  16: 'col-span-16',
  17: 'col-span-17',
  18: 'col-span-18',
  19: 'col-span-19',
  20: 'col-span-20',
  24: 'col-span-24',
}

const patterns: Record<Phase['key'], string> = {
  noticed: 'border-note bg-[repeating-linear-gradient(45deg,var(--note)_0_4px,transparent_4px_8px)]',
  relief: 'border-info bg-info',
  normal: 'border-accent bg-[repeating-linear-gradient(90deg,var(--accent)_0_3px,transparent_3px_6px)]',
}

/**
 * How an incident's time was spent, drawn by length, each phase with a pattern and its words. Where an end is only about, the
 * piece is dashed and its words say so; where it is unknown, the piece is empty. Shows nothing without a first effect and an end.
 */
export function PhaseBar(milestones: Milestones) {
  const phases = incidentPhases(milestones)
  if (phases.length === 0) return null
  const shares = shareColumns(phases, 24, 4)
  return (
    <div className="my-5 text-xs text-ink-2">
      <div aria-hidden="true" className="mb-1.5 grid grid-cols-24 gap-x-[3px]">
        {phases.map((phase, place) => (
          <span key={phase.key} className={`h-3 rounded-sm border ${spans[shares[place]!]} ${look(phase)}`} />
        ))}
      </div>
      <ol aria-label="How the time was spent" className="gap-x-[3px] sm:grid sm:grid-cols-24">
        {phases.map((phase, place) => (
          <li key={phase.key} className={`min-w-0 ${spans[shares[place]!]}`}>
            <span
              aria-hidden="true"
              className={`mr-2 inline-block h-2.5 w-5 rounded-sm border align-[-1px] sm:hidden ${look(phase)}`}
            />
            {words(phase)}
          </li>
        ))}
      </ol>
    </div>
  )
}

function look(phase: Phase) {
  if (phase.seconds === null) return 'border-dashed border-field'
  return phase.certain ? patterns[phase.key] : `${patterns[phase.key]} border-dashed bg-clip-content p-px opacity-75`
}

function words({ seconds, certain, label }: Phase) {
  if (seconds === null) return `not known how long ${label}`
  return `${certain ? '' : 'about '}${formatDuration(seconds)} ${label}`
}
