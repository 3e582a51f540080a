import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for what the workers of one run share, such as the data folders that organisations are copied from. */
export default function shareFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'candor-e2e-shared-'))
  process.env.SHARED_FOLDER = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
