import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A secret that stays the same over restarts: read from `folder`, or made and written there, readable by the owner only.
 * Two processes at once agree on one: whoever comes second reads what the first has written.
 */
export function keptInFolder(folder: string, name: string, make: () => string): string {
  const path = join(folder, name)
  const kept = read(path)
  if (kept) return kept
  mkdirSync(folder, { recursive: true })
  // An empty file is what a full disk leaves behind; it counts as none.
  if (existsSync(path)) rmSync(path)
  try {
    writeFileSync(path, `${make()}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const written = read(path)
  if (!written) throw new Error(`${path} could not be written. Check the folder's permissions and free space.`)
  return written
}

/** Puts a secret out of use: the next process makes a new one. */
export function forgetInFolder(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true })
}

function read(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() || null : null
}
