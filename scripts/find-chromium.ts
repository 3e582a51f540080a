import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The browser for the tests: Playwright's own where it is or can be downloaded, else the system's, else Debian's
 * package, installed where this may be done. Throws an Error of one sentence where none can be had.
 */
export function findChromium(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  run('npx', ['playwright', 'install', 'chromium'], 180_000)
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  const installed = ofTheSystem()
  if (installed) return installed
  if (process.getuid?.() === 0 && run('apt-get', ['update'], 120_000) === 0) {
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 600_000)
  }
  const found = ofTheSystem()
  if (found) return found
  throw new Error(
    'The browser tests need Chromium, and it can neither be downloaded nor installed here: install it and set CHROMIUM to its path.',
  )
}

function ofTheSystem(): string | undefined {
  return systemNames
    .map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim())
    .find((path) => path && existsSync(path))
}

function run(command: string, args: string[], timeout: number): number | null {
  return spawnSync(command, args, {
    timeout,
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status
}
