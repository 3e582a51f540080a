/** The name that was probably meant: few letters apart, or null. */
export function nearest(typed: string, names: string[]): string | null {
  const [best] = names
    .map((name) => ({ name, distance: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : null
}

/** Letters to add, to drop or to change. Long texts are no names. */
function distance(one: string, other: string): number {
  if (one.length > 60) return one.length
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let index = 1; index <= other.length; index++) {
      const changed = row[index - 1]! + (one[at - 1] === other[index - 1] ? 0 : 1)
      next.push(Math.min(changed, row[index]! + 1, next[index - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}
