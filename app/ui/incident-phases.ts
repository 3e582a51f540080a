import type { ShownMoment } from './format-moment.ts'

/** The four marks between which an incident's phases lie; null where none was set. */
export interface Milestones {
  firstEffect: ShownMoment | null
  firstNoticed: ShownMoment | null
  firstRelief: ShownMoment | null
  normalAgain: ShownMoment | null
}

export interface Phase {
  key: 'noticed' | 'relief' | 'normal'
  /** Completes "6 min …". */
  label: string
  /** Null where one of its ends is not known. */
  seconds: number | null
  /** Both ends are exact. */
  certain: boolean
}

const ends = [
  { mark: 'firstNoticed', key: 'noticed', label: 'until noticed' },
  { mark: 'firstRelief', key: 'relief', label: 'until first relief' },
  { mark: 'normalAgain', key: 'normal', label: 'until normal' },
] as const

/**
 * The phases of an incident, in order. A mark that was not set joins its phase with the next; one whose time is unknown keeps
 * its phase, without a length. No first effect, or nothing after it: no phases. A mark before the one in front of it ends a
 * phase of no length, since what was noticed before its effect took no time to notice.
 */
export function incidentPhases(milestones: Milestones): Phase[] {
  const phases: Phase[] = []
  let start = milestones.firstEffect
  if (!start) return phases
  for (const { mark, key, label } of ends) {
    const end = milestones[mark]
    if (!end) continue
    const from = instant(start)
    const to = instant(end)
    const seconds = from === null || to === null ? null : Math.max(0, (to - from) / 1000)
    phases.push({ key, label, seconds, certain: isExact(start) && isExact(end) })
    start = end
  }
  return phases
}

/** A range counts from its middle. */
function instant({ at, until, precision }: ShownMoment): number | null {
  if (!at || precision === 'unknown' || precision === 'month' || precision === 'season') return null
  const from = Date.parse(at)
  const to = precision === 'between' && until ? Date.parse(until) : from
  return Number.isNaN(from + to) ? null : (from + to) / 2
}

function isExact({ at, precision = 'exact' }: ShownMoment) {
  return at !== null && precision === 'exact'
}

/**
 * Shares `columns` among the phases by their lengths, each at least `least` so that its label fits; a phase without a length
 * gets the least. The shares always add up to `columns`.
 */
export function shareColumns(phases: readonly Phase[], columns: number, least: number): number[] {
  const total = phases.reduce((sum, phase) => sum + (phase.seconds ?? 0), 0)
  const free = columns - least * phases.length
  const shares = phases.map((phase) => {
    const wanted = total === 0 ? least : ((phase.seconds ?? 0) / total) * columns
    return least + Math.max(0, Math.min(free, Math.round(wanted) - least))
  })
  const longest = shares.indexOf(Math.max(...shares))
  if (longest >= 0) shares[longest]! += columns - shares.reduce((sum, share) => sum + share, 0)
  return shares
}
