import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { files } from '#db/schema/files.ts'
import type { KeptFiles } from './file-storage.ts'
import { dayOfKey } from './storage-key.ts'

/** So long bytes without a row are kept, in days: an upload may be under way, and a database restored that knows less. */
const graceDays = 7

/**
 * Removes what belongs to nothing any more: files of post-mortems that were deleted for good, and what an upload left behind
 * that a crash cut short. Keys that are not of our making are left alone. Resolves to how many were removed.
 */
export async function sweepStorage(db: Database, storage: KeptFiles, now = new Date()): Promise<number> {
  const before = now.getTime() - graceDays * 86_400_000
  let removed = 0
  let cursor: string | undefined
  do {
    const page = await storage.list({ cursor })
    const old = page.files.map(({ key }) => key).filter((key) => (dayOfKey(key) ?? Number.POSITIVE_INFINITY) < before)
    for (const key of await withoutRow(db, old)) {
      await storage.remove(key)
      removed++
    }
    cursor = page.cursor
  } while (cursor)
  return removed
}

async function withoutRow(db: Database, keys: string[]): Promise<string[]> {
  const free: string[] = []
  for (let from = 0; from < keys.length; from += 1000) {
    const some = keys.slice(from, from + 1000)
    const rows = await db
      .select({ key: files.storedAs })
      .from(files)
      .where(and(inArray(files.storedAs, some), eq(files.state, 'kept')))
    const taken = new Set(rows.map(({ key }) => key))
    free.push(...some.filter((key) => !taken.has(key)))
  }
  return free
}
