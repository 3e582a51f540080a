/** So long without an edit, and a writing period is over. */
export const pauseMinutes = 10
/** Steady writing is cut so often. */
export const longestPeriodMinutes = 60

/** Where a document's writing stands: when its period began, and when it was last edited. */
export interface Writing {
  periodFrom: Date
  editedAt: Date
}

/** An edit in the log. */
export interface LoggedEdit {
  seq: number
  at: Date
}

/** The end of a period: the place of its last edit in the log, or null where that was the stored state already. */
export interface EndedPeriod {
  seq: number | null
  at: Date
}

/**
 * Which writing periods ended before one of these edits, oldest first, and where the writing stands after them. It follows
 * from the times in the log alone: whatever was killed or restarted meanwhile, the same edits have the same periods.
 * Null where there is no edit and was none.
 */
export function writingPeriods(
  before: Writing | null,
  edits: readonly LoggedEdit[],
): { ended: EndedPeriod[]; now: Writing } | null {
  const ended: EndedPeriod[] = []
  let now = before
  let last: number | null = null
  for (const { seq, at } of edits) {
    // A clock that was set back makes no pause.
    const isOver =
      now !== null && (minutes(now.editedAt, at) >= pauseMinutes || minutes(now.periodFrom, at) >= longestPeriodMinutes)
    if (now !== null && isOver) ended.push({ seq: last, at: now.editedAt })
    now = { periodFrom: now === null || isOver ? at : now.periodFrom, editedAt: at }
    last = seq
  }
  return now && { ended, now }
}

function minutes(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 60_000
}
