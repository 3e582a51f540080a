/**
 * Counts what each person sends against what they may: `burst` at once, and then so much per second. Answers for how many
 * milliseconds this has to wait. What waits is spoken for: whoever floods waits longer each time, and nobody else does.
 */
export function createPersonThrottle(
  { burst, perSecond }: { burst: number; perSecond: number },
  now: () => number = Date.now,
): (personId: string, amount: number) => number {
  const people = new Map<string, { left: number; at: number }>()
  return (personId, amount) => {
    const time = now()
    const known = people.get(personId) ?? { left: burst, at: time }
    const left = Math.min(burst, known.left + ((time - known.at) / 1000) * perSecond) - amount
    people.set(personId, { left, at: time })
    return left < 0 ? (-left / perSecond) * 1000 : 0
  }
}
