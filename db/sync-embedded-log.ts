import { fdatasync, fsync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const dataToDisk = promisify(fdatasync)
const toDisk = promisify(fsync)

/**
 * Brings the embedded database's own log to the disk, which it leaves to the operating system: called after a commit,
 * the commit then survives a power cut. `currentSegment` asks the database for the name of the file that its log stands in;
 * it is asked only when the next segment has been touched, because asking costs as much as the commit.
 */
export function createEmbeddedLogSync(folder: string, currentSegment: () => Promise<string>): () => Promise<void> {
  const log = join(folder, 'pg_wal')
  let current: { name: string; file: FileHandle; next: string; nextTouched: number } | undefined

  return async () => {
    if (!current || touched(current.next) !== current.nextTouched) await follow()
    await dataToDisk(current!.file.fd)
  }

  /** Goes on to the segment that the log stands in; those it has passed through are synced, and the folder they are in. */
  async function follow(): Promise<void> {
    const name = await currentSegment()
    if (current && current.name !== name) {
      await closeSynced(current.file)
      for (const passed of segmentsBetween(current.name, name)) await closeSynced(await open(join(log, passed), 'r+'))
    }
    if (current?.name !== name) {
      const next = join(log, segmentAfter(name))
      current = { name, file: await open(join(log, name), 'r+'), next, nextTouched: 0 }
      const directory = await open(log, 'r')
      await toDisk(directory.fd)
      await directory.close()
    }
    current.nextTouched = touched(current.next)
  }
}

function touched(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

async function closeSynced(file: FileHandle): Promise<void> {
  await dataToDisk(file.fd)
  await file.close()
}

// A segment is named by timeline, then its number in two parts: there are 256 of 16 MB to each 4 GB.
const numberOf = (name: string) => Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16)
const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')
const named = (timeline: string, number: number) => timeline + hex(Math.floor(number / 256)) + hex(number % 256)

function segmentAfter(name: string): string {
  return named(name.slice(0, 8), numberOf(name) + 1)
}

/** Names of the segments after one and before another of the same timeline. */
export function segmentsBetween(after: string, before: string): string[] {
  const names: string[] = []
  for (let number = numberOf(after) + 1; number < numberOf(before); number++) {
    names.push(named(after.slice(0, 8), number))
  }
  return names
}
