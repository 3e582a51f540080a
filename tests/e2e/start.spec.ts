import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { lockFolder } from '#db/lock-folder.ts'
import { freePort, startPostgres } from '../postgres-server.ts'

const root = join(import.meta.dirname, '..', '..')
const folders: string[] = []
const started: ChildProcess[] = []

test.afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGTERM')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-start-'))
  folders.push(folder)
  return folder
}

/** `npm start` as someone types it. `ready` is the address it prints; `ended` its exit code and what it said. */
function npmStart(variables: Record<string, string>) {
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let said = ''
  let problem = ''
  child.stderr.on('data', (chunk) => {
    problem += chunk
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      const address = /Candor is ready: (\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}: ${said}${problem}`)))
  })
  ready.catch(() => {})
  const ended = new Promise<{ code: number | null; problem: string }>((resolve) =>
    // npm's remarks on its own settings are those of the machine.
    child.once('close', (code) => resolve({ code, problem: problem.replace(/^npm (warn|notice) .*\n/gm, '') })),
  )
  return { child, ready, ended }
}

/** Takes the port for a moment; refused while someone listens on it. */
function take(port: number): Promise<{ free(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () =>
      resolve({ free: () => new Promise((freed) => server.close(() => freed(undefined))) }),
    )
  })
}

test('npm start is ready soon once it is built, and a SIGTERM to npm ends all of it', async () => {
  const dataDir = newFolder()
  const port = await freePort()
  const began = performance.now()
  const { child, ready, ended } = npmStart({ PORT: String(port), DATA_DIR: dataDir })
  expect(await ready).toBe(`http://127.0.0.1:${port}`)
  expect(performance.now() - began).toBeLessThan(15_000)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  const serving = Number(readFileSync(join(dataDir, 'lock.holder'), 'utf8'))

  const told = performance.now()
  child.kill('SIGTERM')
  await ended
  expect(performance.now() - told).toBeLessThan(10_000)
  expect(() => process.kill(serving, 0)).toThrow('ESRCH')
  await (await take(port)).free()
  lockFolder(dataDir).release()
})

test('a taken port is named, with the way to choose another', async () => {
  const taken = await take(0)
  const port = await freePort()
  await taken.free()
  const other = await take(port)
  const { code, problem } = await npmStart({ PORT: String(port), DATA_DIR: newFolder() }).ended
  await other.free()
  expect(code).toBe(1)
  expect(problem).toBe(`Port ${port} on 127.0.0.1 is taken. Choose another one: PORT=${port + 1} npm start\n`)
})

test('a second server on a data folder is refused in one sentence', async () => {
  const dataDir = newFolder()
  const held = lockFolder(dataDir)
  const { code, problem } = await npmStart({ PORT: String(await freePort()), DATA_DIR: dataDir }).ended
  held.release()
  expect(code).toBe(1)
  expect(problem).toBe(
    `The data folder ${dataDir} is in use by another Candor process (process ${process.pid}). Stop that one first, or set DATA_DIR to another folder.\n`,
  )
})

test('a database that cannot be reached is named, without its password', async () => {
  const port = await freePort()
  const { code, problem } = await npmStart({
    PORT: String(await freePort()),
    DATA_DIR: newFolder(),
    DATABASE_URL: `postgres://candor:a-secret@127.0.0.1:${port}/candor`,
  }).ended
  expect(code).toBe(1)
  expect(problem).toContain(`The database at 127.0.0.1:${port} cannot be reached`)
  expect(problem).toContain('Check that it runs and that DATABASE_URL is right.')
  expect(problem).not.toContain('a-secret')
  expect(problem.trim().split('\n')).toHaveLength(1)
})

test('a database that a newer Candor has written is left alone, and what to do is said', async () => {
  const server = await startPostgres()
  try {
    const sql = postgres(server.url(), { max: 1, onnotice: () => {} })
    await sql`create schema drizzle`
    await sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 4102444800000)`
    const { code, problem } = await npmStart({
      PORT: String(await freePort()),
      DATA_DIR: newFolder(),
      DATABASE_URL: server.url(),
    }).ended
    expect(code).toBe(1)
    expect(problem).toBe(
      'The database was written by a newer Candor than this one. Start that version, or restore a backup from before it.\n',
    )
    expect(await sql`select count(*)::int as n from pg_tables where schemaname = 'public'`).toEqual([{ n: 0 }])
    await sql.end()
  } finally {
    await server.stop()
  }
})

test('every variable that cannot be used is named, each in a line', async () => {
  const { code, problem } = await npmStart({
    PORT: 'three thousand',
    PUBLIC_URL: 'candor.example',
    LOG_LEVEL: 'loud',
    SECRET: 'short',
    DATA_DIR: newFolder(),
  }).ended
  expect(code).toBe(1)
  const lines = problem.trim().split('\n')
  expect(lines.map((line) => /[A-Z_]{4,}/.exec(line)?.[0])).toEqual(['PORT', 'PUBLIC_URL', 'LOG_LEVEL', 'SECRET'])
})
