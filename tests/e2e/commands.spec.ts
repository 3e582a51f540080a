import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startServer } from './server.ts'
import { startDemo } from './start-demo.ts'

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
  const demo = await startDemo()
  try {
    await demo.signIn(page)
    await page.goto(`${demo.url}/settings/organisation`)
    await expect(page.getByText('Signed: Managing director')).toBeVisible()
  } finally {
    expect(await demo.stop()).toEqual({ code: 0, left: [] })
  }
})
