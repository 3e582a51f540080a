// The whole test: `npm test`. Each step prints one line; what a failed step said follows it. The last line counts.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from '#app/server/build-if-needed.ts'
import { findChromium } from './find-chromium.ts'

const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'candor-test-'))
let passed = 0
let failed = 0

// What computes goes beside what mostly waits for servers to start; the browser, whose tests wait for what a person would
// see, has the machine for itself.
await Promise.all([checks(), kills()])

await step('end to end in Chromium', async () => {
  const chromium = findChromium()
  const report = join(reports, 'e2e.json')
  const said = await run('npx', ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts'], {
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  const { expected, skipped, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats
  passed += expected + flaky
  if (skipped > 0) throw new Error(`${skipped} end-to-end tests were skipped.\n${said}`)
  return `${expected} tests${flaky ? `, ${flaky} passed at the second try` : ''}`
})

process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

async function checks(): Promise<void> {
  await step('types', () => run('npm', ['run', '-s', 'types']))
  await step('formatting and lint', () => run('npx', ['biome', 'check', '--error-on-warnings']))
  await step('nothing unused', () => run('npm', ['run', '-s', 'unused']))
  await step('unit tests', async () => `${await vitest('unit')} tests`)
  await step('every database test on PGlite and on PostgreSQL', async () => {
    const counts = { pglite: await vitest('pglite'), postgres: await vitest('postgres') }
    if (counts.pglite === counts.postgres && counts.pglite > 0) return `${counts.pglite} tests on each`
    throw new Error(`${counts.pglite} tests ran on PGlite, ${counts.postgres} on PostgreSQL: they have to be the same.`)
  })
}

async function kills(): Promise<void> {
  await step('build', async () => {
    await buildIfNeeded(root)
    return ''
  })
  await step('no acknowledged edit is lost when the server is killed', () =>
    run('npm', ['run', '-s', 'test:kill', '--', '--kills', '10', '--stop', '2']),
  )
}

async function vitest(project: string): Promise<number> {
  const file = join(reports, `${project}.json`)
  const args = ['vitest', 'run', '--project', project, '--reporter=json', `--outputFile=${file}`, '--reporter=dot']
  const said = await run('npx', args)
  const report = JSON.parse(readFileSync(file, 'utf8'))
  if (report.numPendingTests + report.numTodoTests > 0) throw new Error(`Tests of ${project} were skipped.\n${said}`)
  passed += report.numPassedTests
  return report.numPassedTests
}

async function step(name: string, work: () => Promise<string>): Promise<void> {
  const start = performance.now()
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
  process.stdout.write(`… ${name}\n`)
  try {
    const said = (await work()).trim().split('\n').at(-1) ?? ''
    process.stdout.write(`✓ ${name}, ${seconds()}${said ? `: ${said}` : ''}\n`)
  } catch (error) {
    failed++
    process.stdout.write(`✗ ${name}, ${seconds()}\n${(error as Error).message}\n`)
  }
}

function run(command: string, args: string[], variables: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0', ...variables } })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-20_000)}`))
    })
  })
}
