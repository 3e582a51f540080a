import type * as Y from 'yjs'
import { type Moved, moveElement, whereItStands } from './move-element.ts'
import { inTimeOrder, outOfOrder, type Placed } from './timeline-order.ts'

export interface Sorted {
  moved: Moved[]
  /** Those that someone else is in. */
  stayed: string[]
}

/**
 * Moves entries of one section that are out of order to their time, each as one operation by its id; `entries` are those of
 * the section as they stand. An entry without a time goes with the one it was written after. What `isBusy` says somebody else
 * is in stays where it is. With `only`, nothing but that entry and what goes with it is moved.
 */
export function sortEntries(
  shared: Y.Doc,
  entries: readonly Placed[],
  isBusy: (itemId: string) => boolean,
  origin?: unknown,
  only?: string,
): Sorted {
  const astray = withFollowers(entries, only)
  const busy = new Set([...astray].filter(isBusy))
  const sorted = inTimeOrder(entries).map(({ id }) => id)
  const moved: Moved[] = []
  // What is out of order and not moved is no place to stand beside.
  const others = only ? withFollowers(entries) : astray
  const settled = new Set(sorted.filter((id) => !others.has(id)))
  shared.transact(() => {
    for (const [place, id] of sorted.entries()) {
      if (!astray.has(id) || busy.has(id)) continue
      const above = sorted.slice(0, place).findLast((each) => settled.has(each))
      const below = sorted.slice(place + 1).find((each) => settled.has(each))
      const to = above ? { after: above } : below ? { before: below } : null
      const from = whereItStands(shared, id)
      if (!to || !from || !moveElement(shared, id, to, isBusy, origin).ok) continue
      settled.add(id)
      moved.push({ id, from })
    }
  }, origin)
  return { moved, stayed: [...busy] }
}

function withFollowers(entries: readonly Placed[], only?: string): Set<string> {
  const astray = outOfOrder(entries)
  const taken = new Set<string>()
  let follows = false
  for (const { id, at } of entries) {
    const isTimed = at !== null && !Number.isNaN(Date.parse(at))
    if (isTimed) follows = astray.has(id) && (only === undefined || only === id)
    if (follows) taken.add(id)
  }
  return taken
}
