/** Every automatic version of so many days is kept, */
export const daysInFull = 7
/** then the last one of each day, and so many in all. */
export const mostAutomatic = 300
/** and so many bytes of stored states; the newest stays however large it is. */
export const mostBytes = 96 * 1024 * 1024
/** Versions that have a name; a name is given by hand, so the bound is wide. */
export const mostNamed = 100

const dayMs = 86_400_000

/**
 * Which automatic versions go, by id: of days that lie more than a week back all but the last, and the oldest beyond the
 * bounds. Days are those of UTC, so that everybody's reading gives the same. `versions` are the automatic ones, in any order.
 */
export function thinVersions(versions: readonly { id: string; madeAt: Date; bytes: number }[], now: Date): string[] {
  const newestFirst = versions.toSorted((one, other) => other.madeAt.getTime() - one.madeAt.getTime())
  const days = new Set<number>()
  let kept = 0
  let size = 0
  return newestFirst
    .filter(({ madeAt, bytes }) => {
      const day = Math.floor(madeAt.getTime() / dayMs)
      const isLastOfDay = !days.has(day)
      days.add(day)
      const isRecent = now.getTime() - madeAt.getTime() < daysInFull * dayMs
      const hasRoom = kept === 0 || (kept < mostAutomatic && size + bytes <= mostBytes)
      const stays = hasRoom && (isRecent || isLastOfDay)
      if (stays) {
        kept++
        size += bytes
      }
      return !stays
    })
    .map(({ id }) => id)
}
