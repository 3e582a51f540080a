import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartProblem } from './start-problem.ts'

// A lock that nobody refers to would be collected as garbage, and with it released.
const held = new Set<DatabaseSync>()

/**
 * Holds a data folder for this process. The lock is the kernel's (an exclusive SQLite transaction), so it is refused
 * to a second process also across containers, and falls with a killed one. The process id is for the message only. With
 * `waitMs` a second process waits so long, its thread blocked, before it is refused.
 */
export function lockFolder(folder: string, { waitMs = 0 } = {}): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const holder = join(folder, 'lock.holder')
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec(`PRAGMA busy_timeout = ${waitMs}; BEGIN EXCLUSIVE`)
  } catch (error) {
    lock.close()
    if (!String(error).includes('locked')) throw error
    throw new StartProblem(
      `The data folder ${folder} is in use by another Candor process${processIn(holder)}. Stop that one first, or set DATA_DIR to another folder.`,
    )
  }
  held.add(lock)
  writeFileSync(holder, String(process.pid))
  return {
    release: () => {
      held.delete(lock)
      lock.close()
    },
  }
}

function processIn(holder: string): string {
  try {
    return ` (process ${readFileSync(holder, 'utf8').trim()})`
  } catch {
    return ''
  }
}
