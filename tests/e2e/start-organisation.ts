import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockFolder } from '#db/lock-folder.ts'
import { type RunningServer, startServer } from './server.ts'
import { setUp } from './set-up.ts'

/** Starts the product with an organisation that has just been set up, with the sample library or without. */
export async function startOrganisation(sample: 'yes' | 'no'): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-e2e-'))
  const dataDir = join(folder, 'data')
  // With the modes that the product gave them.
  execFileSync('cp', ['-a', await original(sample), dataDir])
  const server = await startServer({ DATA_DIR: dataDir })
  return {
    ...server,
    stop: async (signal) => {
      const code = await server.stop(signal)
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}

/** The data folder to copy, made once for all workers of a run: a new database costs more than many of the tests. */
async function original(sample: 'yes' | 'no'): Promise<string> {
  const made = join(process.env.SHARED_FOLDER!, `sample-${sample}`)
  const lock = lockFolder(`${made}.lock`, { waitMs: 60_000 })
  try {
    if (!existsSync(made)) {
      const making = `${made}.making`
      rmSync(making, { recursive: true, force: true })
      const server = await startServer({ DATA_DIR: making })
      await setUp(server.url, sample)
      await server.stop()
      renameSync(making, made)
    }
  } finally {
    lock.release()
  }
  return made
}
