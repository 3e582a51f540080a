// Loaded into a server before its own code: while the file that FULL_WHILE names exists, nothing can be written to the
// embedded database, in the words of the operating system.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const isFull = process.env.FULL_WHILE
if (isFull) {
  const { writeSync, existsSync } = fs
  fs.writeSync = ((...given: Parameters<typeof writeSync>) => {
    if (given[0] > 2 && existsSync(isFull)) {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
    }
    return writeSync(...given)
  }) as typeof writeSync
  syncBuiltinESMExports()
}
