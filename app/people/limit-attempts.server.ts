import { createHash } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { attempts } from '#db/schema/people.ts'

/** What is limited: tries per account and per network address, in a window of so many minutes. Nothing is ever for good. */
const limits = {
  'sign-in': { minutes: 15, account: 10, address: 60 },
  'forgot-password': { minutes: 60, account: 3, address: 20 },
  'magic-link': { minutes: 60, account: 5, address: 30 },
  'setup-code': { minutes: 15, account: 20, address: 10 },
  'invite-by-mail': { minutes: 60, account: 30, address: 120 },
  join: { minutes: 15, account: 20, address: 30 },
  /** Whoever uploads is signed in: a house behind one address is not limited together. */
  upload: { minutes: 60, account: 200, address: Number.POSITIVE_INFINITY },
}

export type LimitedAct = keyof typeof limits
export type Counted = { ok: true } | { ok: false; reason: 'too-many-attempts'; again: Date }

/**
 * Counts one try before it is made, so that many at once are counted too. `account` is an e-mail address or the like,
 * whether or not there is such an account; `address` is where the request came from. Both are kept as hashes, for a day.
 */
export async function countAttempt(
  db: Database,
  act: LimitedAct,
  { account, address }: { account?: string; address: string },
  now = new Date(),
): Promise<Counted> {
  const { minutes, ...allowed } = limits[act]
  const length = minutes * 60_000
  const windowStart = new Date(Math.floor(now.getTime() / length) * length)
  const again = new Date(windowStart.getTime() + length)
  await db.delete(attempts).where(lt(attempts.windowStart, new Date(now.getTime() - 24 * 60 * 60_000)))

  const byAddress = await count(db, key(act, 'address', networkOf(address)), windowStart)
  // An address over its limit does not use up the tries of an account it names.
  if (byAddress > allowed.address) return { ok: false, reason: 'too-many-attempts', again }
  if (account === undefined) return { ok: true }
  const byAccount = await count(db, key(act, 'account', account), windowStart)
  return byAccount > allowed.account ? { ok: false, reason: 'too-many-attempts', again } : { ok: true }
}

/** After it worked, earlier tries on this account count no longer. */
export async function forgetAttempts(db: Database, act: LimitedAct, account: string): Promise<void> {
  await db.delete(attempts).where(and(eq(attempts.key, key(act, 'account', account))))
}

async function count(db: Database, name: string, windowStart: Date): Promise<number> {
  const [row] = await db
    .insert(attempts)
    .values({ key: name, windowStart })
    .onConflictDoUpdate({ target: [attempts.key, attempts.windowStart], set: { count: sql`${attempts.count} + 1` } })
    .returning({ count: attempts.count })
  return row!.count
}

function key(act: LimitedAct, kind: 'account' | 'address', name: string): string {
  const hash = createHash('sha256').update(name.trim().toLowerCase()).digest('hex')
  return `${act}:${kind}:${hash}`
}

/** One household has 2^64 IPv6 addresses: they count as one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const first = head.split(':').filter(Boolean)
  const last = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
