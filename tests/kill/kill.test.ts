import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

test('with the write-ahead log switched off the kill test finds lost edits and fails', {
  timeout: 120_000,
}, async () => {
  const args = ['--kills', '1', '--database', 'pglite', '--server', 'live', '--log', 'off', '--faults', 'off']
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'run.ts'),
    ...args,
  ])
  const code = new Promise((resolve) => child.once('exit', resolve))
  const said = (await text(child.stdout)).trim().split('\n')
  const report = JSON.parse(said.at(-1)!)
  expect(await code).not.toBe(0)
  expect(report.kills).toBe(1)
  expect(report.lost).toBeGreaterThan(0)
})
