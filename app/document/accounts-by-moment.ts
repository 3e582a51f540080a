import type { Account } from './items.ts'

/**
 * Which moment an account looks at, the same for all that look at it; null where it does not say. An entry that is gone counts
 * for nothing, and a time is the same time however it was typed.
 */
export function momentKey(account: Account, isEntry: (id: string) => boolean): string | null {
  const { entryId, at, until, precision, typed } = account
  if (entryId !== null && isEntry(entryId)) return `entry ${entryId}`
  if (at) return `at ${at} ${until ?? ''} ${precision}`
  const said = typed.trim().toLowerCase()
  return said ? `typed ${said}` : null
}

/**
 * Accounts grouped by the moment they look at, each group where its first one stands and in the order they were written: nothing
 * is merged and none is ranked. One that does not say which moment stays alone.
 */
export function accountsByMoment<Item extends { attributes: Account }>(
  accounts: readonly Item[],
  isEntry: (id: string) => boolean,
): Item[][] {
  const groups: Item[][] = []
  const byKey = new Map<string, Item[]>()
  for (const account of accounts) {
    const key = momentKey(account.attributes, isEntry)
    const group = key === null ? undefined : byKey.get(key)
    if (group) group.push(account)
    else {
      const begun = [account]
      groups.push(begun)
      if (key !== null) byKey.set(key, begun)
    }
  }
  return groups
}

const words = ['', '', 'two', 'three', 'four', 'five', 'six']

/** How a moment is called that several accounts look at: they may differ, and each stands. */
export function viewsWords(count: number): string {
  return `seen from ${words[count] ?? count} places`
}
