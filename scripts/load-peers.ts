import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A linter that has read no text yet. */
export interface Peer {
  lint(text: string): unknown
  end?(): void
}

const folder = join(import.meta.dirname, 'linter-peers')

/** The peers by name, installed if they are not there or not in these versions. Throws where they cannot be had. */
export async function loadPeers(say: (line: string) => void): Promise<Record<string, () => Promise<Peer>>> {
  if (!isInstalled()) {
    say('Installing harper.js, alex, write-good and textlint into scripts/linter-peers …')
    const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`The peers could not be installed:\n${stderr}`)
  }
  const { peers } = await import(pathToFileURL(join(folder, 'peers.mjs')).href)
  return peers
}

function isInstalled(): boolean {
  const installed = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const { packages } = JSON.parse(readFileSync(installed, 'utf8'))
  return Object.entries(dependencies).every(([name, version]) => packages[`node_modules/${name}`]?.version === version)
}
