import { formatDuration } from './format-duration.ts'
import { incidentPhases, type Milestones, type Phase, shareColumns } from './incident-phases.ts'

/** One phase of an incident as it is drawn: the classes of its width and its pattern, and its words. */
export interface PhasePiece {
  key: string
  span: string
  look: string
  words: string
}

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

/** The phases of an incident, put into classes and words where the page is made, so that no browser has to. */
export function phasePieces(milestones: Milestones): PhasePiece[] {
  const phases = incidentPhases(milestones)
  const shares = shareColumns(phases, 24, 4)
  return phases.map((phase, place) => ({
    key: phase.key,
    span: spans[shares[place]!]!,
    look: look(phase),
    words: words(phase),
  }))
}

function look(phase: Phase) {
  if (phase.seconds === null) return 'border-dashed border-field'
  return phase.certain ? patterns[phase.key] : `${patterns[phase.key]} border-dashed bg-clip-content p-px opacity-75`
}

function words({ seconds, certain, label }: Phase) {
  if (seconds === null) return `not known how long ${label}`
  return `${certain ? '' : 'about '}${formatDuration(seconds)} ${label}`
}
