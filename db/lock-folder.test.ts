import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from './lock-folder.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'candor-lock-'))

test('a folder that another process holds is refused in one sentence that says what to do', async () => {
  const path = folder()
  const holder = await held(path)
  expect(() => lockFolder(path)).toThrow(/in use by another Candor process \(process \d+\)\. Stop that one first/)
  holder.kill('SIGKILL')
  await holder.gone
})

test('the lock of a killed process is free at once', async () => {
  const path = folder()
  const holder = await held(path)
  holder.kill('SIGKILL')
  await holder.gone
  lockFolder(path).release()
})

test('a released folder can be held again', () => {
  const path = folder()
  lockFolder(path).release()
  lockFolder(path).release()
})

/** A process of its own that holds the folder's lock and waits. */
async function held(path: string) {
  const node = join(import.meta.dirname, '..', 'node_modules', '.bin', 'node')
  const program = `
    const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'lock-folder.ts'))})
    lockFolder(${JSON.stringify(path)})
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program])
  const gone = new Promise((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.stderr.once('data', (said) => reject(new Error(String(said))))
  })
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), gone }
}
