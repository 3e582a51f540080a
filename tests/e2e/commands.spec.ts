import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../postgres-server.ts'
import { startServer } from './server.ts'

const root = join(import.meta.dirname, '..', '..')

function candor(args: string[], variables: Record<string, string>) {
  const node = join(root, 'node_modules', '.bin', 'node')
  return spawn(node, ['--disable-warning=ExperimentalWarning', 'candor.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function run(args: string[], variables: Record<string, string>) {
  const child = candor(args, variables)
  let [output, problem] = ['', '']
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    problem += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, output, problem }
}

test('commands go through the running server, and open the folder themselves when it was killed', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-commands-'))
  const server = await startServer({ DATA_DIR: dataDir })
  const folder = { DATA_DIR: dataDir }
  try {
    expect(await run(['user', 'list'], folder)).toEqual({ code: 0, output: 'Nobody yet.\n', problem: '' })
    expect(await run(['rebuild'], folder)).toMatchObject({ code: 0, output: 'Rebuilt 0 post-mortems, 0 rows.\n' })
    const created = await run(['user', 'create', '--email', 'ines@example.com', '--name', 'Ines Okafor'], folder)
    expect(created.code).toBe(1)
    // The server answers with its own address, not with the one this command was started for.
    expect(created.problem).toContain(server.url)

    await server.stop('SIGKILL')
    expect(await run(['user', 'list'], folder)).toEqual({ code: 0, output: 'Nobody yet.\n', problem: '' })
  } finally {
    await server.stop('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('a wrong word is answered with the help and the exit code 2', async () => {
  expect(await run(['usr'], {})).toMatchObject({ code: 2, problem: expect.stringContaining('rebuild') })
  expect(await run(['user', 'fly', 'ines@example.com'], {})).toMatchObject({
    code: 2,
    problem: expect.stringContaining('"user" cannot "fly"'),
  })
  expect(await run(['rebuild', '17'], {})).toMatchObject({ code: 2, problem: expect.stringContaining('PM-17') })
})

test('the demonstration can be signed in to with what it prints, and leaves nothing behind', async ({ page }) => {
  const temporary = mkdtempSync(join(tmpdir(), 'candor-demo-test-'))
  const port = await freePort()
  const demo = candor(['demo', '--port', String(port)], { TMPDIR: temporary, DATA_DIR: join(temporary, 'untouched') })
  const ended = new Promise<number | null>((resolve) => demo.once('exit', resolve))
  try {
    const password = await new Promise<string>((resolve, reject) => {
      let said = ''
      demo.stdout.on('data', (chunk) => {
        said += chunk
        const printed = /the password (\S+)/.exec(said)
        if (printed) resolve(printed[1]!)
      })
      demo.once('exit', () => reject(new Error(`The demonstration ended early:\n${said}`)))
    })
    await page.goto(`http://127.0.0.1:${port}/sign-in`)
    await page.getByLabel('E-mail').fill('demo@skerry-line.example')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`http://127.0.0.1:${port}/`)
    await page.goto(`http://127.0.0.1:${port}/settings/organisation`)
    await expect(page.getByText('Signed: Managing director')).toBeVisible()
  } finally {
    // As with Ctrl+C under npm: the signal comes twice.
    demo.kill('SIGINT')
    demo.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(existsSync(join(temporary, 'untouched'))).toBe(false)
    expect(readdirSync(temporary).filter((name) => name.startsWith('candor-demo'))).toEqual([])
    rmSync(temporary, { recursive: true, force: true })
  }
})
