import { fdatasync, fsync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { rows } from '#db/rows.ts'

const dataToDisk = promisify(fdatasync)
const toDisk = promisify(fsync)

/**
 * Brings the embedded database's own log to the disk, which it leaves to the operating system: called after a commit,
 * the commit then survives a power cut. Segments that the commit may have passed through are synced too, and the folder
 * when a segment is new in it.
 */
export function createEmbeddedLogSync(db: Database, folder: string): () => Promise<void> {
  const log = join(folder, 'pg_wal')
  let current: { name: string; file: Awaited<ReturnType<typeof open>> } | undefined

  return async () => {
    const [at] = await rows<{ name: string }>(db, sql`select pg_walfile_name(pg_current_wal_insert_lsn()) as name`)
    const name = at!.name
    if (current?.name !== name) {
      const passed = current ? segmentsBetween(current.name, name) : []
      if (current) await closeSynced(current.file)
      for (const segment of passed) await closeSynced(await open(join(log, segment), 'r+'))
      current = { name, file: await open(join(log, name), 'r+') }
      const directory = await open(log, 'r')
      await toDisk(directory.fd)
      await directory.close()
    }
    await dataToDisk(current.file.fd)
  }
}

async function closeSynced(file: Awaited<ReturnType<typeof open>>): Promise<void> {
  await dataToDisk(file.fd)
  await file.close()
}

/** Names of the segments after one and before another of the same timeline; there are 256 of 16 MB to each 4 GB. */
export function segmentsBetween(after: string, before: string): string[] {
  const place = (name: string) => Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16)
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')
  const names: string[] = []
  for (let at = place(after) + 1; at < place(before); at++) {
    names.push(after.slice(0, 8) + hex(Math.floor(at / 256)) + hex(at % 256))
  }
  return names
}
