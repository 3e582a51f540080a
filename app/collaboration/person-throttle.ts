/** Edits a person may make at once, and then per second. Fast typing is 15 a second; a replayed offline hour is a burst. */
const burst = 400
const perSecond = 100

/**
 * Slows a person who sends more edits than anyone can make: what is too much waits, nothing is refused and no address is
 * banned, because a whole office behind one address edits during an incident. Resolves when the edit may go on.
 */
export function createPersonThrottle(now: () => number = Date.now): (personId: string) => Promise<void> {
  const people = new Map<string, { tokens: number; at: number }>()
  return async (personId) => {
    const time = now()
    const known = people.get(personId) ?? { tokens: burst, at: time }
    const tokens = Math.min(burst, known.tokens + ((time - known.at) / 1000) * perSecond) - 1
    people.set(personId, { tokens, at: time })
    if (tokens < 0) await new Promise((resolve) => setTimeout(resolve, (-tokens / perSecond) * 1000))
  }
}
