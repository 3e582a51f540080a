import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { freePort } from '../postgres-server.ts'

export interface Demo {
  url: string
  signIn(page: Page): Promise<void>
  /** Stops it as Ctrl+C under npm does, with the signal sent twice; resolves to what it leaves in the temporary folder. */
  stop(): Promise<{ code: number | null; left: string[] }>
}

/** Starts `candor demo` on a free port, with a temporary folder of its own. */
export async function startDemo(): Promise<Demo> {
  const root = join(import.meta.dirname, '..', '..')
  const temporary = mkdtempSync(join(tmpdir(), 'candor-demo-test-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const node = join(root, 'node_modules', '.bin', 'node')
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', 'candor.mjs', 'demo', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, DATA_DIR: join(temporary, 'installation') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [email, password] = await new Promise<[string, string]>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const printed = /Sign in with (\S+) and the password (\S+)/.exec(said)
      if (printed) resolve([printed[1]!, printed[2]!])
    })
    child.once('exit', () => reject(new Error(`The demonstration ended early:\n${said}`)))
  })
  return {
    url,
    async signIn(page) {
      await page.goto(`${url}/sign-in`)
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL(`${url}/`)
    },
    async stop() {
      child.kill('SIGINT')
      child.kill('SIGINT')
      const code = await ended
      const left = existsSync(temporary)
        ? readdirSync(temporary).filter((name) => /candor|installation/.test(name))
        : []
      rmSync(temporary, { recursive: true, force: true })
      return { code, left }
    },
  }
}
