/** What became of a rule's notes, over all post-mortems. Never by person, never by text. */
export interface NoteCounts {
  /** Notes that stand now. */
  standing: number
  /** Sentences that were kept with a reason. */
  kept: number
  /** Notes that were called not useful where they stood. */
  notUseful: number
}

/** From when on a rule is said to be called not useful often. */
export const oftenNotUseful = { times: 5, postmortems: 2 } as const

/**
 * Whether a rule is often called not useful: some times, in more than one text, and at least as often as its notes stand or
 * were kept with a reason. A note that led to other words is in no count, so the remark is an invitation to look, not a score.
 */
export function isOftenNotUseful({ standing, kept, notUseful }: NoteCounts, inPostmortems: number): boolean {
  const { times, postmortems } = oftenNotUseful
  return notUseful >= times && inPostmortems >= postmortems && notUseful >= standing + kept
}
